/// Terms one after the other; one term is a word.
package struct TermPhrase: Hashable, Sendable {
  /// Never empty.
  package var terms: [Term]

  /// Whether the last term is only the start of a word.
  package var isPrefix: Bool

  /// How the words go on of which the last term is the start; nil where they may go on anyhow.
  package var pattern: WordPattern?

  /// The language in which inflections of the only term are still to be looked for; nil where they
  /// are known or not meant.
  package var inflection: InflectedLanguage?

  /// The inflections of the only term that are meant too, ascending, itself left out.
  package var forms: [Term]

  /// Creates a phrase of one term or more; with a pattern, the last is the start of a word.
  package init(
    _ terms: [Term],
    isPrefix: Bool = false,
    pattern: WordPattern? = nil,
    inflection: InflectedLanguage? = nil,
    forms: [Term] = []
  ) {
    self.terms = terms
    self.isPrefix = isPrefix || pattern != nil
    self.pattern = pattern
    self.inflection = inflection
    self.forms = forms
  }

  /// The phrase without inflections.
  package var asWritten: TermPhrase { TermPhrase(terms, isPrefix: isPrefix, pattern: pattern) }

  /// A phrase of only the term at a place.
  package func word(at place: Int) -> TermPhrase {
    if terms.count == 1 { return self }
    let isLast = place == terms.count - 1
    return TermPhrase(
      [terms[place]],
      isPrefix: isLast && isPrefix,
      pattern: isLast ? pattern : nil
    )
  }

  /// Whether one of the words that the last term is the start of is meant.
  package func takes(_ word: [UInt8]) -> Bool {
    guard let pattern, let start = terms.last else { return true }
    return pattern.matches(word[start.bytes.count...])
  }

  /// Whether words match it, from one of them on.
  package func matches(_ words: [Term], at start: Int) -> Bool {
    guard start + terms.count <= words.count else { return false }
    for (index, term) in terms.enumerated() {
      let word = words[start + index].bytes
      let isOpen = isPrefix && index == terms.count - 1
      guard
        isOpen
          ? word.starts(with: term.bytes) && takes(word)
          : word == term.bytes || forms.contains(words[start + index])
      else { return false }
    }
    return true
  }

  /// The words as a query has them.
  package var text: String {
    let words = terms.map(\.description).joined(separator: " ")
    if let pattern { return words + String(decoding: pattern.bytes, as: UTF8.self) }
    return words + (isPrefix ? "*" : "")
  }

  /// Where it begins among words, ascending.
  ///
  /// Complexity: O(n).
  package func starts(in words: [Term]) -> [Int] {
    words.indices.filter { matches(words, at: $0) }
  }
}
