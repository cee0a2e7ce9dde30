import FicModel

/// Reads chapters for one answer, and what is known of their works, each once; as somebody may see
/// them who has read up to a chapter.
final class ChapterCache {
  /// A chapter with its lines.
  struct Entry {
    /// The chapter.
    let records: ChapterRecords

    /// Its lines.
    let lines: ChapterLines
  }

  /// The most chapters that are kept.
  private static let mostChapters = 64

  /// The last chapter of which anything may show; nil for all.
  let border: Int?

  private let snapshot: any IndexSnapshot
  private var works: [WorkID: StoredWork] = [:]
  private var chapters: [ChapterKey: Entry] = [:]

  /// Creates an empty cache.
  init(_ snapshot: any IndexSnapshot, border: Int? = nil) {
    self.snapshot = snapshot
    self.border = border
  }

  /// A chapter, with the names that are known up to the border; nil where it does not exist, or
  /// lies behind the border.
  func chapter(_ key: ChapterKey) throws -> Entry? {
    if let known = chapters[key] { return known }
    guard var records = try snapshot.chapters([key]).first else { return nil }
    if let border {
      guard max(key.chapter, records.chapter.title.number ?? 0) <= border else { return nil }
      records.cast = records.cast.map { $0.seen(upTo: border) ?? CastMember(name: "") }
    }
    let entry = Entry(records: records, lines: ChapterLines(records.chapter))
    if chapters.count >= Self.mostChapters { chapters = [:] }
    chapters[key] = entry
    return entry
  }

  /// The label of a work.
  func label(of work: WorkID) throws -> WorkLabel {
    try stored(work).map(WorkLabel.init) ?? WorkLabel(id: work.description, title: work.description)
  }

  /// The sources of a work, where they are worth saying.
  func sources(of work: WorkID) throws -> [WorkSource] { try stored(work)?.listedSources ?? [] }

  private func stored(_ work: WorkID) throws -> StoredWork? {
    if let known = works[work] { return known }
    let stored = try snapshot.works([work]).first
    works[work] = stored
    return stored
  }
}
