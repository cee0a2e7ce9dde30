/// Tells how often units of another list, which ascend, hold a term.
struct PostingFollower {
  /// How many times longer than the leading list a list may be that is unpacked.
  private static let longestUnpacked = 16

  private var unpacked: [UInt16]
  private var cursor: PostingCursor

  /// Prepares a list that follows one of `leaderCount` units.
  init(_ list: PostingList, leaderCount: Int) {
    cursor = PostingCursor(list)
    unpacked = []
    guard list.count / Self.longestUnpacked < leaderCount else { return }
    var frequencies = [UInt16](repeating: 0, count: list.units)
    list.forEach(in: 0..<list.units) { unit, frequency in
      frequencies[unit] = UInt16(truncatingIfNeeded: frequency)
    }
    unpacked = frequencies
  }

  /// How often a unit holds the term, 0 for never; the unit is not before the one asked for last.
  @inline(__always)
  mutating func frequency(at unit: Int) -> UInt16 {
    if !unpacked.isEmpty { return unpacked[unit] }
    cursor.seek(unit)
    return cursor.unit == unit ? UInt16(clamping: cursor.frequency) : 0
  }
}
