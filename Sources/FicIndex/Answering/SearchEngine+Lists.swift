package import FicModel
package import FicQuery

extension SearchEngine {
  /// Cast members, the most talkative first.
  ///
  /// Throws `Problem` where no work is meant, and `IndexError`.
  package func cast(
    _ request: CastRequest,
    deadline: Deadline = .never
  ) async throws -> [CastEntry] {
    try await index.snapshot("read the cast of the index", deadline: deadline) { snapshot in
      try cast(request, ChapterCache(snapshot, border: request.upto), snapshot)
    }
  }

  /// By which names and descriptions others call the members of casts.
  ///
  /// Throws `Problem` where no work is meant, and `IndexError`.
  package func called(
    _ request: CastRequest,
    deadline: Deadline = .never
  ) async throws -> [CalledForm] {
    guard !Analyzer().terms(of: request.name).isEmpty else { return [] }
    return try await index.snapshot("read the cast of the index", deadline: deadline) { snapshot in
      let cache = ChapterCache(snapshot, border: request.upto)
      return try CalledFinder(cache: cache).forms(of: cast(request, cache, snapshot))
    }
  }

  private func cast(
    _ request: CastRequest,
    _ cache: ChapterCache,
    _ snapshot: any IndexSnapshot
  ) throws -> [CastEntry] {
    let limit = min(Self.maximumListed, max(1, request.limit))
    let terms = Analyzer().terms(of: request.name)
    let name = terms.isEmpty ? nil : terms
    // Of those with most lines, some may come in later chapters only.
    let most = request.upto == nil ? limit : Self.maximumListed
    var works: [WorkID?] = [nil]
    if !request.work.isEmpty {
      works = try self.works(called: request.work, limit: Self.maximumCastWorks, snapshot)
        .map { WorkID($0.work.id) }
      guard !works.isEmpty else {
        throw Problem(
          code: "not_found",
          status: 404,
          detail: "no work is called \"\(request.work)\"",
          hint: "ficsearch works lists the works; a part of the title is enough"
        )
      }
    }
    var result: [CastEntry] = []
    for work in works where result.count < limit {
      let entries = try snapshot.cast(of: work, named: name, limit: most) { _ in true }
      result += try BorderedCast(cache: cache).entries(entries, named: name)
    }
    return Array(result.prefix(limit))
  }

  /// A page of the works that a query asks for.
  ///
  /// Words without a field are looked for in all that is known of a work; where the query asks for
  /// something of the text, such as `in:` or `from:`, they are looked for there.
  ///
  /// Throws `QuerySyntaxError`, `IndexError`, `CancellationError`.
  package func works(
    _ request: WorksRequest,
    deadline: Deadline = .never
  ) async throws -> WorksAnswer {
    var request = request
    request.limit = min(Self.maximumListed, max(1, request.limit))
    let wanted = request
    return try await index.snapshot("list works of the index", deadline: deadline) { snapshot in
      try WorkLister(snapshot: snapshot, request: wanted).answer()
    }
  }

  /// The works whose title or author holds `text`, or whose id it is; none where no word is in it.
  ///
  /// By id.
  package func works(
    called text: String,
    limit: Int = 1000,
    deadline: Deadline = .never
  ) async throws -> [WorkEntry] {
    let limit = min(Self.maximumListed, max(1, limit))
    return try await index.snapshot("find works of the index", deadline: deadline) { snapshot in
      try works(called: text, limit: limit, snapshot)
    }
  }

  private func works(
    called text: String,
    limit: Int,
    _ snapshot: any IndexSnapshot
  ) throws -> [WorkEntry] {
    if let id = WorkID(text), let work = try snapshot.works([id]).first {
      return [WorkEntry(work)]
    }
    guard let pattern = ValuePattern(text.filter { $0 != "*" }, isPrefix: true),
      !pattern.pieces.isEmpty
    else { return [] }
    let condition = WorkCondition.or([.fact(.title, pattern), .fact(.author, pattern)])
    return try snapshot.works(matching: condition, limit: limit).map(WorkEntry.init)
  }

  /// What came, changed and went, the latest first.
  package func changes(
    since: ChangesSince,
    limit: Int = 1000,
    deadline: Deadline = .never
  ) async throws -> [ArchiveChange] {
    let limit = min(Self.maximumListed, max(1, limit))
    return try await index.snapshot("read the changes", deadline: deadline) {
      try $0.changes(since: since, limit: limit)
    }
  }

  /// The table of contents of a work.
  package func contents(
    of work: WorkID,
    chapters: Int,
    deadline: Deadline = .never
  ) async throws -> [WorkEntry.Part] {
    try await index.snapshot("read the chapters of a work", deadline: deadline) { snapshot in
      var words: [ChapterKey: Int] = [:]
      let story = QueryPlan([LinePlan(clause: nil, works: [work])])
      try snapshot.forEachPart(of: story) { words[$0.chapter, default: 0] += $0.words }
      return try (1..<max(1, chapters) + 1).compactMap { number in
        let key = ChapterKey(work: work, chapter: number)
        return try snapshot.chapters([key]).first.map { records in
          WorkEntry.Part(
            chapter: ChapterLabel(records),
            ref: PassageReference(work: work, chapter: number).description,
            words: words[key] ?? 0
          )
        }
      }
    }
  }

  /// Words and names that go on from the last word of `prefix`, the most frequent first.
  package func complete(
    _ prefix: String,
    limit: Int = 10,
    deadline: Deadline = .never
  ) async throws -> [String] {
    guard let last = Analyzer().terms(of: prefix).last else { return [] }
    let limit = min(Self.maximumListed, max(1, limit))
    return try await index.snapshot("complete a word", deadline: deadline) {
      try $0.completions(of: last, inNames: false, limit: limit)
    }
  }

  /// Words of a query that go on from one, or values of a field, as one word each.
  package func completeQuery(
    _ word: String,
    field: QueryField? = nil,
    saved: [String] = [],
    upto: Int? = nil,
    limit: Int = 50,
    deadline: Deadline = .never
  ) async throws -> [String] {
    let limit = min(Self.maximumListed, max(1, limit))
    return try await index.snapshot("complete a word", deadline: deadline) { snapshot in
      let completer = QueryCompleter(
        snapshot: snapshot,
        saved: saved,
        upto: upto,
        limit: limit
      )
      guard let field else { return try completer.words(from: word) }
      return try completer.values(of: field, from: word)
    }
  }

  /// The most entries of a list.
  private static let maximumListed = 10_000

  /// The most works of one title whose casts are listed.
  private static let maximumCastWorks = 100
}

extension StoredWork {
  /// The sources, where there are several or the only one is not the text that is shown.
  var listedSources: [WorkSource] {
    sources.count == 1 && sources[0].isChosen ? [] : sources.map { WorkSource($0, of: metadata) }
  }
}

extension WorkEntry {
  /// The entry of a stored work.
  package init(_ work: StoredWork) {
    self.init(
      work: WorkLabel(work),
      chapters: work.chapters - work.removedChapters,
      scenes: work.scenes,
      words: work.words,
      path: work.path,
      facts: WorkFacts(work.metadata),
      added: work.added,
      metadata: work.metadata.fields.filter { $0.key != "title" && $0.key != "author" },
      sources: work.listedSources,
      removedChapters: work.removedChapters,
      copyOf: work.copyOf?.description
    )
  }
}
