import FicIndex
import GRDB

extension IndexError {
  /// Creates the error for something that the engine or this target threw.
  ///
  /// - Parameters:
  ///   - error: What was thrown; an `IndexError` stays as it is.
  ///   - operation: What was being done, a verb and its object.
  ///   - path: The index file.
  init(_ error: any Error, operation: String, path: String) {
    switch error {
    case let error as IndexError:
      self = error
    case let error as DatabaseError:
      self.init(
        code: Self.code(for: error),
        operation: operation,
        path: path,
        cause: error.message ?? "SQLite result code \(error.extendedResultCode.rawValue)"
      )
    case let error as DamagedRecord:
      self.init(code: .corrupt, operation: operation, path: path, cause: error.cause)
    default:
      self.init(code: .engine, operation: operation, path: path, cause: "\(error)")
    }
  }

  private static func code(for error: DatabaseError) -> Code {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_CORRUPT: .corrupt
    case .SQLITE_NOTADB: .notAnIndex
    case .SQLITE_FULL: .diskFull
    case .SQLITE_INTERRUPT: .deadlineExceeded
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR: .unavailable
    default: .engine
    }
  }
}
