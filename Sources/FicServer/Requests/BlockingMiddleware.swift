import Hummingbird

/// Takes every request but a search away from its connection's event loop: it may read files or the
/// index for as long as that takes.
///
/// A search goes by itself, when it is not answered from memory.
struct BlockingMiddleware: RouterMiddleware {
  typealias Context = ServerContext

  @concurrent
  func handle(
    _ request: Request,
    context: ServerContext,
    next: @concurrent (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    if context.endpointPath == "/v1/search" { return try await next(request, context) }
    return try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await next(request, context)
    }
  }
}
