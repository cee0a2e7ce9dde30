import FicIndex
import FicModel
import FicQuery
import FicWire
import Glibc
import Hummingbird
import NIOCore

/// The routes that read the index: each waits for its turn, has a deadline, and ends
/// with its client, unless its answer is still known.
struct QueryRoutes: Sendable {
  /// The most works, cast members or completions that are listed where no limit is asked for.
  private static let defaultLimit = 100

  let options: CurrentOptions
  let gate: QueryGate
  let answers: QueryAnswers
  let firstRun: FirstRun
  let cache = AnswerCache()

  /// `GET /v1/search`.
  func search(_ request: Request, _ context: ServerContext) async throws -> Response {
    let options = options.value
    let parameters = try SearchParameters(items(request), maximumLimit: options.maximumHits)
    let asked = try SearchRequest(
      parameters,
      limits(options)
    )
    let start = ContinuousClock.now
    let question = AnswerCache.Question(request: asked, wantsLines: request.wantsLines)
    let bound = options.cacheBytes
    let version = bound > 0 && !firstRun.isUnderway ? await version() : nil
    if let version, let kept = cache.answer(to: question, at: version) {
      return .bytes(kept.taking(start.duration(to: .now)), type: Self.type(request))
    }
    let bytes = try await answer(cost: QueryCost(asked)) { deadline in
      let version = bound > 0 ? await self.version() : nil
      let records = try await answers.search(asked, deadline)
      let bytes =
        question.wantsLines ? Response.lineBytes(records) : SearchResponse(records).jsonBytes
      if let version, records.allSatisfy(\.isExact), await self.version() == version {
        cache.keep(KeptAnswer(bytes), for: question, at: version, bound: bound)
      }
      return bytes
    }
    return .bytes(ByteBuffer(bytes: bytes), type: Self.type(request))
  }

  /// How much a query may hold now.
  private func limits(_ options: DaemonOptions) -> QueryLimits {
    QueryLimits(
      bytes: options.queryBytes,
      terms: options.queryTerms,
      today: Glibc.time(nil) / 86_400
    )
  }

  private static func type(_ request: Request) -> String {
    request.wantsLines ? WireVersion.jsonLines : WireVersion.json
  }

  /// What the index is now; nil where that cannot be told, which the search itself will say.
  ///
  /// Nobody waits for a turn, or on another thread, for that.
  private func version() async -> IndexVersion? {
    try? await answers.version(.after(.milliseconds(options.value.queryMilliseconds)))
  }

  /// `GET /v1/cast`.
  func cast(_ request: Request, _ context: ServerContext) async throws -> Response {
    let items = try items(request)
    try items.requireOnly(["work", "name", "limit"])
    let limit = try limit(items)
    let members = try await answer { deadline in
      try await answers.cast(items["work"], items["name"], limit, deadline)
    }
    return request.wantsLines ? .lines(members) : .json(Listing("members", members))
  }

  /// `GET /v1/works`.
  func works(_ request: Request, _ context: ServerContext) async throws -> Response {
    let options = options.value
    let parameters = try WorksParameters(items(request), maximumLimit: options.maximumHits)
    let asked = WorksRequest(
      parameters,
      limits(options),
      defaultLimit: min(Self.defaultLimit, options.maximumHits)
    )
    let answer = try await answer { deadline in
      try await answers.works(asked, deadline)
    }
    return request.wantsLines
      ? .lines(answer.records)
      : .json(WorksResponse(works: answer.works, page: answer.page))
  }

  /// `GET /v1/works/{id}`.
  func work(_ request: Request, _ context: ServerContext) async throws -> Response {
    let text = parameter("id", context)
    guard let id = WorkID(text) else { throw Problem.badReference(text) }
    let works = try await answer { deadline in
      try await answers.worksCalled(id.description, 1, deadline)
    }
    guard let work = works.first, work.work.id == id.description else {
      throw Problem.notFound(text)
    }
    return request.wantsLines ? .lines([work]) : .json(work)
  }

  /// `GET /v1/changes`.
  func changes(_ request: Request, _ context: ServerContext) async throws -> Response {
    let items = try items(request)
    try items.requireOnly(["since", "limit"])
    let limit = try limit(items)
    let since = try ChangesSince(ChangesStart(items["since"] ?? "last"))
    let changes = try await answer { deadline in
      try await answers.changes(since, limit, deadline)
    }
    return request.wantsLines ? .lines(changes) : .json(Listing("changes", changes))
  }

  /// `GET /v1/chapters/{ref}`.
  func chapter(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await passage(request, context, .chapter)
  }

  /// `GET /v1/scenes/{ref}`.
  func scene(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await passage(request, context, .scene)
  }

  /// `GET /v1/complete`.
  func complete(_ request: Request, _ context: ServerContext) async throws -> Response {
    let items = try items(request)
    try items.requireOnly(["prefix", "limit"])
    let limit = try limit(items)
    let words = try await answer { deadline in
      try await answers.completions(items["prefix"] ?? "", limit, deadline)
    }
    return .json(Listing("completions", words))
  }

  private func passage(
    _ request: Request,
    _ context: ServerContext,
    _ extent: PassageExtent
  ) async throws -> Response {
    let reference = parameter("ref", context)
    let passage = try await answer { deadline in
      try await answers.passage(reference, extent, deadline)
    }
    return request.wantsLines ? .lines([passage]) : .json(passage)
  }

  private func answer<Answer: Sendable>(
    cost: QueryCost = .cheap,
    _ body: @escaping @Sendable (Deadline) async throws -> Answer
  ) async throws -> Answer {
    try await firstRun.wait()
    let deadline = Deadline.after(.milliseconds(options.value.queryMilliseconds))
    return try await gate.run(cost) {
      try await withTaskExecutorPreference(QueryExecutor.shared) { try await body(deadline) }
    }
  }

  private func items(_ request: Request) throws -> QueryItems {
    try QueryItems(encoded: request.uri.query ?? "")
  }

  private func limit(_ items: QueryItems) throws -> Int {
    let bound = options.value.maximumHits
    return try items.integer("limit", in: 1...bound) ?? min(Self.defaultLimit, bound)
  }

  private func parameter(_ name: String, _ context: ServerContext) -> String {
    let text = context.parameters.get(name) ?? ""
    return APIPath.decodeSegment(text) ?? text
  }
}
