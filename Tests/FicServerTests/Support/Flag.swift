import Synchronization

/// Something that has happened, or not yet.
final class Flag: Sendable {
  private let state = Mutex(false)

  /// Whether it has happened.
  var isRaised: Bool { state.withLock { $0 } }

  /// Notes that it has.
  func raise() { state.withLock { $0 = true } }
}
