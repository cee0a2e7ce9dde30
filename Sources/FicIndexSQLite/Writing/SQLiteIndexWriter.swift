import FicIndex
import FicModel
import FicSchema
import GRDB

/// Writes an index file.
///
/// One writer at a time: it holds the lock beside the file while it lives. Chapters are grouped
/// into transactions of at most `chaptersPerCommit` chapters or `timePerCommit`; a chapter is never
/// in two. After an error the open transaction is undone, so that the file is what the last commit
/// left.
///
/// Where there is no index yet, a `BulkLoad` makes one: what is written appears with the
/// first `commit` or with `finish`, all of it or nothing; `preview` lets a copy be searched until
/// then.
package final class SQLiteIndexWriter: IndexWriter {
  /// The most chapters in a transaction.
  package static let chaptersPerCommit = 64

  /// How long a transaction stays open at most.
  package static let timePerCommit = Duration.milliseconds(250)

  /// The index file.
  package let path: String

  private let lock: WriterLock
  private var queue: DatabaseQueue

  /// The new file, until it is in its place.
  var bulk: BulkLoad?

  /// The copy of it that is searched meanwhile.
  private var indexPreview: IndexPreview?

  private var transactionStart = ContinuousClock.now
  private var chaptersInTransaction = 0

  /// How many chapters this writer wrote since it last merged the posting lists within a run.
  var chaptersSinceMerge = 0

  private var changesBefore = 0

  /// How many threads it may keep busy.
  let threads: Int

  /// Words that fewer lines hold have no sums.
  let fewestSummedLines: Int

  /// So many chapters change within a run, and a sixteenth of all, before the lists are merged.
  let changesWithinRun: Int

  /// What has been done for chapters that are about to be written.
  var preparation = ChapterPreparation()

  /// What dictionaries are made of, until there are some.
  var dictionaryTraining = DictionaryTraining()

  /// The number of the run that changes belong to.
  var run = 0

  /// Opens an index file for writing, making it or bringing it to the current version.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - threads: How many threads it may keep busy.
  ///   - fewestSummedLines: Words that fewer lines hold have no sums; tests take less.
  ///   - changesWithinRun: So many chapters change within a run at least before the posting lists
  ///     are merged: with 4096 a reader keeps 60 MB; tests take less.
  /// - Throws: `IndexError`: `busy` where another writer has it, `newerSchema`, `notAnIndex`,
  ///   `corrupt`, `unavailable` where the folder is missing or may not be written.
  package init(
    path: String,
    threads: Int = 1,
    fewestSummedLines: Int = WorkSums.fewestLines,
    changesWithinRun: Int = 4096
  ) throws {
    self.path = path
    self.threads = threads
    self.fewestSummedLines = fewestSummedLines
    self.changesWithinRun = changesWithinRun
    let operation = "open the index for writing"
    lock = try WriterLock(path: path, operation: operation)
    let bulk = BulkLoad(for: path)
    BulkLoad(for: path, suffix: BulkLoad.previewSuffix).discard()
    let isNew = IndexFile.identity(of: path) == nil
    self.bulk = isNew ? bulk : nil
    do {
      queue = try Self.open(isNew ? bulk.path : path, operation: operation)
      if isNew { try queue.writeWithoutTransaction(bulk.prepare) }
    } catch {
      bulk.discard()
      throw IndexError(error, operation: operation, path: path)
    }
  }

  deinit {
    indexPreview?.end()
    guard let bulk else { return }
    try? queue.close()
    bulk.discard()
  }

  private static func open(_ path: String, operation: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: IndexFile.writerConfiguration)
    try queue.writeWithoutTransaction { database in
      let standing = try IndexFile.standing(of: database)
      try IndexFile.refuse(standing, operation: operation, path: path)
      switch standing {
      case .empty:
        try IndexFile.prepareEmpty(database)
        try IndexFile.migrate(database, from: 0)
      case .older(let version):
        try IndexFile.useLog(database)
        try IndexFile.migrate(database, from: version)
      case .current, .newer, .foreign:
        try IndexFile.useLog(database)
      }
      try FactStore(database).bringUpToDate()
      try FullTextRebuild(database).bringUpToDate()
    }
    return queue
  }

  /// Makes everything written so far durable and visible.
  package func commit() throws {
    try commitTransaction()
    try publish()
  }

  /// Ends the open transaction; what is in a new file is not visible yet.
  func commitTransaction() throws {
    try perform("commit to the index", opensTransaction: false) { try commit($0) }
  }

  /// Lets what is written so far be searched, where a new index would be there only at its end; not
  /// while the last copy is still being made.
  package func preview() throws {
    guard let bulk, indexPreview?.isDone ?? true else { return }
    try commitTransaction()
    indexPreview = IndexPreview(of: bulk.path, for: path, fewestSummedLines: fewestSummedLines)
  }

  /// How many files the first run is to read; 0 once it has.
  package func expectedFiles() throws -> Int {
    try perform("read what is expected", opensTransaction: false) {
      try $0.integer("SELECT expected_files FROM state") ?? 0
    }
  }

  /// Notes how many files the first run is to read.
  package func expectFiles(_ count: Int) throws {
    guard try expectedFiles() != count else { return }
    try perform("note what is expected") {
      try $0.change("UPDATE state SET expected_files = ? WHERE id = 1", [.integer(count)])
    }
  }

  /// Puts a new file into its place, if it is not there yet.
  private func publish() throws {
    guard let bulk else { return }
    indexPreview?.end()
    indexPreview = nil
    try perform("finish the new index", opensTransaction: false) { try bulk.settle($0) }
    do {
      try queue.close()
      try bulk.publish()
      self.bulk = nil
      queue = try Self.open(path, operation: "open the new index")
    } catch {
      throw IndexError(error, operation: "put the new index into its place", path: path)
    }
  }

  /// Ends the run: finds copies, drops old changes, commits, merges the posting lists when enough
  /// has changed, and copies what it can of the log into the file.
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
    try commitTransaction()
    try mergePostings()
    try publish()
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
    if bulk?.isBroken == true {
      throw failure(operation, "the new index could not be written")
    }
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
          if bulk != nil {
            // Without a journal nothing can be undone.
            bulk?.isBroken = true
          } else if database.isInsideTransaction {
            try? database.rollback()
          }
          throw error
        }
      }
    } catch {
      throw IndexError(error, operation: operation, path: path)
    }
  }

  /// The error for what cannot be written.
  func failure(_ operation: String, _ cause: String) -> IndexError {
    IndexError(code: .engine, operation: operation, path: path, cause: cause)
  }

  /// Counts a chapter that was written, and commits when there are enough; a new index at its end
  /// only.
  func chapterWritten(_ database: Database) throws {
    guard bulk == nil else { return }
    chaptersInTransaction += 1
    chaptersSinceMerge += 1
    if chaptersInTransaction >= Self.chaptersPerCommit
      || transactionStart.duration(to: .now) >= Self.timePerCommit
    {
      try commit(database)
      try mergeWithinRun(database)
    }
  }

  private func commit(_ database: Database) throws {
    guard database.isInsideTransaction else { return }
    if database.totalChangesCount != changesBefore {
      try database.change("UPDATE state SET generation = generation + 1 WHERE id = 1")
    }
    try database.commit()
  }
}
