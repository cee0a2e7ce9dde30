import FicIndex
import Synchronization

/// Remembers how many units hold a clause, for one generation of the index.
final class FrequencyCache: Sendable {
  /// What is remembered.
  struct Key: Hashable {
    /// The clause.
    var clause: TermClause

    /// The kind of unit.
    var unit: IndexUnit.Kind
  }

  /// The most clauses that are remembered; beyond, all are forgotten.
  private static let bound = 4096

  private struct State {
    var generation = -1
    var counts: [Key: Int] = [:]
  }

  private let state = Mutex(State())

  /// Forgets everything: another file has taken the index's place.
  func forget() { state.withLock { $0 = State() } }

  /// The figure for a key; nil where none is known for the generation.
  func count(_ key: Key, generation: Int) -> Int? {
    state.withLock { $0.generation == generation ? $0.counts[key] : nil }
  }

  /// Remembers a figure.
  func remember(_ count: Int, for key: Key, generation: Int) {
    state.withLock { state in
      if state.generation != generation || state.counts.count >= Self.bound {
        state = State(generation: generation)
      }
      state.counts[key] = count
    }
  }
}
