import FicIndex
import FicModel
import FicPrinter
import FicQuery
import FicWire
import Hummingbird

/// The routes that read the index: each waits for its turn, has a deadline, and ends
/// with its client, unless its answer is still known.
struct QueryRoutes: Sendable {
  /// The most works, cast members or completions that are listed where no limit is asked for.
  static let defaultLimit = 100

  /// The most people whose names are listed where no limit is asked for.
  private static let defaultPeople = 20

  /// The most works of one title that are looked at.
  private static let mostNamesakes = 100

  let options: CurrentOptions
  let gate: QueryGate
  let answers: QueryAnswers
  let firstRun: FirstRun
  let book: QueryBook
  let cache = AnswerCache()

  /// `GET /v1/search`.
  func search(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    let (bytes, exit) = try await search(for: items, as: form)
    return .answer(bytes, exit, as: form)
  }

  /// What a search finds, in a form, with how a command ends that gets it.
  func search(
    for items: QueryItems,
    as form: FormParameters
  ) async throws -> (bytes: [UInt8], exit: ExitStatus) {
    let options = options.value
    let parameters = try SearchParameters(items, maximumLimit: options.maximumHits)
    let asked = try SearchRequest(parameters, book.limits(for: parameters.query))
    let start = ContinuousClock.now
    let question = AnswerCache.Question(parameters: parameters, form: form, request: asked)
    let bound = options.cacheBytes
    let version = bound > 0 && !firstRun.isUnderway ? await version() : nil
    if let version, let kept = cache.answer(to: question, at: version) {
      return (kept.printed.taking(start.duration(to: .now)), kept.exit)
    }
    let answer = try await answer(cost: QueryCost(asked)) { deadline in
      let version = bound > 0 ? await self.version() : nil
      let records = try await answers.search(asked, deadline)
      let contents = AnswerContents.search(records, parameters)
      let answer = AnswerCache.KeptAnswer(
        printed: contents.printed(as: form),
        exit: contents.exit
      )
      if let version, records.allSatisfy(\.isExact), await self.version() == version {
        cache.keep(answer, for: question, at: version, bound: bound)
      }
      return answer
    }
    return (answer.printed.bytes, answer.exit)
  }

  /// What the index is now; nil where that cannot be told, which the search itself will say.
  ///
  /// Nobody waits for a turn, or on another thread, for that.
  private func version() async -> IndexVersion? {
    try? await answers.version(.after(.milliseconds(options.value.queryMilliseconds)))
  }

  /// `GET /v1/cast`.
  func cast(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    let contents = try await cast(for: items)
    guard case .cast(_, _, let view) = contents, let type = view.mediaType else {
      return .answer(contents, as: form)
    }
    return .answer(contents.printed(as: form).bytes, contents.exit, as: form, type: type)
  }

  /// The members of casts.
  func cast(for items: QueryItems) async throws -> AnswerContents {
    let parameters = try CastParameters(items, maximumLimit: options.value.maximumHits)
    let limit = parameters.limit ?? min(Self.defaultLimit, options.value.maximumHits)
    // One more tells whether there are more.
    let members = try await answer { deadline in
      try await answers.cast(
        CastRequest(
          work: parameters.work,
          name: parameters.name,
          upto: parameters.upto,
          limit: limit + 1
        ),
        deadline
      )
    }
    let shown = Array(members.prefix(limit))
    return .cast(shown, isCut: members.count > limit, parameters.view)
  }

  /// `GET /v1/called`.
  func called(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    let parameters = try CalledParameters(items, maximumLimit: options.value.maximumHits)
    let limit = parameters.limit ?? Self.defaultPeople
    let forms = try await answer { deadline in
      try await answers.called(
        CastRequest(
          work: parameters.work,
          name: parameters.name,
          upto: parameters.upto,
          limit: limit
        ),
        deadline
      )
    }
    return .answer(.called(forms), as: form)
  }

  /// `GET /v1/works`.
  func works(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    return .answer(try await works(for: items), as: form)
  }

  /// A page of works.
  func works(for items: QueryItems) async throws -> AnswerContents {
    let options = options.value
    var parameters = try WorksParameters(items, maximumLimit: options.maximumHits)
    // Told to whoever asks for the next page.
    if parameters.sort == .random { parameters.seed = parameters.seed ?? Int.random(in: 1...9999) }
    let asked = WorksRequest(
      parameters,
      try book.limits(for: parameters.query),
      defaultLimit: min(Self.defaultLimit, options.maximumHits)
    )
    let answer = try await answer { deadline in
      try await answers.works(asked, deadline)
    }
    return .works(answer.works, answer.page, parameters)
  }

