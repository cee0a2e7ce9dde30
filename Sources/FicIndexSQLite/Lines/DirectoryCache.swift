import FicIndex
import GRDB
import Synchronization

/// Keeps the directory of one state of an index file.
final class DirectoryCache: Sendable {
  /// Tells one state of an index file from another.
  struct Version: Comparable {
    /// Counts the commits.
    var generation: Int

    /// Counts the merges, which are no commits: they change no answer.
    var build: Int

    static func < (one: Version, other: Version) -> Bool {
      (one.generation, one.build) < (other.generation, other.build)
    }
  }

  private struct State {
    var identity: IndexFile.Identity?
    var version = Version(generation: -1, build: -1)
    var directory = LineDirectory()
  }

  private let state = Mutex(State())

  /// Held while the directory is brought to a newer state: who wants that one too waits for it.
  private let update = Mutex(())

  /// The directory of the state that a connection reads.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func directory(
    _ database: Database,
    _ identity: IndexFile.Identity?,
    version: Version
  ) throws -> LineDirectory {
    if let kept = kept(identity, version) { return kept }
    return try update.withLock { _ in
      if let kept = kept(identity, version) { return kept }
      // Taken out for the time, so that it is changed in place where no search holds it.
      var own = state.withLock { state in
        guard state.identity == identity, state.version < version else {
          return State(identity: identity)
        }
        var taken = State()
        swap(&taken, &state)
        return taken
      }
      try own.directory.update(database)
      own.version = version
      let directory = own.directory
      state.withLock { state in
        // A reader of an older state than the one that is kept has made its own.
        if state.identity != identity || state.version < version { state = own }
      }
      return directory
    }
  }

  private func kept(_ identity: IndexFile.Identity?, _ version: Version) -> LineDirectory? {
    state.withLock { $0.identity == identity && $0.version == version ? $0.directory : nil }
  }

  /// Forgets the directory.
  func forget() { state.withLock { $0 = State() } }
}
