package import FicIndex
package import FicModel

/// One state of a `MemoryIndex`.
package final class MemorySnapshot: IndexSnapshot {
  let contents: MemoryIndex.Contents
  private let deadline: Deadline

  /// Every chapter, read word by word, in the order of keys.
  private(set) lazy var scanned = contents.chapters.values.sorted { $0.key < $1.key }.map {
    ScannedChapter($0, cast: contents.works[$0.key.work]?.cast ?? [])
  }

  /// The words of all lines, ascending.
  private(set) lazy var words = Set(scanned.flatMap(\.items).flatMap(\.reading.words)).sorted()

  /// Takes a state.
  init(_ contents: MemoryIndex.Contents, _ deadline: Deadline) {
    self.contents = contents
    self.deadline = deadline
  }

  /// Throws where the deadline has come or the task was cancelled.
  func check() throws {
    try Task.checkCancellation()
    guard deadline.hasPassed else { return }
    throw IndexError(
      code: .deadlineExceeded,
      operation: "search the index",
      path: "memory",
      cause: "out of time"
    )
  }

  package func statistics() throws -> IndexStatistics {
    try check()
    return IndexStatistics(
      generation: contents.generation,
      counts: contents.counts,
      lines: contents.chapters.values.reduce(0) { $0 + $1.knownTerms.lines.count },
      failedFiles: contents.files.values.count {
        $0.problem.map { FileProblem.isFailure($0.code) } ?? false
      },
      expectedFiles: contents.expectedFiles
    )
  }

  package func chapters(_ keys: [ChapterKey]) throws -> [ChapterRecords] {
    try check()
    return keys.compactMap { contents.chapters[$0] }.map { records in
      var records = records
      records.fingerprint = Fingerprint([])
      records.cast = contents.works[records.key.work]?.cast ?? []
      records.removal = contents.removals[records.key]
      return records
    }
  }

  package func works(_ ids: [WorkID]) throws -> [StoredWork] {
    try check()
    return ids.compactMap(contents.storedWork)
  }

  package func works(matching condition: WorkCondition?, limit: Int) throws -> [StoredWork] {
    try check()
    let ids = contents.works(matching: condition).sorted()
    return ids.prefix(max(0, limit)).compactMap(contents.storedWork)
  }

  package func page(
    of list: WorkList,
    after place: (work: WorkID, position: Int)?,
    limit: Int
  ) throws -> WorkListPage {
    try check()
    let scores = contents.scores(of: list.selection)
    let copies = contents.copies.filter {
      list.foldsCopies && scores[$0.key] != nil && scores[$0.value] != nil
    }
    let works = scores.keys.filter { copies[$0] == nil }.compactMap { contents.works[$0] }
      .map { ShelvedWork($0, counted: contents.counted(of: $0.id)) }
    let order = WorkOrder(
      sort: list.sort,
      isReversed: list.isReversed,
      seed: list.seed,
      scores: scores
    )
    let sorted = order.sorted(works)
    let start = place.map { sorted.firstIndex(of: $0.work).map { $0 + 1 } ?? $0.position } ?? 0
    var page = WorkListPage(total: sorted.count)
    page.works = Array(sorted.dropFirst(start).prefix(max(0, limit)))
    for holder in copies.values where page.works.contains(holder) {
      page.copies[holder, default: 0] += 1
    }
    return page
  }

  package func values(of key: FactKey, in ids: [WorkID]) throws -> [WorkID: Set<String>] {
    try check()
    var values: [WorkID: Set<String>] = [:]
    for work in ids.compactMap({ contents.works[$0] }) {
      let facts = FoldedFacts(work.id, path: work.path, metadata: work.metadata)
      for value in facts.values where value.key == key {
        values[work.id, default: []].insert(String(decoding: value.bytes, as: UTF8.self))
      }
    }
    return values
  }

  package func holders(of ids: [WorkID]) throws -> [WorkID: WorkID] {
    try check()
    return contents.copies.filter { ids.contains($0.key) }
  }

  package func days(of ids: [WorkID]) throws -> [WorkID: Int] {
    try check()
    var days: [WorkID: Int] = [:]
    for work in ids.compactMap({ contents.works[$0] }) {
      let shelved = ShelvedWork(work, counted: [:])
      days[work.id] = shelved.updated ?? shelved.published
    }
    return days
  }

  package func changes(since: ChangesSince, limit: Int) throws -> [ArchiveChange] {
    try check()
    let changes = contents.changes
    let last = changes.last?.run
    let wanted = changes.filter { entry in
      switch since {
      case .lastRun: entry.run == last
      case .moment(let time): entry.change.time >= time
      }
    }
    return wanted.reversed().prefix(max(0, limit)).map(\.change)
  }

  package func shownCounts() throws -> IndexCounts {
    try check()
    let shown = contents.works.keys.filter { contents.copies[$0] == nil }
      .compactMap(contents.storedWork)
    var counts = contents.counts
    counts.works = shown.count
    counts.copies = contents.copies.count
    counts.chapters = shown.reduce(0) { $0 + $1.chapters - $1.removedChapters }
    counts.scenes = shown.reduce(0) { $0 + $1.scenes }
    counts.words = shown.reduce(0) { $0 + $1.words }
    return counts
  }

  package func fileProblemCounts() throws -> [FileProblemCount] {
    try check()
    let byCode = Dictionary(grouping: contents.problems, by: \.code)
    return byCode.map { FileProblemCount(code: $0, files: $1.count) }
      .sorted { ($1.files, $0.code) < ($0.files, $1.code) }
  }

  package func fileProblems(code: String?, limit: Int) throws -> [FileProblem] {
    try check()
    let problems = contents.problems.filter { code == nil || $0.code == code }
    return Array(problems.sorted { $0.path < $1.path }.prefix(max(0, limit)))
  }
}
