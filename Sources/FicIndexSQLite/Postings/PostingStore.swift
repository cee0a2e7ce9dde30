import FicIndex
import FicModel
import GRDB

/// Reads the state of the posting tables.
struct PostingStore {
  /// The most chapters that may have changed since the last merge; with more, searches go without
  /// posting lists until the next merge.
  ///
  /// A snapshot holds about 15 KB for each.
  static let maximumChanges = 1024

  private let database: Database

  /// Reads through a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// The state, with what of `last` still holds; nil where there are no lists that can be used.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func snapshot(after last: PostingSnapshot?) throws -> PostingSnapshot? {
    var found: (version: PostingSnapshot.Version, changes: Int)?
    try database.query(
      """
      SELECT posting_build, (SELECT ifnull(max(id), 0) FROM posting_change),
      (SELECT count(*) FROM posting_change) FROM state
      """
    ) { row in
      found = (.init(build: row.integer(0), change: row.integer(1)), row.integer(2))
    }
    guard let found, found.version.build > 0, found.changes <= Self.maximumChanges else {
      return nil
    }
    if let last, last.version == found.version { return last }
    let kept = last?.version.build == found.version.build ? last : nil
    var dead: [Int] = []
    let changes = try self.changes(keeping: kept?.changes ?? [:], dead: &dead)
    return try PostingSnapshot(
      version: found.version,
      merged: try kept?.merged ?? MergedUnits(directory(), names: names()),
      dead: dead,
      changes: changes,
      name: name(ofOrdinal:),
      meanLength: meanLength()
    )
  }

  /// The units of the tables.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func directory() throws -> UnitDirectory {
    var columns = UnitDirectory.Columns()
    try database.query("SELECT chapters, lengths, continuing FROM posting_directory") { row in
      columns = .init(chapters: row.bytes(0), lengths: row.bytes(1), continuing: row.bytes(2))
    }
    return try UnitDirectory(columns)
  }

  private func changes(
    keeping known: [Int: (change: Int, postings: ChapterPostings)],
    dead: inout [Int]
  ) throws -> [Int: (change: Int, postings: ChapterPostings)] {
    var rows: [(change: Int, chapter: Int)] = []
    try database.query("SELECT id, chapter FROM posting_change") { row in
      rows.append((row.integer(0), row.integer(1)))
    }
    let store = ChapterStore(database)
    var changes: [Int: (change: Int, postings: ChapterPostings)] = [:]
    for (change, chapter) in rows {
      dead.append(chapter)
      if let same = known[chapter], same.change == change {
        changes[chapter] = same
      } else if let records = try store.records(id: chapter) {
        changes[chapter] = (change, ChapterPostings(records, id: chapter))
      }
    }
    return changes
  }

  /// The ids of the works by ordinal.
  ///
  /// - Throws: `DatabaseError`.
  func names() throws -> [Int: WorkID] {
    var names: [Int: WorkID] = [:]
    try database.query("SELECT ordinal, id FROM work") { row in
      names[row.integer(0)] = WorkID(rawValue: UInt64(max(0, row.integer(1))))
    }
    return names
  }

  private func name(ofOrdinal ordinal: Int) throws -> WorkID {
    let id = try database.integer("SELECT id FROM work WHERE ordinal = ?", [.integer(ordinal)])
    return WorkID(rawValue: UInt64(max(0, id ?? 0)))
  }

  /// The mean length of a scene unit, in words, as `BM25.meanLength` gives it.
  ///
  /// - Throws: `DatabaseError`.
  func meanLength() throws -> Double {
    var mean = 1.0
    try database.query("SELECT scene_units, scene_words FROM state") { row in
      mean = BM25.meanLength(units: row.integer(0), words: row.integer(1))
    }
    return mean
  }
}

extension ChapterStore {
  /// The records of a chapter whose work's id does not matter; nil where there is none.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func records(id: Int) throws -> ChapterRecords? {
    let number = RowKey.number(ofChapter: id)
    return try records(id: id, key: ChapterKey(work: WorkID(rawValue: 0), chapter: number))
  }
}
