import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// Accepts connections and serves each in a task of its own; on a graceful shutdown it takes no
/// more and ends when every request that has begun is answered.
struct ConnectionService<Responder: HTTPResponder>: Service
where Responder.Context == ServerContext {
  let socket: ListeningSocket
  let responder: Responder
  let options: DaemonOptions
  let limits: ConnectionState.Limits
  let group: any EventLoopGroup
  let logger: Logger
  let isListening: @Sendable () async -> Void

  func run() async throws {
    let http = HTTP1Channel(responder: respond, configuration: configuration)
    let server = try await bind(http)
    await isListening()
    await withGracefulShutdownHandler {
      await accept(on: server, http)
    } onGracefulShutdown: {
      server.channel.close(promise: nil)
    }
  }

  /// Listens: on the service manager's socket, or on one of our own.
  private func bind(
    _ http: HTTP1Channel
  ) async throws
    -> NIOAsyncChannel<AcceptedConnection, Never>
  {
    let logger = logger
    let backlog = CInt(clamping: options.maximumConnections)
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: backlog)
      .serverChannelInitializer { [maximum = options.maximumConnections] channel in
        channel.eventLoop.makeCompletedFuture {
          let delegate = MaximumAvailableConnections(maximum, logger: logger)
          try channel.pipeline.syncOperations.addHandler(
            AvailableConnectionsChannelHandler(delegate: delegate)
          )
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
    switch socket {
    case .inherited(let descriptor):
      let server = try await bootstrap.bind(descriptor) { channel in
        http.setup(channel: channel, logger: logger).map(AcceptedConnection.init)
      }
      // NIO has listened anew, with a queue of its own length.
      listen(descriptor, backlog)
      return server
    case .path(let path):
      do {
        let server = try await bootstrap.bind(unixDomainSocketPath: path) { channel in
          http.setup(channel: channel, logger: logger).map(AcceptedConnection.init)
        }
        try socket.open()
        return server
      } catch let error as IOError {
        throw SocketError(operation: .listen, path: path, errorNumber: error.errnoCode)
      } catch is SocketAddressError {
        throw SocketError(operation: .listen, path: path, errorNumber: ENAMETOOLONG)
      }
    }
  }

  private func accept(
    on server: NIOAsyncChannel<AcceptedConnection, Never>,
    _ http: HTTP1Channel
  ) async {
    let logger = logger
    await withDiscardingTaskGroup { group in
      do {
        try await server.executeThenClose { connections in
          for try await accepted in connections {
            guard let connection = accepted.take() else { continue }
            let executor = LoopExecutor(connection.channel.eventLoop)
            group.addTask(executorPreference: executor) { await serve(connection, http) }
          }
        }
      } catch {
        logger.error("stopped accepting connections", metadata: ["cause": "\(error)"])
      }
    }
  }

  private func serve(_ connection: HTTP1Channel.Value, _ http: HTTP1Channel) async {
    await withGracefulShutdownHandler {
      // Nobody waits for the answer on a connection that is closed; a peer that has only closed its
      // own side does.
      await withTaskGroup { group in
        group.addTask { await http.handle(value: connection, logger: logger) }
        try? await connection.channel.closeFuture.get()
        group.cancelAll()
      }
    } onGracefulShutdown: {
      // Hummingbird closes at once, or when the answer that it is writing is out.
      connection.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
  }

  private var configuration: HTTP1Channel.Configuration {
    let bytes = options.requestLineBytes
    // What bounds a header bounds the target too; the method and the version take some of the line.
    let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
      maxHeaderFieldSize: bytes - 16,
      maxHeaderListSize: bytes,
      maxHeaderFieldCount: 100
    )
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        ConnectionGuard(limits: limits, requestLineBytes: bytes, logger: logger)
      ],
      httpDecoderConfiguration: decoder
    )
  }

  private var respond: HTTP1Channel.Responder {
    { [responder, logger] request, writer, channel in
      let context = ServerContext(source: .init(channel: channel, logger: logger))
      var response = try await responder.respond(to: request, context: context)
      response.headers[.date] = HTTPDate.now
      try await writer.write(response: response.head, body: response.body)
    }
  }
}
