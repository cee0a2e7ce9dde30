/// What a work's metadata must hold.
package struct WorkFilter: Hashable, Sendable {
  /// The metadata key: `title`, `author`.
  package var key: String

  /// Terms that one value of the key must hold, one after the other.
  package var phrase: [Term]

  /// Whether the last term is only the start of a word.
  package var isPrefix: Bool

  /// Whether no value may hold them.
  package var isNegated: Bool

  /// Creates a filter.
  package init(key: String, phrase: [Term], isPrefix: Bool = false, isNegated: Bool = false) {
    self.key = key
    self.phrase = phrase
    self.isPrefix = isPrefix
    self.isNegated = isNegated
  }
}
