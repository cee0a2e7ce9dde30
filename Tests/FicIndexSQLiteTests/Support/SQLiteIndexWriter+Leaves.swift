import FicIndex
import GRDB

@testable import FicIndexSQLite

extension SQLiteIndexWriter {
  /// Gives a full-text table leaves that hold little, of 64 bytes, and segments that stay apart.
  func makeManyLeaves(of kind: IndexUnit.Kind) throws {
    try perform("set") { database in
      for (option, value) in [("pgsz", 64), ("automerge", 0), ("crisismerge", 100)] {
        try database.change(
          "INSERT INTO \(kind.table) (\(kind.table), rank) VALUES (?, ?)",
          [.text(option), .integer(value)]
        )
      }
    }
  }
}
