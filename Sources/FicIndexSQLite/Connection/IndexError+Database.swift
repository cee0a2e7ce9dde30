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
        cause: Self.cause(of: error),
        engineWords: error.message ?? "code \(error.extendedResultCode.rawValue)"
      )
    case let error as DamagedRecord:
      self.init(
        code: .corrupt,
        operation: operation,
        path: path,
        cause: Self.contradiction,
        engineWords: error.cause
      )
    default:
      self.init(code: .engine, operation: operation, path: path, cause: "\(error)")
    }
  }

  private static let contradiction = "what stands in it contradicts itself"

  /// What the engine's code means; its own words are about tables and pages, and tell a developer
  /// what no code of ours does.
  private static func cause(of error: DatabaseError) -> String {
    switch error.resultCode {
    case .SQLITE_CORRUPT: contradiction
    case .SQLITE_NOTADB: "it does not begin as an index does"
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "it may only be read"
    case .SQLITE_CANTOPEN: "the file or its folder may not be opened"
    case .SQLITE_IOERR: "the disk gave an error"
    default:
      "the engine gave error \(error.extendedResultCode.rawValue)"
        + (error.message.map { ": \($0)" } ?? "")
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
