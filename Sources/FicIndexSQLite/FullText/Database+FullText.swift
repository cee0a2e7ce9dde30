import FicIndex
import GRDB
import GRDBSQLite

extension Database {
  /// Makes the tokenizer `fic` known to FTS5 on this connection.
  ///
  /// - Throws: `DatabaseError` where SQLite has no FTS5.
  func registerFullText() throws {
    let api = try unsafe fullTextInterface()
    var tokenizer = FullTextTokenizer.functions
    guard
      unsafe api.pointee.xCreateTokenizer(api, FullTextTokenizer.name, nil, &tokenizer, nil)
        == SQLITE_OK
    else {
      throw DatabaseError(message: "FTS5 takes no tokenizer")
    }
  }

  /// A leaf of a segment of the lines' table; empty where it is missing.
  ///
  /// - Throws: `DatabaseError`.
  func leaf(_ leaf: Int, of segment: Int) throws -> [UInt8] {
    try first(
      "SELECT block FROM \(FullTextLayout.table)_data WHERE id = ?",
      [.integer(FullTextLayout.row(ofLeaf: leaf, of: segment))]
    ) { $0.bytes(0) } ?? []
  }

  /// Hands some leaves of a segment of the lines' table to `body`, in their order.
  ///
  /// - Throws: `DatabaseError`; `DamagedRecord` where one is missing.
  func readLeaves(
    _ leaves: ClosedRange<Int>,
    of segment: Int,
    _ body: (SQLRow) -> Void
  ) throws {
    let rows = FullTextLayout.row(ofLeaf: leaves.lowerBound, of: segment)
    var count = 0
    try query(
      "SELECT block FROM \(FullTextLayout.table)_data WHERE id BETWEEN ? AND ? ORDER BY id",
      .bounds(rows...rows + leaves.count - 1)
    ) { row in
      body(row)
      count += 1
    }
    guard count == leaves.count else {
      throw DamagedRecord(cause: "\(FullTextLayout.table) lacks a leaf of segment \(segment)")
    }
  }

  /// The interface of FTS5, asked for as sqlite.org/fts5.html (7) says.
  private func fullTextInterface() throws -> UnsafeMutablePointer<fts5_api> {
    // SQLite keeps the pointer to the type's name, so the name must live for good.
    let type: StaticString = "fts5_api_ptr"
    var api: UnsafeMutablePointer<fts5_api>?
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    let code = unsafe sqlite3_prepare_v2(sqliteConnection, "SELECT fts5(?1)", -1, &statement, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
    }
    unsafe withUnsafeMutablePointer(to: &api) { place in
      _ = unsafe type.utf8Start.withMemoryRebound(
        to: CChar.self,
        capacity: type.utf8CodeUnitCount
      ) {
        unsafe sqlite3_bind_pointer(statement, 1, place, $0, nil)
      }
      unsafe sqlite3_step(statement)
    }
    guard let api = unsafe api else {
      throw DatabaseError(message: "SQLite was built without FTS5")
    }
    return unsafe api
  }
}
