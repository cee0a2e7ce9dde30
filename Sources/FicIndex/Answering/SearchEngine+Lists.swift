package import FicModel

extension SearchEngine {
  /// The cast of a work, or of all works: those whose names hold `name`, if given, the most
  /// talkative first.
  ///
  /// `work` is an id, or a part of a title; then all works of that title are listed.
  ///
  /// Throws `Problem` where no work is meant, and `IndexError`.
  package func cast(
    work: String? = nil,
    name: String? = nil,
    limit: Int = 1000,
    deadline: Deadline = .never
  ) async throws -> [CastEntry] {
    let limit = min(Self.maximumListed, max(1, limit))
    let terms = name.map { Analyzer().terms(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    guard let work, !work.isEmpty else {
      return try await index.cast(of: nil, named: terms, limit: limit, deadline: deadline)
    }
    let works = try await works(work, limit: Self.maximumCastWorks, deadline: deadline)
    guard !works.isEmpty else {
      throw Problem(
        code: "not_found",
        status: 404,
        detail: "no work is called \"\(work)\"",
        hint: "ficsearch works lists the works; a part of the title is enough"
      )
    }
    var result: [CastEntry] = []
    for work in works where result.count < limit {
      guard let id = WorkID(work.work.id) else { continue }
      result += try await index.cast(
        of: id,
        named: terms,
        limit: limit - result.count,
        deadline: deadline
      )
    }
    return result
  }

  /// The works whose title or author holds `text`, or whose id it is; all works without it.
  ///
  /// By id.
  package func works(
    _ text: String? = nil,
    limit: Int = 1000,
    deadline: Deadline = .never
  ) async throws -> [WorkEntry] {
    let limit = min(Self.maximumListed, max(1, limit))
    let terms = text.map { Analyzer().terms(of: $0) } ?? []
    guard let text, !terms.isEmpty else {
      return try await index.works(matching: [], limit: limit, deadline: deadline).map(
        WorkEntry.init
      )
    }
    if let id = WorkID(text), let work = try await index.works([id], deadline: deadline).first {
      return [WorkEntry(work)]
    }
    var found: [WorkID: StoredWork] = [:]
    for key in ["title", "author"] {
      let filter = WorkFilter(key: key, phrase: terms, isPrefix: true)
      let works = try await index.works(matching: [filter], limit: limit, deadline: deadline)
      for work in works { found[work.id] = work }
    }
    return found.keys.sorted().prefix(limit).compactMap { found[$0].map(WorkEntry.init) }
  }

  /// What came, changed and went, the latest first.
  package func changes(
    since: ChangesSince,
    limit: Int = 1000,
    deadline: Deadline = .never
  ) async throws -> [ArchiveChange] {
    let limit = min(Self.maximumListed, max(1, limit))
    return try await index.changes(since: since, limit: limit, deadline: deadline)
  }

  /// Words and names that go on from the last word of `prefix`, the most frequent first.
  package func complete(
    _ prefix: String,
    limit: Int = 10,
    deadline: Deadline = .never
  ) async throws -> [String] {
    guard let last = Analyzer().terms(of: prefix).last else { return [] }
    return try await index.completions(
      of: last,
      limit: min(Self.maximumListed, max(1, limit)),
      deadline: deadline
    )
  }

  /// The most entries of a list.
  private static let maximumListed = 10_000

  /// The most works of one title whose casts are listed.
  private static let maximumCastWorks = 100
}

extension StoredWork {
  /// The sources, where there are several or the only one is not the text that is shown.
  var listedSources: [WorkSource] {
    sources.count == 1 && sources[0].isChosen ? [] : sources.map(WorkSource.init)
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
      metadata: work.metadata.fields.filter { $0.key != "title" && $0.key != "author" },
      sources: work.listedSources,
      removedChapters: work.removedChapters,
      copyOf: work.copyOf?.description
    )
  }
}
