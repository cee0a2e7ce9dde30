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
  /// A reader keeps what each says, some 15 KB; a merge writes all lists, some seconds for a
  /// gigabyte of text.
  package static let changesBeforeMerge = 256

  /// The most chapters that change before the posting lists are merged.
  private static let mostChangesBeforeMerge = 1024

  /// How many of `chapters` may have changed before the posting lists are merged.
  static func changesBeforeMerge(of chapters: Int) -> Int {
    min(max(changesBeforeMerge, chapters / 100), mostChangesBeforeMerge)
  }

  /// Merges the posting lists when enough has changed since the last time.
  ///
  /// - Parameter bound: How many chapters must have changed; nil for as many as it then pays for.
  /// - Throws: `IndexError`; the lists are then as they were.
  package func mergePostings(after bound: Int? = nil) throws {
    try perform("merge posting lists", opensTransaction: false) { database in
      let chapters = try database.integer("SELECT chapters FROM state") ?? 0
      try merge(database, after: bound ?? Self.changesBeforeMerge(of: chapters))
    }
  }

  /// Merges the posting lists within a run that changes very many chapters, so that a reader need
  /// not keep what all of these say.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func mergeWithinRun(_ database: Database) throws {
    guard chaptersSinceMerge >= changesWithinRun else { return }
    let chapters = try database.integer("SELECT chapters FROM state") ?? 0
    guard chaptersSinceMerge >= chapters / Self.partChangedWithinRun else { return }
    chaptersSinceMerge = 0
    try merge(database, after: 1)
  }

  /// A merge writes all lists: a run does not make one before a sixteenth of the chapters changed.
  private static let partChangedWithinRun = 16

  private func merge(_ database: Database, after bound: Int) throws {
    let changes =
      try database.integer(
        """
        SELECT (SELECT count(*) FROM chapter_line WHERE first >= (SELECT merged_line FROM state))
        + (SELECT count(*) FROM dead_line)
        """
      ) ?? 0
    let build = try database.integer("SELECT posting_build FROM state") ?? 0
    guard changes >= (build == 0 ? 1 : bound) else { return }
    if build == 0 { try Self.optimizeFullText(database) }
    try database.inTransaction(.immediate) {
      try PostingMerge(database, fewestSummedLines: fewestSummedLines).run()
      return .commit
    }
  }

  /// Puts the segments of the full text together, after a run that wrote many.
  static func optimizeFullText(_ database: Database) throws {
    try database.change("INSERT INTO line_fts (line_fts) VALUES ('optimize')")
  }
}
