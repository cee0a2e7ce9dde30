import FicIndex
import FicModel
import GRDB

/// Makes the full text anew from the texts, where a program made it that read lines or wrote rows
/// otherwise, and the figures of casts with it.
struct FullTextRebuild {
  /// The form of rows and terms: raised with what `LineStreams` and `LineColumns` make of a
  /// chapter.
  private static let version = ChapterTerms.version

  private let database: Database

  /// Creates a rebuild on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// Brings the tables to this version, and the posting lists, which have the same terms, with
  /// them.
  ///
  /// Complexity: O(text) where the version is another, else O(1).
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`; the file is then as it was.
  func bringUpToDate() throws {
    guard try database.integer("SELECT full_text FROM state") != Self.version else { return }
    try rebuild()
  }

  /// Makes the tables anew, whoever made them.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`; the file is then as it was.
  func rebuild() throws {
    try database.inTransaction(.immediate) {
      try run()
      return .commit
    }
  }

  private func run() throws {
    try database.change("INSERT INTO line_fts (line_fts) VALUES ('delete-all')")
    for table in ["chapter_line", "dead_line", "cast_chapter", "cast_pair"] {
      try database.change("DELETE FROM \(table)")
    }
    try database.change("UPDATE cast_member SET lines = 0, scenes = 0, chapters = 0")
    try database.change("UPDATE work SET chapters = 0, scenes = 0, words = 0")
    try database.change(
      """
      UPDATE state SET chapters = 0, scenes = 0, words = 0, text_bytes = 0, lines = 0,
      utterances = 0, last_line = 0, merged_line = 1 WHERE id = 1
      """
    )
    let ids = try database.integers("SELECT id FROM chapter ORDER BY id")
    let store = ChapterStore(database)
    for id in ids {
      guard let records = try store.records(id: id) else { continue }
      try ChapterExchange(database, id: id, key: records.key).insertDerived(of: records)
    }
    if !ids.isEmpty { try SQLiteIndexWriter.optimizeFullText(database) }
    // Rows begin anew: a reader that has others is told by the number of the merge.
    let isMerged = try database.integer("SELECT posting_build FROM state") ?? 0 > 0
    if isMerged || !ids.isEmpty { try PostingMerge(database).run() }
    try database.change(
      "UPDATE state SET full_text = ?, generation = generation + 1 WHERE id = 1",
      [.integer(Self.version)]
    )
  }
}
