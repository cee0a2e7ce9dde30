import Hummingbird
import NIOCore

/// What a handler knows besides the request: the connection, for the peer's credentials.
struct ServerContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  /// The connection.
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}
