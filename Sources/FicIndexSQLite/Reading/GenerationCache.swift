import Synchronization

/// Remembers what was read of an index for one generation of it: one answer asks for the same
/// several times, and so does each page.
final class GenerationCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Contents {
    var generation = -1
    var values: [Key: Value] = [:]
    var weight = 0
  }

  private let contents = Mutex(Contents())
  private let bound: Int

  /// Creates a cache that forgets everything before its values weigh more than a bound.
  init(bound: Int) {
    self.bound = bound
  }

  /// Forgets everything: another file has taken the place of the one that was asked.
  func forget() { contents.withLock { $0 = Contents() } }

  /// The value of a key; nil where it is not known for the generation.
  func value(_ key: Key, generation: Int) -> Value? {
    contents.withLock { $0.generation == generation ? $0.values[key] : nil }
  }

  /// Remembers the value of a key.
  func remember(_ value: Value, for key: Key, generation: Int, weight: Int = 1) {
    contents.withLock { contents in
      if contents.generation != generation || contents.weight + weight > bound {
        contents = Contents(generation: generation)
      }
      if contents.values.updateValue(value, forKey: key) == nil { contents.weight += weight }
    }
  }
}
