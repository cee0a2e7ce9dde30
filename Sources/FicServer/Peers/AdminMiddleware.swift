import FicModel
import Glibc
import Hummingbird
import Logging
import NIOCore

/// Lets only those through who may start jobs and set aliases.
struct AdminMiddleware: RouterMiddleware {
  typealias Context = ServerContext

  let options: CurrentOptions

  @concurrent
  func handle(
    _ request: Request,
    context: ServerContext,
    next: @concurrent (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    let group = options.value.adminGroup
    let policy = AdminPolicy(daemonUser: geteuid(), adminGroup: GroupName.number(of: group))
    let peer = try await context.channel.peerCredentials()
    guard policy.allows(peer) else {
      context.logger.notice(
        "refused to start a job or set an alias",
        metadata: [
          "user": .stringConvertible(peer.user), "process": .stringConvertible(peer.process),
        ]
      )
      throw Problem.notAdmin(user: peer.user, adminGroup: group)
    }
    return try await next(request, context)
  }
}

extension Channel {
  /// The credentials of the peer.
  ///
  /// Throws: `SocketError`; `ChannelError` where the connection is closed.
  func peerCredentials() async throws -> PeerCredentials {
    try await eventLoop.submit {
      let credentials = try self.pipeline.syncOperations.withUnsafeTransportIfAvailable(
        of: NIOBSDSocket.Handle.self
      ) { descriptor in
        try PeerCredentials(ofPeerOn: descriptor)
      }
      guard let credentials else {
        throw SocketError(operation: .readPeer, path: nil, errorNumber: ENOTSOCK)
      }
      return credentials
    }.get()
  }
}
