/// What the leaves of a query tell, by how many lines of the whole index hold their words.
package struct LeafWeights: Hashable, Sendable {
  /// Words that more lines hold than this share hardly tell one line from another.
  ///
  /// In the novels of PDNC some seventy words: articles, pronouns, the commonest verbs.
  package static let tellingShare = 0.02

  /// A regular expression weighs as much as a word that one line in so many has.
  ///
  /// A judgement: to count its lines would be to read every text.
  private static let linesToExpression = 1000

  /// The weight of each leaf.
  package private(set) var weights: [Double] = []

  /// The leaves that tell one line from another; all where none does.
  package private(set) var telling: LeafSet

  /// Weighs leaves.
  ///
  /// - Parameters:
  ///   - leaves: The leaves, in the order of their numbers.
  ///   - lines: The lines of the whole index.
  ///   - held: How many of them hold a word, or any of the words with a start.
  package init(
    _ leaves: [TermClause],
    lines: Int,
    held: (_ word: TermPhrase) throws -> Int
  ) rethrows {
    telling = LeafSet()
    for (number, leaf) in leaves.enumerated() {
      var weight = 0.0
      var tells = false
      for phrase in leaf.phrases {
        var own = 0.0
        for place in phrase.terms.indices {
          let count = try held(phrase.word(at: place))
          own += BM25.weight(held: count, of: lines)
          if Double(count) <= Self.tellingShare * Double(lines) { tells = true }
        }
        if phrase.terms.count > 1 { tells = true }
        weight = max(weight, own)
      }
      if case .near = leaf { tells = true }
      if leaf.isExpression {
        weight = BM25.weight(held: lines / Self.linesToExpression, of: lines)
        tells = true
      }
      weights.append(weight)
      if tells { telling.insert(number) }
    }
    if telling.isEmpty { takeAllAsTelling() }
  }

  /// Lets every leaf tell, where those that would do not occur.
  mutating func takeAllAsTelling() { telling = LeafSet(below: weights.count) }

  /// The weight of a leaf.
  package subscript(leaf: Int) -> Double { weights[leaf] }
}
