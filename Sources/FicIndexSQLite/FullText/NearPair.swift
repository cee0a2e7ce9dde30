/// Counts the occurrences of two different words near each other, as `NearMatcher.participants` does,
/// in one pass.
enum NearPair {
  /// The smaller number of occurrences of the two that take part in a match; 0 where there is none.
  ///
  /// Two occurrences match where the one that begins first ends at most `distance` words before the
  /// other. Of the word that begins last in a match only that occurrence takes part, of the other all
  /// that are near enough. Both ascend; no position is in both. Complexity: linear.
  static func frequency(_ first: PositionBuffer, _ second: PositionBuffer, distance: Int) -> Int {
    let reach = Int32(clamping: min(max(0, distance), 1 << 24) + 1)
    let count = participants(first, second, reach)
    return count == 0 ? 0 : min(count, participants(second, first, reach))
  }

  /// How many positions of `own` have one of `other` at most `reach` before or behind.
  private static func participants(
    _ own: PositionBuffer,
    _ other: PositionBuffer,
    _ reach: Int32
  ) -> Int {
    let owned = own.values.span.extracting(0..<own.count)
    let others = other.values.span.extracting(0..<other.count)
    var count = 0
    var place = 0
    for index in 0..<owned.count {
      let position = owned[index]
      while place < others.count, others[place] < position &- reach { place &+= 1 }
      if place == others.count { return count }
      count &+= others[place] <= position &+ reach ? 1 : 0
    }
    return count
  }
}
