import FicModel
import NIOCore
import NIOHTTP1
import NIOPosix

/// Listens on a port of the loopback address, and gives each connection one answer.
struct WebServer {
  /// A connection of a browser: requests that are parsed, answers as the daemon writes them.
  typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, ByteBuffer>

  /// The most connections at once; a browser makes six.
  private static let mostConnections = 256

  /// How long a connection may be silent; the longest query takes 10 s, a change of a work less.
  private static let patience = TimeAmount.minutes(5)

  private let channel: NIOAsyncChannel<Connection, Never>

  /// The port.
  let port: Int

  /// Listens.
  ///
  /// - Parameter port: The port; 0 for any that is free.
  /// - Returns: A server that answers nothing yet.
  /// - Throws: `Problem` where the port cannot be had.
  static func bound(to port: UInt16) async throws(Problem) -> WebServer {
    do {
      let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .serverChannelOption(.backlog, value: 64)
        .bind(host: "127.0.0.1", port: Int(port)) { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandlers(
              IdleStateHandler(allTimeout: patience),
              ByteToMessageHandler(HTTPRequestDecoder()),
              CloseWhenIdle()
            )
            return try Connection(
              wrappingChannelSynchronously: channel,
              configuration: .init(isOutboundHalfClosureEnabled: true)
            )
          }
        }
      return WebServer(channel: channel, port: channel.channel.localAddress?.port ?? Int(port))
    } catch {
      throw Problem(
        code: "no_port",
        status: 500,
        detail: "cannot listen on 127.0.0.1:\(port): \(error)",
        hint: "take another: --port 0 takes one that is free"
      )
    }
  }

  /// Answers until the process ends.
  func run(_ gatekeeper: Gatekeeper, _ daemon: DaemonSocket) async throws {
    try await channel.executeThenClose { connections in
      try await withThrowingDiscardingTaskGroup { group in
        let places = ConnectionPlaces(most: Self.mostConnections)
        for try await connection in connections {
          guard places.take() else {
            connection.channel.close(promise: nil)
            continue
          }
          group.addTask {
            defer { places.give() }
            // What a browser breaks off ends its connection and nothing else.
            try? await WebAnswer(gatekeeper, daemon).give(on: connection)
          }
        }
      }
    }
  }
}
