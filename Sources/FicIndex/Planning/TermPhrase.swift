/// Terms one after the other; one term is a word.
package struct TermPhrase: Hashable, Sendable {
  /// Never empty.
  package var terms: [Term]

  /// Whether the last term is only the start of a word.
  package var isPrefix: Bool

  /// Creates a phrase of one term or more.
  package init(_ terms: [Term], isPrefix: Bool = false) {
    self.terms = terms
    self.isPrefix = isPrefix
  }

  /// Whether words match it, from one of them on.
  package func matches(_ words: [Term], at start: Int) -> Bool {
    guard start + terms.count <= words.count else { return false }
    for (index, term) in terms.enumerated() {
      let word = words[start + index].bytes
      let isOpen = isPrefix && index == terms.count - 1
      guard isOpen ? word.starts(with: term.bytes) : word == term.bytes else { return false }
    }
    return true
  }

  /// Where it begins among words, ascending.
  ///
  /// Complexity: O(n).
  package func starts(in words: [Term]) -> [Int] {
    words.indices.filter { matches(words, at: $0) }
  }
}
