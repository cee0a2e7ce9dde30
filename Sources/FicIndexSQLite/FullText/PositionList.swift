/// The positions of a posting of FTS5, as `FullTextLayout` describes them; a loop over them is what a
/// search for a phrase of frequent words spends its time in.
enum PositionList {
  /// Reads the positions in one column, each less `offset`.
  static func read(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    inColumn wanted: Int,
    less offset: Int32,
    into positions: inout PositionBuffer
  ) {
    // A position takes a byte or more.
    positions.fill(atMost: range.count) { values in
      var count = 0
      forEach(bytes, range, inColumn: wanted) { position in
        values[count] = position &- offset
        count &+= 1
        return true
      }
      return count
    }
  }

  /// The number of positions in one column.
  static func count(_ bytes: Span<UInt8>, _ range: Range<Int>, inColumn wanted: Int) -> Int {
    var count = 0
    forEach(bytes, range, inColumn: wanted) { _ in
      count &+= 1
      return true
    }
    return count
  }

  /// The number of positions in the first column and in the second, 65,535 for more: for a pass over a whole
  /// table, in which the positions themselves do not matter.
  static func counts(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>
  ) -> (first: UInt16, second: UInt16) {
    var counts = (first: 0, second: 0)
    var reader = FullTextVarintReader(at: range.lowerBound)
    var column = 0
    while reader.offset < range.upperBound {
      if reader.next(bytes) == 1 {
        column = reader.next(bytes)
      } else if column == 0 {
        counts.first &+= 1
      } else if column == 1 {
        counts.second &+= 1
      }
    }
    return (UInt16(clamping: counts.first), UInt16(clamping: counts.second))
  }

  /// Keeps those of some ascending positions that one here follows at a distance.
  ///
  /// Reads no further than the last of them needs.
  static func keep(
    _ positions: inout PositionBuffer,
    before distance: Int32,
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    inColumn wanted: Int
  ) {
    positions.sift { values, count in
      var kept = 0
      var place = 0
      forEach(bytes, range, inColumn: wanted) { position in
        let start = position &- distance
        while place < count, values[place] < start { place &+= 1 }
        guard place < count else { return false }
        if values[place] == start {
          values[kept] = start
          kept &+= 1
          place &+= 1
        }
        return place < count
      }
      return kept
    }
  }

  /// Hands the positions in one column to `body`, ascending, until it returns false.
  @inline(__always)
  private static func forEach(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    inColumn wanted: Int,
    _ body: (Int32) -> Bool
  ) {
    let own = bytes.extracting(range)
    var reader = FullTextVarintReader(at: 0)
    var column = 0
    var position: Int32 = 0
    while reader.offset < own.count {
      let number = reader.next(own)
      if number == 1 {
        column = reader.next(own)
        position = 0
        if column > wanted { return }
      } else {
        position &+= Int32(truncatingIfNeeded: number) &- 2
        if column == wanted, !body(position) { return }
      }
    }
  }
}
