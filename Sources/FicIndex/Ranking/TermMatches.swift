/// The signal of the words that a line has: BM25.
package enum TermMatches {
  /// Its part of a line's score.
  static func score(_ line: LineFeatures) -> Double {
    line.leaves.reduce(0) { sum, leaf in
      leaf.frequency > 0
        ? sum + leaf.weight * BM25.saturation(leaf.frequency, words: line.words) : sum
    }
  }
}
