import FicIndex
import FicModel
import Synchronization

/// Remembers works, for one generation of the index: most pages of hits show the same few.
final class WorkCache: Sendable {
  /// The most bytes of all works, as `size` estimates them; beyond, all are forgotten.
  private static let bound = 4 << 20

  private struct State {
    var generation = -1
    var works: [WorkID: StoredWork] = [:]
    var bytes = 0
  }

  private let state = Mutex(State())

  /// Forgets everything: another file has taken the index's place.
  func forget() { state.withLock { $0 = State() } }

  /// A work; nil where it is not known for the generation.
  func work(_ id: WorkID, generation: Int) -> StoredWork? {
    state.withLock { $0.generation == generation ? $0.works[id] : nil }
  }

  /// Remembers a work.
  func remember(_ work: StoredWork, generation: Int) {
    let size = Self.size(of: work)
    state.withLock { state in
      if state.generation != generation || state.bytes + size > Self.bound {
        state = State(generation: generation)
      }
      if state.works.updateValue(work, forKey: work.id) == nil { state.bytes += size }
    }
  }

  /// About how many bytes a work takes in memory: values of Swift, and strings beyond 15 bytes.
  private static func size(of work: StoredWork) -> Int {
    let fields = work.metadata.fields.reduce(0) { sum, field in
      sum + MemoryLayout<MetadataField>.stride + field.key.utf8.count + field.value.utf8.count
    }
    return MemoryLayout<StoredWork>.stride + fields + 200 * work.sources.count
  }
}
