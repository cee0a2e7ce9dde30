import FicIndex
import GRDB

extension SQLiteIndexWriter {
  /// Makes the full-text tables and the posting lists anew from the stored texts, and commits.
  package func rebuild() throws {
    try commitTransaction()
    try perform("make the index anew", opensTransaction: false) { database in
      try FullTextRebuild(database).rebuild()
    }
  }

  /// How many chapters may have changed at least before the posting lists are merged.
  ///
  /// A search looks into each changed chapter on its own, some tenths of a microsecond; a merge
  /// writes all lists, some seconds for a gigabyte of text.
  package static let changesBeforeMerge = 256

  /// How many of `chapters` may have changed before the posting lists are merged: no more than with
  /// which readers still use them.
  static func changesBeforeMerge(of chapters: Int) -> Int {
    min(max(changesBeforeMerge, chapters / 100), PostingStore.maximumChanges)
  }

  /// Merges the posting lists when enough has changed since the last time.
  ///
  /// - Parameter bound: How many chapters must have changed; nil for as many as it then pays for.
  /// - Throws: `IndexError`; the lists are then as they were.
  package func mergePostings(after bound: Int? = nil) throws {
    try perform("merge posting lists", opensTransaction: false) { database in
      let changes = try database.integer("SELECT count(*) FROM posting_change") ?? 0
      let chapters = try database.integer("SELECT chapters FROM state") ?? 0
      let build = try database.integer("SELECT posting_build FROM state") ?? 0
      let bound = build == 0 ? 1 : bound ?? Self.changesBeforeMerge(of: chapters)
      guard changes >= bound else { return }
      if build == 0 { try Self.optimizeFullText(database) }
      try database.inTransaction(.immediate) {
        try PostingMerge(database)?.run()
        return .commit
      }
    }
  }

  /// Puts the segments of each full-text table together, after a run that wrote many.
  static func optimizeFullText(_ database: Database) throws {
    for table in ["scene_fts", "utterance_fts", "matter_fts"] {
      try database.change("INSERT INTO \(table) (\(table)) VALUES ('optimize')", [])
    }
  }
}
