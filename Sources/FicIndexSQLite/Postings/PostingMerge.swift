import FicIndex
import GRDB

/// Makes the posting tables anew: from the lists of the last merge, as far as their chapters have not
/// changed, and from the texts of those that have.
///
/// It runs in one transaction, so that a reader sees the old state or the new one. Memory is bounded
/// by that of a `PostingRunWriter` and one list of each source.
struct PostingMerge {
  /// How many bytes of entries make a block: eight fill a page.
  private static let blockBytes = 1900

  private let database: Database
  private let old: UnitDirectory
  private var new = UnitDirectory()
  private var changed: Set<Int> = []
  private var renumbered: [Int32] = []

  /// The runs of all chapters, where they have been inverted already.
  private let inverted: PostingRunWriter?

  /// Prepares a merge in the open transaction of a connection.
  ///
  /// - Parameters:
  ///   - database: The connection.
  ///   - isFromScratch: Whether the lists of the last merge are not to be used.
  ///   - inverted: The runs of all chapters, numbered by ascending ids, for a merge from scratch.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  init(_ database: Database, isFromScratch: Bool, inverted: PostingRunWriter? = nil) throws {
    self.database = database
    self.inverted = isFromScratch ? inverted : nil
    old = isFromScratch ? UnitDirectory() : try PostingStore(database).directory()
    if !isFromScratch {
      var ids: Set<Int> = []
      try database.query("SELECT chapter FROM posting_change") { ids.insert($0.integer(0)) }
      changed = ids
    }
    var directory = UnitDirectory()
    try database.query("SELECT id, scenes FROM chapter_unit ORDER BY id") { row in
      directory.append(chapter: row.integer(0), records: row.bytes(1))
    }
    new = directory
    renumbered = renumbering()
  }

  /// For each old unit its new number; -1 for one whose chapter changed or went.
  private func renumbering() -> [Int32] {
    var numbers = [Int32](repeating: -1, count: old.units)
    var place = 0
    for (index, chapter) in old.chapters.enumerated() where !changed.contains(chapter) {
      while place < new.chapters.count, new.chapters[place] < chapter { place += 1 }
      guard place < new.chapters.count, new.chapters[place] == chapter else { continue }
      let (before, after) = (old.units(ofChapterAt: index), new.units(ofChapterAt: place))
      guard before.count == after.count else { continue }
      for (from, to) in zip(before, after) { numbers[from] = Int32(truncatingIfNeeded: to) }
    }
    return numbers
  }

  /// Writes the tables.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func run() throws {
    let written = try inverted ?? invert()
    defer { written.drop() }
    let lastBlock = try database.integer("SELECT ifnull(max(id), 0) FROM posting_block") ?? 0
    let lastList = try database.integer("SELECT ifnull(max(id), 0) FROM posting_list") ?? 0
    var writer = try PostingWriter(
      database,
      new,
      lastBlock: lastBlock,
      lastList: lastList,
      blockBytes: Self.blockBytes
    )
    var sources = written.runs.map { PostingRun(database, entries: $0) }
    var base = MergedPostings(database, units: old.units, lastBlock: lastBlock)
    while let key = try least(&base, &sources) {
      var kept = Postings()
      if try base.peek()?.key == key, let list = try base.next() { kept.append(list, renumbered) }
      var added = Postings()
      for place in sources.indices where try sources[place].peek()?.key == key {
        guard let entry = try sources[place].next(),
          let list = PostingList(entry.list, units: new.units)
        else { continue }
        added.append(list)
      }
      try writer.add(key: key, kept.merging(added))
    }
    try writer.finish()
    try replaceState()
  }

  private func least(_ base: inout MergedPostings, _ runs: inout [PostingRun]) throws -> [UInt8]? {
    var least = try base.peek()?.key
    for place in runs.indices {
      guard let key = try runs[place].peek()?.key else { continue }
      if least.map({ key.lexicographicallyPrecedes($0) }) ?? true { least = key }
    }
    return least
  }

  private func replaceState() throws {
    let columns = new.columns
    try database.change(
      "INSERT OR REPLACE INTO posting_directory VALUES (1, ?, ?, ?)",
      [.blob(columns.chapters), .blob(columns.lengths), .blob(columns.continuing)]
    )
    try database.change("DELETE FROM posting_change", [])
    try database.change("UPDATE state SET posting_build = posting_build + 1 WHERE id = 1", [])
  }

  /// Inverts the chapters that are not in the old lists.
  private func invert() throws -> PostingRunWriter {
    var writer = try PostingRunWriter(database)
    let store = ChapterStore(database)
    for (index, chapter) in new.chapters.enumerated() where isNew(chapter) {
      guard let records = try store.records(id: chapter) else { continue }
      let units = new.units(ofChapterAt: index)
      guard records.storedUnits(.scene).count == units.count else { continue }
      try writer.add(records, from: units.lowerBound)
    }
    try writer.endRun()
    return writer
  }

  private func isNew(_ chapter: Int) -> Bool {
    changed.contains(chapter) || old.index(ofChapter: chapter) == nil
  }
}
