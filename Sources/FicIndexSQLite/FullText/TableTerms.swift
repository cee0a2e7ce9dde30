/// Reads the terms of an FTS5 table in order, each with its rows in all segments: one pass over the
/// table.
struct TableTerms {
  /// The term that `advance` went to.
  private(set) var term: [UInt8] = []

  /// Its rows, some of which may have a frequency of 0: they were deleted.
  private(set) var rows = LineRun()

  /// Those that have terms left, the newest first.
  private var segments: [SegmentTerms]

  /// Which of `segments` are behind the term at hand.
  private var isBehind: [Bool]

  /// Reads segments, of which the earlier ones count where several have a row.
  init(_ segments: [SegmentTerms]) {
    self.segments = segments
    isBehind = Array(repeating: true, count: segments.count)
  }

  /// Goes to the next term of the main index; false at the end.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func advance() throws -> Bool {
    rows = LineRun()
    for index in segments.indices.reversed() where isBehind[index] {
      if try segments[index].advance() {
        isBehind[index] = false
      } else {
        segments.remove(at: index)
        isBehind.remove(at: index)
      }
    }
    guard var least = segments.first?.term else { return false }
    for segment in segments.dropFirst() where segment.term.lexicographicallyPrecedes(least) {
      least = segment.term
    }
    for index in segments.indices where segments[index].term == least {
      isBehind[index] = true
      rows = rows.covering(segments[index].rows)
    }
    guard least.first == FullTextLayout.termPrefix else { return false }
    term = Array(least.dropFirst())
    return true
  }
}
