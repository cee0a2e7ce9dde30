import FicIndex
import FicModel
import FicQuery
import FicWire

/// What the routes ask of the search engine: a function for each kind of question.
struct QueryAnswers: Sendable {
  /// What the index is now: answers of the same version are the same.
  var version: @Sendable (_ deadline: Deadline) async throws -> IndexVersion

  /// The records of an answer, in the order of its lines.
  var search:
    @Sendable (_ request: SearchRequest, _ deadline: Deadline) async throws -> [SearchRecord]

  /// How many matches stand where.
  var count: @Sendable (_ request: CountRequest, _ deadline: Deadline) async throws -> CountTable

  /// How evenly matches lie in works.
  var dispersion:
    @Sendable (_ request: SearchRequest, _ deadline: Deadline)
      async throws -> CountAnswer<Dispersion>

  /// The words that stand beside matches.
  var collocates:
    @Sendable (_ request: SearchRequest, _ window: Int, _ minimum: Int, _ deadline: Deadline)
      async throws -> CountAnswer<Collocate>

  /// Cast members.
  var cast: @Sendable (_ request: CastRequest, _ deadline: Deadline) async throws -> [CastEntry]

  /// What cast members are called.
  var called: @Sendable (_ request: CastRequest, _ deadline: Deadline) async throws -> [CalledForm]

  /// A page of the works that a query asks for.
  var works: @Sendable (_ request: WorksRequest, _ deadline: Deadline) async throws -> WorksAnswer

  /// Works whose title or author holds the words, or whose id they are.
  var worksCalled:
    @Sendable (_ words: String, _ limit: Int, _ deadline: Deadline) async throws -> [WorkEntry]

  /// The table of contents of a work that has so many chapters.
  var contents:
    @Sendable (_ work: WorkID, _ chapters: Int, _ deadline: Deadline)
      async throws -> [WorkEntry.Part]

  /// What came, changed and went.
  var changes:
    @Sendable (_ since: ChangesSince, _ limit: Int, _ deadline: Deadline)
      async throws -> [ArchiveChange]

  /// The text at a reference.
  var passage:
    @Sendable (
      _ reference: String, _ extent: PassageExtent, _ step: ReadingStep, _ upto: Int?,
      _ deadline: Deadline
    )
      async throws -> Passage

  /// The line at a reference, to be corrected.
  var correctable:
    @Sendable (_ reference: String, _ deadline: Deadline) async throws -> CorrectableLine

  /// Words and names that start with a prefix.
  var completions:
    @Sendable (_ prefix: String, _ limit: Int, _ deadline: Deadline) async throws -> [String]

  /// Words of a query that go on from one, or values of a field.
  var queryCompletions:
    @Sendable (
      _ word: String, _ field: QueryField?, _ saved: [String], _ upto: Int?, _ limit: Int,
      _ deadline: Deadline
    )
      async throws -> [String]
}

extension QueryAnswers {
  /// The engine's answers.
  init(_ engine: SearchEngine) {
    self.init(
      version: { deadline in try await engine.index.version(deadline: deadline) },
      search: { request, deadline in
        try await engine.search(request, deadline: deadline).records
      },
      count: { request, deadline in
        try await engine.count(request, deadline: deadline)
      },
      dispersion: { request, deadline in
        try await engine.dispersion(request, deadline: deadline)
      },
      collocates: { request, window, minimum, deadline in
        try await engine.collocates(request, window: window, minimum: minimum, deadline: deadline)
      },
      cast: { request, deadline in try await engine.cast(request, deadline: deadline) },
      called: { request, deadline in try await engine.called(request, deadline: deadline) },
      works: { request, deadline in
        try await engine.works(request, deadline: deadline)
      },
      worksCalled: { words, limit, deadline in
        try await engine.works(called: words, limit: limit, deadline: deadline)
      },
      contents: { work, chapters, deadline in
        try await engine.contents(of: work, chapters: chapters, deadline: deadline)
      },
      changes: { since, limit, deadline in
        try await engine.changes(since: since, limit: limit, deadline: deadline)
      },
      passage: { reference, extent, step, upto, deadline in
        try await engine.passage(
          reference,
          extent: extent,
          step: step,
          upto: upto,
          deadline: deadline
        )
      },
      correctable: { reference, deadline in
        try await engine.correctable(reference, deadline: deadline)
      },
      completions: { prefix, limit, deadline in
        try await engine.complete(prefix, limit: limit, deadline: deadline)
      },
      queryCompletions: { word, field, saved, upto, limit, deadline in
        try await engine.completeQuery(
          word,
          field: field,
          saved: saved,
          upto: upto,
          limit: limit,
          deadline: deadline
        )
      }
    )
  }
}
