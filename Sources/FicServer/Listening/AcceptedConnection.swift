import HummingbirdCore
import NIOCore
import Synchronization

/// A connection on its way from the event loop to the task that serves it.
///
/// A daemon that stops lets go of connections which no task has taken. NIO ends the process where
/// nobody closes such a channel (swift-nio, issues 2637 and 2813), so this value does.
final class AcceptedConnection: Sendable {
  private let channel: Mutex<HTTP1Channel.Value?>

  init(_ channel: HTTP1Channel.Value) {
    self.channel = Mutex(channel)
  }

  deinit {
    guard let channel = take() else { return }
    Task { try? await channel.executeThenClose { _, _ in } }
  }

  /// Hands the channel over, once; whoever takes it closes it.
  func take() -> HTTP1Channel.Value? {
    channel.withLock { channel in
      defer { channel = nil }
      return channel
    }
  }
}
