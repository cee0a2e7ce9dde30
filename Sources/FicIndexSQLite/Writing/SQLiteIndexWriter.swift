import FicIndex
import FicModel
import FicSchema
import GRDB

/// Writes an index file.
///
/// One writer at a time: it holds the lock beside the file while it lives. Chapters are grouped into transactions of at most `chaptersPerCommit` chapters or `timePerCommit`;
/// a chapter is never in two. After an error the open transaction is undone, so that the file is what
/// the last commit left.
package final class SQLiteIndexWriter: IndexWriter {
  /// The most chapters in a transaction.
  package static let chaptersPerCommit = 64

  /// How long a transaction stays open at most.
  package static let timePerCommit = Duration.milliseconds(250)

  /// The index file.
  package let path: String

  private let lock: WriterLock
  private let queue: DatabaseQueue
  private var transactionStart = ContinuousClock.now
  private var chaptersInTransaction = 0
  private var changesBefore = 0

  /// The number of the run that changes belong to.
  var run = 0

  /// Opens an index file for writing, making it or bringing it to the current version.
  ///
  /// - Throws: `IndexError`: `busy` where another writer has it, `newerSchema`, `notAnIndex`, `corrupt`,
  ///   `unavailable` where the folder is missing or may not be written.
  package init(path: String) throws {
    self.path = path
    let operation = "open the index for writing"
    lock = try WriterLock(path: path, operation: operation)
    do {
      queue = try DatabaseQueue(path: path, configuration: IndexFile.writerConfiguration)
      try queue.writeWithoutTransaction { database in
        let standing = try IndexFile.standing(of: database)
        try IndexFile.refuse(standing, operation: operation, path: path)
        switch standing {
        case .empty: try IndexFile.migrate(database, from: 0)
        case .older(let version): try IndexFile.migrate(database, from: version)
        case .current, .newer, .foreign: try IndexFile.migrate(database, from: Schema.version)
        }
        try FactStore(database).bringUpToDate()
        try FullTextRebuild(database).bringUpToDate()
      }
    } catch {
      throw IndexError(error, operation: operation, path: path)
    }
  }

  /// Makes everything written so far durable and visible.
  package func commit() throws {
    try perform("commit to the index", opensTransaction: false) { try commit($0) }
  }

  /// Ends the run: finds copies, drops old changes, commits, merges the posting lists when enough has
  /// changed, and copies what it can of the log into the file.
  ///
  /// A merge that fails leaves the lists of the last one, and everything else as it was committed.
  package func finish() throws {
    try perform("find copies") { database in
      try CopyUpdate(database).run()
      try database.change(
        "DELETE FROM change WHERE id <= (SELECT max(id) FROM change) - ?",
        [.integer(ArchiveChange.mostKept)]
      )
    }
    try perform("finish the index", opensTransaction: false) { database in
      try commit(database)
    }
    try mergePostings(isFromScratch: false)
    try perform("finish the index", opensTransaction: false) { database in
      // Readers may stand in the way; then a later run or reader does the rest.
      _ = try database.checkpoint(.passive)
    }
  }

  /// Runs `body` on the connection, in the open transaction or a new one.
  ///
  /// - Throws: `IndexError`; the open transaction has then been undone.
  func perform<Value>(
    _ operation: String,
    opensTransaction: Bool = true,
    _ body: (Database) throws -> Value
  ) throws -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        if opensTransaction, !database.isInsideTransaction {
          try database.beginTransaction(.immediate)
          transactionStart = .now
          chaptersInTransaction = 0
          changesBefore = database.totalChangesCount
        }
        do {
          return try body(database)
        } catch {
          if database.isInsideTransaction { try? database.rollback() }
          throw error
        }
      }
    } catch {
      throw IndexError(error, operation: operation, path: path)
    }
  }

  /// Counts a chapter that was written, and commits when there are enough.
  func chapterWritten(_ database: Database) throws {
    chaptersInTransaction += 1
    if chaptersInTransaction >= Self.chaptersPerCommit
      || transactionStart.duration(to: .now) >= Self.timePerCommit
    {
      try commit(database)
    }
  }

  private func commit(_ database: Database) throws {
    guard database.isInsideTransaction else { return }
    if database.totalChangesCount != changesBefore {
      try database.change("UPDATE state SET generation = generation + 1", [])
    }
    try database.commit()
  }
}
