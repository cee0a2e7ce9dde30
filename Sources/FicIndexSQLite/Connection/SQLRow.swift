import FicModel
import GRDBSQLite

/// The row that a statement stands on; valid only inside the closure that receives it.
@safe struct SQLRow {
  private let statement: OpaquePointer

  /// Creates the row of a statement that `sqlite3_step` has just moved to one.
  init(statement: OpaquePointer) {
    unsafe self.statement = statement
  }

  /// Whether the column is NULL.
  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL
  }

  /// The column as a number; 0 for NULL.
  func integer(_ column: Int) -> Int {
    Int(unsafe sqlite3_column_int64(statement, CInt(column)))
  }

  /// The column as a number; nil for NULL.
  func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }

  /// The column as the id of a work; 0 for NULL.
  func work(_ column: Int) -> WorkID { WorkID(rawValue: UInt64(max(0, integer(column)))) }

  /// The column as the id of a work; nil for NULL.
  func optionalWork(_ column: Int) -> WorkID? { isNull(column) ? nil : work(column) }

  /// The column as text; empty for NULL.
  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The column as text; nil for NULL.
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The column's bytes; empty for NULL.
  func bytes(_ column: Int) -> [UInt8] {
    // The pointer must be asked for before the length.
    guard let start = unsafe sqlite3_column_blob(statement, CInt(column)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(statement, CInt(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Appends the column's bytes; nothing for NULL.
  func append(_ column: Int, to bytes: inout [UInt8]) {
    guard let start = unsafe sqlite3_column_blob(statement, CInt(column)) else { return }
    let count = Int(unsafe sqlite3_column_bytes(statement, CInt(column)))
    unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
  }
}
