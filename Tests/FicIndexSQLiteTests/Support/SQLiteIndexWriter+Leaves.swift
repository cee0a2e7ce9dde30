import GRDB

@testable import FicIndexSQLite

extension SQLiteIndexWriter {
  /// Gives the full text leaves that hold little, of 64 bytes, and segments that stay apart.
  func makeManyLeaves() throws {
    try perform("set") { database in
      for (option, value) in [("pgsz", 64), ("automerge", 0), ("crisismerge", 100)] {
        try database.change(
          "INSERT INTO line_fts (line_fts, rank) VALUES (?, ?)",
          [.text(option), .integer(value)]
        )
      }
    }
  }
}
