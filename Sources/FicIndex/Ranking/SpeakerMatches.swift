/// The signal of a word of the query that is a name of who speaks in the line, and no word of it.
package enum SpeakerMatches {
  /// How much it counts, of the word's weight.
  package static let weight = 0.5

  /// Its part of a line's score.
  static func score(_ line: LineFeatures) -> Double {
    line.leaves.reduce(0) { sum, leaf in
      leaf.isSpeaker && leaf.frequency == 0 ? sum + weight * leaf.weight : sum
    }
  }
}
