import FicIndex
import GRDB
import GRDBSQLite

/// Interrupts the statements of a connection when a deadline has come.
///
/// SQLite calls it every few thousand steps of its machine; searches ask it between windows, since
/// they read most of a window without a statement.
final class DeadlineWatch {
  /// How many instructions of SQLite's machine lie between two looks at the clock: about 0.1 ms.
  private static let stepsBetweenChecks: CInt = 4000

  /// What a search throws that sees its deadline come.
  static var interrupt: DatabaseError { DatabaseError(resultCode: .SQLITE_INTERRUPT) }

  private let deadline: Deadline

  /// Creates a watch.
  init(_ deadline: Deadline) {
    self.deadline = deadline
  }

  /// When half of the time that is left from now will have gone.
  var halfway: Deadline {
    Deadline(
      deadline.instant.map { end in
        let now = ContinuousClock.now
        return now.advanced(by: now.duration(to: end) / 2)
      }
    )
  }

  /// Whether the deadline has come, or the task that reads was cancelled.
  var hasPassed: Bool { deadline.hasPassed || Task.isCancelled }

  /// Runs `body` on a connection whose statements fail with `SQLITE_INTERRUPT` after the deadline.
  func guarding<Value>(_ database: Database, _ body: () throws -> Value) rethrows -> Value {
    guard let connection = unsafe database.sqliteConnection else {
      return try body()
    }
    unsafe sqlite3_progress_handler(
      connection,
      Self.stepsBetweenChecks,
      { context in
        guard let context = unsafe context else { return 0 }
        return unsafe Unmanaged<DeadlineWatch>.fromOpaque(context).takeUnretainedValue().hasPassed
          ? 1 : 0
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
    defer { unsafe sqlite3_progress_handler(connection, 0, nil, nil) }
    return try withExtendedLifetime(self) { try body() }
  }
}
