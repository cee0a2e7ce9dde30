/// What a line has of the words of a query: what its rank is made of.
package struct LineFeatures: Hashable, Sendable {
  /// What it has of one leaf.
  package struct Leaf: Hashable, Sendable {
    /// The leaf's weight.
    package var weight: Double

    /// How often the line has it.
    package var frequency = 0

    /// How often the line before or behind has it, whichever is more.
    package var frequencyBeside = 0

    /// Where it begins in the line, ascending, in words.
    package var positions: [Int] = []

    /// How many words it is.
    package var length = 1

    /// Whether it is a name of who speaks in the line.
    package var isSpeaker = false

    /// Whether the line has other forms of the word alone.
    package var isOtherForm = false

    /// Creates the features of a leaf that the line has nothing of.
    package init(weight: Double, length: Int = 1) {
      self.weight = weight
      self.length = length
    }
  }

  /// The line's words.
  package var words: Int

  /// The leaves, in the order of the query.
  package var leaves: [Leaf]

  /// Creates features.
  package init(words: Int, leaves: [Leaf]) {
    self.words = words
    self.leaves = leaves
  }

  /// How well the line answers: greater is better.
  package var score: Double {
    TermMatches.score(self) + LinesBeside.score(self) + WordOrder.score(self)
      + SpeakerMatches.score(self) + WordForms.score(self)
  }
}
