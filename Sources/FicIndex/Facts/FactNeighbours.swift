import FicQuery

/// Finds the words of values that are like a word which no value has.
package struct FactNeighbours: Sendable {
  private let term: Term
  private let farthest: Int
  private var found: [[UInt8]: (distance: Int, values: Int)] = [:]
  private var isKnown = false

  /// Looks for words within an edit of `term`, within two of a longer one.
  package init(of term: Term) {
    self.term = term
    farthest = term.bytes.count > 4 ? 2 : 1
  }

  /// Takes the words of a value, as `FoldedFacts` writes it.
  ///
  /// Complexity: linear in the value, and the product of the lengths for each word of like length.
  package mutating func add(_ value: [UInt8]) {
    guard !isKnown else { return }
    let words = value.split { $0 == 0x20 || $0 == Analyzer.barrier || $0 == 0x26 || $0 == 0x2F }
    for word in Set(words) {
      if word.elementsEqual(term.bytes) {
        isKnown = true
        return
      }
      let word = Array(word)
      if found[word] != nil {
        found[word]?.values += 1
      } else if let distance = EditDistance.between(term.bytes, word, limit: farthest),
        distance < term.bytes.count
      {
        found[word] = (distance, 1)
      }
    }
  }

  /// The best, at most `limit`: the nearest first, then those of the most values; none where a
  /// value has the word itself.
  package func best(_ limit: Int) -> [String] {
    guard !isKnown else { return [] }
    return found.sorted { left, right in
      (left.value.distance, right.value.values, Term(bytes: left.key))
        < (right.value.distance, left.value.values, Term(bytes: right.key))
    }
    .prefix(max(0, limit)).map { String(decoding: $0.key, as: UTF8.self) }
  }
}
