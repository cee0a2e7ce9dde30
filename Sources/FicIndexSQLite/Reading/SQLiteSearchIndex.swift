package import FicIndex
import FicModel
import FicQuery
import FicSchema
import GRDB
import GRDBSQLite
import Synchronization

/// An index file, read by any number of searches while one worker may write it.
///
/// The file is opened when it is first asked for and again when another file has taken its place,
/// so that a daemon may start before the first index run.
package final class SQLiteSearchIndex: SearchIndex {
  /// The index file.
  package let path: String

  /// How many reads run at once; more wait for their turn.
  package let readers: Int

  /// The least number of lines that a search for the closest looks at closely.
  let closerLook: Int

  let directories = DirectoryCache()

  /// The works that satisfy conditions, a million ordinals in all: some 16 MB.
  let conditions = GenerationCache<WorkCondition, WorkSet>(bound: 1 << 20)

  /// Works by id, 4 MiB as the snapshot estimates them: most pages show the same few.
  let works = GenerationCache<WorkID, StoredWork>(bound: 4 << 20)

  let generations = GenerationReader()
  private let open = Mutex<OpenFile?>(nil)
  private let metDamage = Mutex<Damage?>(nil)

  private struct OpenFile {
    var pool: DatabasePool
    var identity: IndexFile.Identity

    /// What the file was when it was opened as one that nobody writes; nil for any other.
    var unchanging: IndexFile.Stamp?
  }

  private struct Damage {
    var error: IndexError
    var identity: IndexFile.Identity?
    var generation: Int?
  }

  /// Creates an index whose file need not exist yet; nothing is opened.
  ///
  /// - Parameters:
  ///   - path: The index file.
  ///   - readers: How many reads may run at once, 1 or more: as many as there are cores.
  ///   - closerLook: So many of the lines whose words weigh most are looked at closely for what
  ///     else they have, or more where more are asked for. With as many as there are lines, the
  ///     closest are exactly the closest; fewer may miss one that order and neighbours would have
  ///     brought up.
  package init(path: String, readers: Int, closerLook: Int = 64) {
    self.closerLook = closerLook
    self.path = path
    self.readers = max(1, readers)
  }

  /// What SQLite can do.
  package var capabilities: IndexCapabilities {
    IndexCapabilities(
      name: unsafe "SQLite \(String(cString: sqlite3_libversion()))",
      near: true,
      exactTotals: true,
      suggestions: true
    )
  }

  /// Whether no run can bring the index up to date, since its file may only be read.
  package var isReadOnly: Bool { IndexFile.isReadOnly(path) }

  /// The damage that a read has met in the file as it is now.
  package var damage: IndexError? {
    let identity = IndexFile.identity(of: path)
    let generation = generations.generation(of: path, identity)
    return metDamage.withLock { damage in
      if damage?.identity != identity || damage?.generation != generation { damage = nil }
      return damage?.error
    }
  }

  /// What the index is now.
  package func version(deadline: Deadline) async throws -> IndexVersion {
    // The file first: one that takes its place in between is noticed at the next look.
    let identity = IndexFile.identity(of: path)
    if let identity, let generation = generations.generation(of: path, identity) {
      return IndexVersion(place: [identity.device, identity.inode], generation: generation)
    }
    return try read("read the version of the index", deadline) { database, _ in
      IndexVersion(
        place: identity.map { [$0.device, $0.inode] } ?? [],
        generation: try database.integer("SELECT generation FROM state") ?? 0
      )
    }
  }

  /// Gives back what makes searches fast: the pages that readers keep, up to 16 MiB each, with
  /// their statements, and what is known of the lines, 5 bytes each.
  ///
  /// It waits for the reads that run, and those that come meanwhile wait for it; the next one reads
  /// anew what it needs.
  package func releaseMemory() {
    open.withLock { $0?.pool }?.releaseMemory()
    directories.forget()
  }

  /// Hands one consistent state of the index to `body`.
  package func snapshot<Answer: Sendable>(
    _ operation: String,
    deadline: Deadline,
    _ body: (any IndexSnapshot) throws -> Answer
  ) async throws -> Answer {
    try read(operation, deadline) { database, watch in
      try body(SQLiteIndexSnapshot(self, database, watch))
    }
  }

  /// Runs one consistent read.
  ///
  /// It runs on the thread that calls, which a search holds until it is answered: no switch of
  /// threads for each of its reads. A daemon runs searches on an executor of their own, so that a
  /// long one keeps nothing else waiting.
  ///
  /// - Parameters:
  ///   - operation: What is done, for errors: a verb and its object.
  ///   - deadline: When it must have ended.
  ///   - body: Reads; it runs on a connection's own queue.
  /// - Returns: What `body` returns.
  /// - Throws: `IndexError`; `CancellationError` when the task is cancelled.
  func read<Value: Sendable>(
    _ operation: String,
    _ deadline: Deadline,
    _ body: (Database, DeadlineWatch) throws -> Value
  ) throws -> Value {
    do {
      try Task.checkCancellation()
      let pool = try pool(for: operation)
      return try pool.unsafeRead { database in
        let watch = DeadlineWatch(deadline)
        guard !watch.hasPassed else { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
        // GRDB's own transaction costs as much as a search for a rare word.
        try database.change("BEGIN")
        defer { try? database.change("COMMIT") }
        return try watch.guarding(database) { try body(database, watch) }
      }
    } catch  where error is CancellationError || error is Problem || error is QuerySyntaxError {
      // What a question lacks is no fault of the index.
      throw error
    } catch {
      if Task.isCancelled { throw CancellationError() }
      let failure = IndexError(error, operation: operation, path: path)
      if failure.code == .corrupt { remember(failure) }
      throw failure
    }
  }

  private func remember(_ damage: IndexError) {
    let identity = IndexFile.identity(of: path)
    let generation = generations.generation(of: path, identity)
    metDamage.withLock { $0 = Damage(error: damage, identity: identity, generation: generation) }
  }

  private func pool(for operation: String) throws -> DatabasePool {
    try open.withLock { open in
      guard let identity = IndexFile.identity(of: path) else {
        open = nil
        if IndexFile.isOutOfReach(path) { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
        throw IndexError(
          code: .notIndexed,
          operation: operation,
          path: path,
          cause: "there is no index yet"
        )
      }
      if let open, open.identity == identity,
        open.unchanging.map({ $0 == IndexFile.stamp(of: path) }) ?? true
      {
        return open.pool
      }
      open = nil
      do {
        let name = IndexFile.unchangingName(of: path)
        let stamp = name == nil ? nil : IndexFile.stamp(of: path)
        let pool = try DatabasePool(
          path: name ?? path,
          configuration: IndexFile.readerConfiguration(readers: readers)
        )
        try check(try pool.read(IndexFile.standing(of:)), operation: operation)
        open = OpenFile(pool: pool, identity: identity, unchanging: stamp)
        conditions.forget()
        works.forget()
        directories.forget()
        return pool
      } catch {
        throw IndexError(error, operation: operation, path: path)
      }
    }
  }

  private func check(_ standing: Schema.Standing, operation: String) throws {
    try IndexFile.refuse(standing, operation: operation, path: path)
    let cause: String
    switch standing {
    case .current: return
    case .older(let version):
      cause = "schema version \(version); the next index run brings it to \(Schema.version)"
    case .empty, .newer, .foreign: cause = "the index is empty"
    }
    throw IndexError(code: .notIndexed, operation: operation, path: path, cause: cause)
  }
}
