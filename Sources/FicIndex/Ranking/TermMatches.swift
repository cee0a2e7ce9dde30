/// The signal of the words that a line has: BM25, by the length of the line, or of its part that
/// holds them close together.
package enum TermMatches {
  /// Words are close together where no more than so many stand there for each of them.
  ///
  /// With 2 the wanted lines of `make relevance` come first more often and none of the random ones
  /// does less; with 4 long lines that have five frequent words by chance come before.
  static let closeness = 2

  /// How much around such a part counts with it, in lines of average length: a part of a long
  /// paragraph is still less than a short line that has the same.
  static let surroundings = 3

  /// No longer line counts as shorter than so many words.
  package static let leastOfLong = surroundings * Int(BM25.pivot)

  /// Its part of a line's score.
  static func score(_ line: LineFeatures) -> Double {
    let words = words(line)
    return line.leaves.reduce(0) { sum, leaf in
      leaf.frequency > 0
        ? sum + leaf.weight * BM25.saturation(leaf.frequency, words: words) : sum
    }
  }

  /// How long the line counts as: people remember a sentence of a long paragraph, not the
  /// paragraph.
  static func words(_ line: LineFeatures) -> Int {
    guard line.words > leastOfLong else { return line.words }
    let held = line.leaves.filter { !$0.positions.isEmpty }
    let span = shortestSpan(of: held)
    guard held.count > 1, span <= closeness * held.reduce(0, { $0 + $1.length }) else {
      return line.words
    }
    return min(line.words, span + leastOfLong)
  }

  /// The length of the shortest part of a line that holds every one of some leaves, in words.
  ///
  /// Complexity: O(n · k) for n places of k leaves.
  private static func shortestSpan(of leaves: [LineFeatures.Leaf]) -> Int {
    guard !leaves.isEmpty else { return 0 }
    var next = leaves.map { _ in 0 }
    var shortest = Int.max
    while true {
      var first = 0
      var end = 0
      for index in leaves.indices {
        let start = leaves[index].positions[next[index]]
        if start < leaves[first].positions[next[first]] { first = index }
        end = max(end, start + leaves[index].length)
      }
      shortest = min(shortest, end - leaves[first].positions[next[first]])
      next[first] += 1
      if next[first] == leaves[first].positions.count { return shortest }
    }
  }
}
