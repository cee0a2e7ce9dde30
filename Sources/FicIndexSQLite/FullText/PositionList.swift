/// The positions of a posting of FTS5, as `FullTextLayout` describes them; a loop over them is what a
/// search for a phrase of frequent words spends its time in.
enum PositionList {
  /// Reads the positions in one column.
  static func read(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    inColumn wanted: Int,
    into positions: inout [Int32]
  ) {
    positions.removeAll(keepingCapacity: true)
    forEach(bytes, range, inColumn: wanted) { position in
      positions.append(position)
      return true
    }
  }

  /// Keeps those of some ascending positions that one here follows at a distance.
  ///
  /// Reads no further than the last of them needs.
  static func keep(
    _ positions: inout [Int32],
    before distance: Int32,
    _ bytes: [UInt8],
    _ range: Range<Int>,
    inColumn wanted: Int
  ) {
    var kept = 0
    var place = 0
    forEach(bytes, range, inColumn: wanted) { position in
      let start = position &- distance
      while place < positions.count, positions[place] < start { place += 1 }
      guard place < positions.count else { return false }
      if positions[place] == start {
        positions[kept] = start
        kept += 1
        place += 1
      }
      return place < positions.count
    }
    positions.removeLast(positions.count - kept)
  }

  /// Hands the positions in one column to `body`, ascending, until it returns false.
  @inline(__always)
  private static func forEach(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    inColumn wanted: Int,
    _ body: (Int32) -> Bool
  ) {
    let span = bytes.span
    var reader = FullTextVarintReader(at: range.lowerBound)
    var column = 0
    var position: Int32 = 0
    while reader.offset < range.upperBound {
      let number = reader.next(span)
      if number == 1 {
        column = reader.next(span)
        position = 0
        if column > wanted { return }
      } else {
        position &+= Int32(truncatingIfNeeded: number) &- 2
        if column == wanted, !body(position) { return }
      }
    }
  }
}
