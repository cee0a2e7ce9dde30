import FicModel
import FicPrinter
import FicWire
import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into an answer of RFC 9457, and counts every answer.
struct ProblemMiddleware: RouterMiddleware {
  typealias Context = ServerContext

  let metrics: ServerMetrics

  @concurrent
  func handle(
    _ request: Request,
    context: ServerContext,
    next: @concurrent (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = answer(Self.problem(for: error, request, context), to: request)
    }
    metrics.count(
      path: context.endpointPath ?? "other",
      status: response.status.code,
      duration: start.duration(to: .now)
    )
    return response
  }

  private func answer(_ problem: Problem, to request: Request) -> Response {
    let form = (try? request.question())?.form ?? FormParameters()
    var response =
      PagePath.isPage(request.uri.path)
      ? .page(ProblemPage(problem, query: request.asked).html, status: .init(code: problem.status))
      : Response.problem(problem, as: form)
    if problem.status == 503, problem.mayPass { response.headers[.retryAfter] = "1" }
    if problem.status == 405 {
      response.headers[.allow] = ServedMethods.allowed(at: request.uri.path)
    }
    return response
  }

  /// What a client sees of an error; the log has what is a fault of the daemon's.
  static func problem(
    for error: any Error,
    _ request: Request,
    _ context: ServerContext
  ) -> Problem {
    let problem = Problem(describing: error, request: request)
    // To wait for a turn or a first run is no fault.
    if [500, 503].contains((problem ?? .unexpected).status), problem?.mayPass != true {
      context.logger.error(
        "request failed: \(error)",
        metadata: ["path": "\(request.uri.path.prefix(200))"]
      )
    }
    return problem ?? .unexpected
  }
}

extension Request {
  /// The query that was asked, to be typed anew; empty where there is none.
  fileprivate var asked: String { (try? QueryItems(encoded: uri.query ?? ""))?["q"] ?? "" }
}
