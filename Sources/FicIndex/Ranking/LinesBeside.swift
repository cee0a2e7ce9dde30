/// The signal of words that the line lacks and a line beside it has: people remember two lines as
/// one.
package enum LinesBeside {
  /// How much such a word counts, of what it would count in a line of average length.
  package static let weight = 0.12

  /// Its part of a line's score.
  static func score(_ line: LineFeatures) -> Double {
    line.leaves.reduce(0) { sum, leaf in
      leaf.frequency == 0 && leaf.frequencyBeside > 0 ? sum + weight * leaf.weight : sum
    }
  }
}
