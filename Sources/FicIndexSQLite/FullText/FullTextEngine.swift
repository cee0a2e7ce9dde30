package import FicIndex
import GRDB
import GRDBSQLite

/// The FTS5 of this machine: whether it keeps its lists in the form that this program reads.
package enum FullTextEngine {
  /// So many rows fill some leaves.
  private static let rows = 600

  /// Makes a small table in memory and reads its lists, as searches do.
  ///
  /// It takes a few milliseconds, so that a program asks before anything else.
  ///
  /// - Parameter change: Changes the table before it is read; tests do.
  /// - Throws: `IndexError` with the code `unknownEngine` where they are not what was put in.
  package static func check(
    changing change: (_ execute: (String) throws -> Void) throws -> Void = { _ in }
  ) throws(IndexError) {
    do {
      try DatabaseQueue(configuration: IndexFile.writerConfiguration).writeWithoutTransaction {
        database in
        try database.execute(
          sql: """
            CREATE VIRTUAL TABLE \(FullTextLayout.table)
            USING fts5(terms, content='', columnsize=0, tokenize='fic terms')
            """
        )
        // FTS5 keeps rows back until a transaction ends.
        try database.inTransaction {
          for row in 1...rows {
            let terms = ["each", row.isMultiple(of: 7) ? "seventh" : "other", "each", "row\(row)"]
            try database.change(
              "INSERT INTO \(FullTextLayout.table) (rowid, terms) VALUES (?, ?)",
              [.integer(row), .utf8(terms.flatMap { [ChapterTerms.placeMark] + Array($0.utf8) })]
            )
          }
          return .commit
        }
        try change { try database.execute(sql: $0) }
        let table = try FullTextTable(database)
        try expect("each", at: [0, 2], in: 1...rows, table)
        try expect("seventh", at: [1], in: stride(from: 7, through: rows, by: 7), table)
        try expect("row\(rows)", at: [3], in: [rows], table)
      }
    } catch {
      throw IndexError(
        code: .unknownEngine,
        operation: "use FTS5",
        path: "",
        cause: "SQLite \(unsafe String(cString: sqlite3_libversion())) does not keep its full-text "
          + "lists as this version reads them: \((error as? DamagedRecord)?.cause ?? "\(error)")"
      )
    }
  }

  private static func expect(
    _ term: String,
    at places: [Int],
    in rows: some Sequence<Int>,
    _ table: FullTextTable
  ) throws {
    var postings = try table.postings(of: Array(term.utf8))
    var buffer = PositionBuffer()
    for row in rows {
      guard let match = try postings.find(row) else {
        throw DamagedRecord(cause: "a row of a term is not found")
      }
      postings.readPositions(match, less: 0, into: &buffer)
      guard buffer.array == places else {
        throw DamagedRecord(cause: "a term is read at other places than it was put")
      }
    }
  }
}
