import FicModel
import GRDB
import GRDBSQLite

// Statements that are prepared once a connection, bound and stepped without boxing of values.

extension Database {
  /// Runs a query and hands every row to `body`.
  ///
  /// The same query must not be run again inside `body`.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func query(
    _ sql: String,
    _ values: [SQLValue] = [],
    _ body: (SQLRow) throws -> Void
  ) throws {
    let statement = try unsafe cachedStatement(sql: sql).sqliteStatement
    defer {
      unsafe sqlite3_reset(statement)
      unsafe sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      try check(unsafe bind(value, to: statement, at: CInt(index + 1)), sql: sql)
    }
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW: try body(unsafe SQLRow(statement: statement))
      case SQLITE_DONE: return
      case let code: try check(code, sql: sql)
      }
    }
  }

  /// Runs a statement that gives no rows.
  ///
  /// - Throws: `DatabaseError`.
  func change(_ sql: String, _ values: [SQLValue] = []) throws {
    try query(sql, values) { _ in }
  }

  /// The first column of the first row as a number; nil where there is no row.
  ///
  /// - Throws: `DatabaseError`.
  func integer(_ sql: String, _ values: [SQLValue] = []) throws -> Int? {
    try first(sql, values) { $0.integer(0) }
  }

  /// The first column of every row as a number.
  ///
  /// - Throws: `DatabaseError`.
  func integers(_ sql: String, _ values: [SQLValue] = []) throws -> [Int] {
    try rows(sql, values) { $0.integer(0) }
  }

  /// What `make` makes of the first row; nil where there is no row.
  ///
  /// - Throws: `DatabaseError`, and what `make` throws.
  func first<Value>(
    _ sql: String,
    _ values: [SQLValue] = [],
    _ make: (SQLRow) throws -> Value
  ) throws -> Value? {
    var result: Value?
    try query(sql, values) { row in
      if result == nil { result = try make(row) }
    }
    return result
  }

  /// What `make` makes of every row.
  ///
  /// - Throws: `DatabaseError`, and what `make` throws.
  func rows<Value>(
    _ sql: String,
    _ values: [SQLValue] = [],
    _ make: (SQLRow) throws -> Value
  ) throws -> [Value] {
    var result: [Value] = []
    try query(sql, values) { result.append(try make($0)) }
    return result
  }

  /// The ordinal of a work; nil where it is not stored.
  ///
  /// - Throws: `DatabaseError`.
  func ordinal(of work: WorkID) throws -> Int? {
    try integer("SELECT ordinal FROM work WHERE id = ?", [.work(work)])
  }

  private func check(_ code: CInt, sql: String) throws {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: lastErrorMessage,
      sql: sql
    )
  }

  private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: CInt) -> CInt {
    // SQLITE_TRANSIENT, which Swift does not import: SQLite makes a copy.
    let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return unsafe sqlite3_bind_null(statement, index)
    case .integer(let number): return unsafe sqlite3_bind_int64(statement, index, Int64(number))
    case .text(let text):
      return unsafe bind(.utf8(Array(text.utf8)), to: statement, at: index)
    case .utf8(let bytes):
      return unsafe bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress, buffer.count > 0 else {
          return unsafe sqlite3_bind_text(statement, index, "", 0, transient)
        }
        return unsafe sqlite3_bind_text64(
          statement,
          index,
          start.assumingMemoryBound(to: CChar.self),
          UInt64(buffer.count),
          transient,
          UInt8(SQLITE_UTF8)
        )
      }
    case .blob(let bytes):
      return unsafe bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress, buffer.count > 0 else {
          return unsafe sqlite3_bind_zeroblob(statement, index, 0)
        }
        return unsafe sqlite3_bind_blob64(
          statement,
          index,
          start,
          UInt64(buffer.count),
          transient
        )
      }
    }
  }
}
