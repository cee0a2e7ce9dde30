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
        $0.problem.map { !$0.isHarmless } ?? false
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

  package func shelf(
    matching condition: WorkCondition?,
    among ids: [WorkID]?
  ) throws -> [ShelvedWork] {
    try check()
    let asked = ids.map(Set.init)
    return contents.works(matching: condition)
      .filter { asked?.contains($0) ?? true }.sorted()
      .compactMap { contents.works[$0] }
      .map { ShelvedWork($0, counted: contents.counted(of: $0.id)) }
  }

  package func copies() throws -> [WorkID: WorkID] { contents.copies }

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

  package func fileProblems(withOtherForms: Bool, limit: Int) throws -> [FileProblem] {
    try check()
    let problems = contents.files.values.compactMap(\.problem)
      .filter { withOtherForms || !$0.isHarmless }
    return Array(problems.sorted { $0.path < $1.path }.prefix(max(0, limit)))
  }
}
