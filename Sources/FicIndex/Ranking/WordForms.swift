/// The signal of words that the line has in another form alone: *walked* where *walk* was asked.
package enum WordForms {
  /// How much of such a word's weight that takes away.
  ///
  /// Any part puts the form that was typed first where all else is equal. Of lines that are
  /// remembered word by word more come first with a half than with 0.1 or 0.3, of those that are
  /// remembered in another tense one in 34 fewer (`Documentation/Relevance.md`, 2026-11-30).
  package static let weight = 0.5

  /// Its part of a line's score: 0 or less.
  static func score(_ line: LineFeatures) -> Double {
    line.leaves.reduce(0) { sum, leaf in
      leaf.isOtherForm ? sum - weight * leaf.weight : sum
    }
  }
}
