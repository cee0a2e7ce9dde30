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

  /// The directory of the state that a connection reads.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func directory(
    _ database: Database,
    _ identity: IndexFile.Identity?,
    version: Version
  ) throws -> LineDirectory {
    // Taken out for the time, so that it is changed in place where no search holds it.
    var own = state.withLock { state in
      if state.identity == identity, state.version == version { return state }
      var taken = State()
      swap(&taken, &state)
      return taken
    }
    if own.identity == identity, own.version == version { return own.directory }
    // A reader of an older state than the one that is kept makes its own.
    if own.identity != identity || own.version > version { own = State(identity: identity) }
    try own.directory.update(database)
    own.version = version
    let directory = own.directory
    state.withLock { state in
      if state.identity != identity || state.version < version { state = own }
    }
    return directory
  }

  /// Forgets the directory.
  func forget() { state.withLock { $0 = State() } }
}