  /// `GET /v1/works/{id}`.
  func work(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try request.question().form
    return .answer(.work(try await work(meantBy: context.segment("id"))), as: form)
  }

  /// The one work that a title or an id means, with its contents.
  func work(meantBy text: String) async throws -> WorkEntry {
    let works = try await answer { deadline in
      try await answers.worksCalled(WorkID(text)?.description ?? text, Self.mostNamesakes, deadline)
    }
    let meant = works.meant(by: text)
    guard var work = meant.first, let id = WorkID(work.work.id) else {
      throw Problem.noSuchWork(text)
    }
    guard meant.count == 1 else { throw Problem.ambiguousWork(text, meant) }
    let chapters = work.chapters
    work.contents = try await answer { deadline in
      try await answers.contents(id, chapters, deadline)
    }
    return work
  }

  /// `GET /v1/changes`.
  func changes(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly(["since", "limit"])
    let limit = try limit(items)
    let since = try ChangesSince(ChangesStart(items["since"] ?? "last"))
    let changes = try await answer { deadline in
      try await answers.changes(since, limit, deadline)
    }
    return .answer(.changes(changes), as: form)
  }

  /// `GET /v1/chapters/{ref}`.
  func chapter(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await passage(request, context, .chapter)
  }

  /// `GET /v1/scenes/{ref}`.
  func scene(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await passage(request, context, .scene)
  }

  private func passage(
    _ request: Request,
    _ context: ServerContext,
    _ extent: PassageExtent
  ) async throws -> Response {
    let (items, form) = try request.question()
    return .answer(try await passage(at: context.segment("ref"), extent, for: items), as: form)
  }

  /// The text at a REF, or what stands beside it.
  func passage(
    at reference: String,
    _ extent: PassageExtent,
    for items: QueryItems
  ) async throws -> AnswerContents {
    try items.requireOnly([APIPath.step, APIPath.upto])
    let step = try items.choice(APIPath.step, as: ReadingStep.self) ?? .here
    let upto = try items.integer(APIPath.upto, in: 1...APIPath.lastChapter)
    return .passage(try await passage(reference, extent, step, upto))
  }

  /// `GET /v1/places/{ref}`.
  func place(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try request.question().form
    let passage = try await passage(context.segment("ref"), .scene, .here, nil)
    return .answer(.place(passage.source), as: form)
  }

  /// `GET /v1/complete`.
  func complete(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly(["prefix", "kind", "limit", APIPath.upto])
    let limit = try limit(items)
    let kind = try items.choice("kind", as: CompletionSubject.self) ?? .word
    let prefix = items["prefix"] ?? ""
    let upto = try items.integer(APIPath.upto, in: 1...APIPath.lastChapter)
    let saved = kind == .query && prefix.contains("@") ? try book.file().queries.map(\.name) : []
    let words = try await answer { deadline in
      switch kind {
      case .word:
        // Where a border is drawn, no word of a text is safe to show.
        upto == nil ? try await answers.completions(prefix, limit, deadline) : []
      case .query: try await answers.queryCompletions(prefix, nil, saved, upto, limit, deadline)
      case .name: try await answers.queryCompletions(prefix, .from, [], upto, limit, deadline)
      case .title: try await answers.queryCompletions(prefix, .work, [], upto, limit, deadline)
      }
    }
    return .answer(.completions(words), as: form)
  }

  private func passage(
    _ reference: String,
    _ extent: PassageExtent,
    _ step: ReadingStep,
    _ upto: Int?
  ) async throws -> Passage {
    try await answer { deadline in
      try await answers.passage(reference, extent, step, upto, deadline)
    }
  }

  func answer<Answer: Sendable>(
    cost: QueryCost = .cheap,
    _ body: @escaping @Sendable (Deadline) async throws -> Answer
  ) async throws -> Answer {
    try await firstRun.wait()
    let deadline = Deadline.after(.milliseconds(options.value.queryMilliseconds))
    do {
      return try await gate.run(cost) {
        try await withTaskExecutorPreference(QueryExecutor.shared) { try await body(deadline) }
      }
    } catch let error as IndexError where error.code == .notIndexed {
      throw firstRun.problem(error)
    }
  }

  private func limit(_ items: QueryItems) throws -> Int {
    let bound = options.value.maximumHits
    return try items.integer("limit", in: 1...bound) ?? min(Self.defaultLimit, bound)
  }
}
