import FicModel
import Synchronization

/// Remembers the copies of one generation of the index.
final class CopyCache: Sendable {
  private let state = Mutex<(generation: Int, copies: [WorkID: WorkID])?>(nil)

  /// The copies of a generation; nil where they are not known.
  func copies(generation: Int) -> [WorkID: WorkID]? {
    state.withLock { $0?.generation == generation ? $0?.copies : nil }
  }

  /// Forgets the copies: another file may have the same generation.
  func forget() {
    state.withLock { $0 = nil }
  }

  /// Remembers the copies of a generation.
  func remember(_ copies: [WorkID: WorkID], generation: Int) {
    state.withLock { $0 = (generation, copies) }
  }
}
