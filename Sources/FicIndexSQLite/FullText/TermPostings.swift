/// The postings of a term from all segments of an FTS5 table, ascending by row, read stretch by
/// stretch.
struct TermPostings {
  /// A row's posting that counts.
  struct Match {
    /// The row.
    var row: Int

    /// The segment that has the posting.
    var segment: Int

    /// The posting's index among those that are read of the segment.
    var index: Int
  }

  private var segments: [SegmentPostings]

  /// Puts the postings of segments together, those first that count where several have a row.
  init(_ segments: [SegmentPostings]) {
    self.segments = segments
  }

  /// The posting of a row, which is read if need be; nil where there is none.
  ///
  /// Rows ascend from call to call. A posting holds until the next call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  @inline(__always)
  mutating func find(_ row: Int) throws -> Match? {
    for segment in segments.indices {
      guard let index = try segments[segment].find(row) else { continue }
      return segments[segment].isGone(index)
        ? nil : Match(row: row, segment: segment, index: index)
    }
    return nil
  }

  /// Reads the positions in a row, each less `offset`.
  @inline(__always)
  func readPositions(
    _ match: Match,
    less offset: Int32,
    into positions: inout PositionBuffer
  ) {
    let segments = segments.span
    let range = segments[match.segment].range(at: match.index)
    PositionList.read(
      segments[match.segment].bytes.span,
      range,
      less: offset,
      into: &positions
    )
  }

  /// Keeps those of some positions that the term follows at a distance in a row; the distance may
  /// be negative.
  @inline(__always)
  func keep(
    _ positions: inout PositionBuffer,
    before distance: Int32,
    _ match: Match
  ) {
    let segments = segments.span
    let range = segments[match.segment].range(at: match.index)
    PositionList.keep(
      &positions,
      before: distance,
      segments[match.segment].bytes.span,
      range
    )
  }
}
