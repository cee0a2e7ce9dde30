import Synchronization

/// Keeps the last snapshot of the posting tables of one file.
final class PostingCache: Sendable {
  private struct State {
    var identity: IndexFile.Identity?
    var snapshot: PostingSnapshot?
  }

  private let state = Mutex(State())

  /// The last snapshot, whatever its version; nil where none is kept of the file.
  func snapshot(of identity: IndexFile.Identity?) -> PostingSnapshot? {
    state.withLock { $0.identity == identity ? $0.snapshot : nil }
  }

  /// Keeps a snapshot in place of the last one.
  func keep(_ snapshot: PostingSnapshot, of identity: IndexFile.Identity?) {
    state.withLock { $0 = State(identity: identity, snapshot: snapshot) }
  }
}
