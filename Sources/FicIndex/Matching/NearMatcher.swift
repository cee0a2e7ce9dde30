import FicModel

/// Decides which occurrences of several groups of phrases lie near each other.
package enum NearMatcher {
  /// The occurrences that take part in a match, for each group, ascending; all empty where there is
  /// none.
  ///
  /// One occurrence of each group makes a match if every one ends at most `distance` words before
  /// the one that starts last; the same words may serve two groups. An occurrence takes part if it
  /// is in some match. This is the rule of FTS5's NEAR.
  ///
  /// Occurrences are ranges of words. Complexity: O(n · m) for n occurrences and the m that lie
  /// within `distance` of one.
  package static func participants(_ groups: [[Range<Int>]], distance: Int) -> [[Range<Int>]] {
    let sorted = groups.map { $0.ascending() }
    var taking = groups.map { _ in Set<Range<Int>>() }
    let longest = sorted.joined().reduce(1) { max($0, $1.count) }
    for last in Set(sorted.joined().map(\.lowerBound)) {
      let eligible = sorted.map { group in
        let low = group.partitionPoint { $0.lowerBound >= last - distance - longest }
        let high = group.partitionPoint { $0.lowerBound > last }
        return group[low..<max(low, high)].filter { $0.upperBound >= last - distance }
      }
      guard eligible.allSatisfy({ !$0.isEmpty }) else { continue }
      let holders = eligible.indices.filter { eligible[$0].contains { $0.lowerBound == last } }
      for group in eligible.indices {
        let own =
          holders == [group] ? eligible[group].filter { $0.lowerBound == last } : eligible[group]
        taking[group].formUnion(own)
      }
    }
    return taking.map { $0.ascending() }
  }
}

extension Sequence<Range<Int>> {
  /// The places by where they begin, then by where they end.
  package func ascending() -> [Range<Int>] {
    sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
