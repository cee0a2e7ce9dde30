import FicModel
import GRDB

/// Which chapter each row of `line_fts` belongs to.
struct LineRows {
  private var chapters: [(rows: Range<Int>, id: Int)] = []
  private var firsts: [Int: Int] = [:]

  /// Reads `chapter_line`.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    try database.query("SELECT first, lines, chapter FROM chapter_line ORDER BY first") { row in
      let first = row.integer(0)
      chapters.append((first..<first + max(0, row.integer(1)), row.integer(2)))
      firsts[row.integer(2)] = first
    }
  }

  /// The chapter of a row; -1 for none.
  ///
  /// Complexity: O(log n).
  func chapter(ofRow row: Int) -> Int {
    let index = chapters.partitionPoint { $0.rows.upperBound > row }
    return index < chapters.count && chapters[index].rows.contains(row) ? chapters[index].id : -1
  }

  /// The first row of a chapter; nil where it has none.
  func first(ofChapter id: Int) -> Int? { firsts[id] }
}
