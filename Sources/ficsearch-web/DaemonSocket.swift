import FicModel
import NIOCore
import NIOPosix

/// The daemon's socket, to which each request gets a connection of its own.
struct DaemonSocket: Sendable {
  /// The code of a problem that may pass: nobody answers.
  static let unreachable = "unreachable"

  let path: String

  /// Connects.
  ///
  /// - Throws: What the system says of a socket that nobody answers on.
  func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(unixDomainSocketPath: path) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel(wrappingChannelSynchronously: channel)
        }
      }
  }

  /// Finds out whether the daemon is there.
  ///
  /// - Throws: `Problem` where it is not.
  func tryToReach() async throws(Problem) {
    do {
      let channel = try await connect()
      try await channel.executeThenClose { _, _ in }
    } catch {
      throw Problem(
        code: Self.unreachable,
        status: 503,
        detail: "no daemon answers on \(path): \(error)",
        hint:
          "start it: systemctl start ficsearchd.socket, or systemctl --user start ficsearchd.socket"
      )
    }
  }
}
