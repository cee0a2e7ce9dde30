/// Decides which occurrences of several phrases lie near each other.
package enum NearMatcher {
  /// The occurrences that take part in a match, for each phrase; all empty where there is none.
  ///
  /// One occurrence of each phrase makes a match if every one ends at most `distance` words before
  /// the one that starts last; the same words may serve two phrases. An occurrence takes part if it
  /// is in some match. This is the rule of FTS5's NEAR.
  ///
  /// `starts` holds, for each phrase, the positions of its first words, ascending; `lengths` the
  /// number of its words. Complexity: O(n · k · log n) for n occurrences of k phrases.
  package static func participants(
    _ starts: [[Int]],
    lengths: [Int],
    distance: Int
  ) -> [[Int]] {
    var taking = starts.map { _ in Set<Int>() }
    for last in Set(starts.joined()) {
      let eligible = starts.indices.map { phrase in
        range(of: last - lengths[phrase] - distance...last, in: starts[phrase])
      }
      guard eligible.allSatisfy({ !$0.isEmpty }) else { continue }
      let holders = starts.indices.filter { starts[$0][eligible[$0].upperBound - 1] == last }
      for phrase in starts.indices {
        if holders == [phrase] {
          taking[phrase].insert(last)
        } else {
          taking[phrase].formUnion(starts[phrase][eligible[phrase]])
        }
      }
    }
    return taking.map { $0.sorted() }
  }

  /// The indexes of the positions that lie in `bounds`.
  private static func range(of bounds: ClosedRange<Int>, in positions: [Int]) -> Range<Int> {
    let start = firstIndex(in: positions) { $0 >= bounds.lowerBound }
    let end = firstIndex(in: positions) { $0 > bounds.upperBound }
    return start..<max(start, end)
  }

  private static func firstIndex(in positions: [Int], where isPast: (Int) -> Bool) -> Int {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(positions[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
