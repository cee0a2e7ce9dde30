/// The positions of a posting of FTS5, as `FullTextLayout` describes them; a loop over them is what
/// a search for a phrase of frequent words spends its time in.
enum PositionList {
  /// Reads the positions, each less `offset`.
  static func read(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    less offset: Int32,
    into positions: inout PositionBuffer
  ) {
    // A position takes a byte or more.
    positions.fill(atMost: range.count) { values in
      var count = 0
      forEach(bytes, range) { position in
        values[count] = position &- offset
        count &+= 1
        return true
      }
      return count
    }
  }

  /// The number of positions.
  static func count(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    forEach(bytes, range) { _ in
      count &+= 1
      return true
    }
    return count
  }

  /// Keeps those of some ascending positions that one here follows at a distance.
  ///
  /// Reads no further than the last of them needs.
  static func keep(
    _ positions: inout PositionBuffer,
    before distance: Int32,
    _ bytes: Span<UInt8>,
    _ range: Range<Int>
  ) {
    positions.sift { values, count in
      var kept = 0
      var place = 0
      forEach(bytes, range) { position in
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

  /// Hands the positions to `body`, ascending, until it returns false.
  @inline(__always)
  private static func forEach(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ body: (Int32) -> Bool
  ) {
    let own = bytes.extracting(range)
    var reader = FullTextVarintReader(at: 0)
    var position: Int32 = 0
    while reader.offset < own.count {
      position &+= Int32(truncatingIfNeeded: reader.next(own)) &- 2
      if !body(position) { return }
    }
  }
}
