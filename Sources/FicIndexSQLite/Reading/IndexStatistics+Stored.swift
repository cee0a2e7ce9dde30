import FicIndex
import FicModel
import GRDB

extension IndexStatistics {
  /// Reads the sums that the writer keeps.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    self.init(generation: 0, counts: IndexCounts(), lines: 0, failedFiles: 0, expectedFiles: 0)
    try database.query(
      """
      SELECT generation, works, chapters, scenes, text_bytes, utterances, words, files, lines,
      failed_files, expected_files FROM state
      """
    ) { row in
      generation = row.integer(0)
      counts = IndexCounts(
        works: row.integer(1),
        chapters: row.integer(2),
        scenes: row.integer(3),
        utterances: row.integer(5),
        words: row.integer(6),
        textBytes: row.integer(4),
        files: row.integer(7)
      )
      lines = row.integer(8)
      failedFiles = row.integer(9)
      expectedFiles = row.integer(10)
    }
  }
}
