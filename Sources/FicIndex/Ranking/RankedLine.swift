/// A line, and how close it comes to a query.
package struct RankedLine: Hashable, Sendable {
  /// The line.
  package var key: LineKey

  /// How close: greater is better.
  package var score: Double

  /// Whether its stretch satisfies the query.
  package var answers: Bool

  /// The leaves that its stretch lacks.
  package var lacking: LeafSet

  /// Creates a ranked line.
  package init(key: LineKey, score: Double, answers: Bool, lacking: LeafSet) {
    self.key = key
    self.score = score
    self.answers = answers
    self.lacking = lacking
  }

  /// Whether it comes before another: the greater score, else the earlier place.
  package func precedes(_ other: RankedLine) -> Bool {
    score != other.score ? score > other.score : key < other.key
  }
}
