import FicModel

/// Reads chapters for one query, several at a time, and what is known of their works.
struct ChapterCache {
  /// The chapters of one read.
  static let batch = 8

  private let index: any SearchIndex
  private let deadline: Deadline
  private var works: [WorkID: StoredWork] = [:]

  /// Creates an empty cache.
  init(index: any SearchIndex, deadline: Deadline) {
    self.index = index
    self.deadline = deadline
  }

  /// The chapters that still exist of `keys`, by key.
  mutating func chapters(_ keys: [ChapterKey]) async throws -> [ChapterKey: ChapterRecords] {
    try Task.checkCancellation()
    var seen: Set<ChapterKey> = []
    let different = keys.filter { seen.insert($0).inserted }
    try await loadWorks(different.map(\.work))
    var result: [ChapterKey: ChapterRecords] = [:]
    for stored in try await index.chapters(different, deadline: deadline)
    where works[stored.key.work] != nil {
      result[stored.key] = ChapterRecords(stored)
    }
    return result
  }

  /// The label of a work that was read.
  func label(of work: WorkID) -> WorkLabel {
    works[work].map(WorkLabel.init) ?? WorkLabel(id: work.description, title: work.description)
  }

  /// The sources of a work that was read, where they are worth saying.
  func sources(of work: WorkID) -> [WorkSource] { works[work]?.listedSources ?? [] }

  private mutating func loadWorks(_ ids: [WorkID]) async throws {
    let missing = Set(ids).filter { works[$0] == nil }.sorted()
    guard !missing.isEmpty else { return }
    for work in try await index.works(missing, deadline: deadline) { works[work.id] = work }
  }
}
