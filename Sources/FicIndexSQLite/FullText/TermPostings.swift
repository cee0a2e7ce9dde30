/// The postings of a term from all segments of an FTS5 table, ascending by row, read stretch by stretch.
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

  /// How many leaves the postings may take: a measure of how many there are.
  var leafCount: Int { segments.reduce(0) { $0 + $1.leafCount } }

  /// Whether some segment has the term.
  var isEmpty: Bool { segments.isEmpty }

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

  /// Reads the next leaves of the segment that has most, and what the others have of the same rows.
  ///
  /// - Returns: The last row of the stretch from `lower` on; greater than all where everything is read.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func loadNext(from lower: Int) throws -> Int {
    let largest = segments.indices.max { segments[$0].leafCount < segments[$1].leafCount }
    guard let largest else { return .max }
    try segments[largest].load(from: lower, through: lower)
    let isComplete = segments[largest].isComplete
    let upper = isComplete ? .max : segments[largest].postings.last?.row ?? .max
    for segment in segments.indices { try segments[segment].load(from: lower, through: upper) }
    return upper
  }

  /// The postings of a stretch that is read, from `lower` through `upper`, ascending.
  func matches(from lower: Int, through upper: Int) -> [Match] {
    let starts = segments.map { $0.index(from: lower) }
    let ends = segments.map { upper == .max ? $0.postings.count : $0.index(from: upper + 1) }
    guard let first = segments.first else { return [] }
    var matches: [Match] = []
    matches.reserveCapacity(zip(starts, ends).reduce(0) { $0 + max(0, $1.1 - $1.0) })
    if segments.count == 1 {
      for index in starts[0]..<max(starts[0], ends[0]) where !first.isGone(index) {
        matches.append(Match(row: first.postings[index].row, segment: 0, index: index))
      }
      return matches
    }
    var next = starts
    while true {
      var least = Int.max
      var source = -1
      for segment in segments.indices where next[segment] < ends[segment] {
        let row = segments[segment].postings[next[segment]].row
        if row < least { (least, source) = (row, segment) }
      }
      guard source >= 0 else { return matches }
      if !segments[source].isGone(next[source]) {
        matches.append(Match(row: least, segment: source, index: next[source]))
      }
      for segment in segments.indices where next[segment] < ends[segment] {
        if segments[segment].postings[next[segment]].row == least { next[segment] += 1 }
      }
    }
  }

  /// How often the term is in one column of a row.
  func count(_ match: Match, inColumn column: Int) -> Int {
    let segments = segments.span
    let range = segments[match.segment].range(at: match.index)
    return PositionList.count(segments[match.segment].bytes.span, range, inColumn: column)
  }

  /// Reads the positions in one column of a row, each less `offset`.
  @inline(__always)
  func readPositions(
    _ match: Match,
    inColumn column: Int,
    less offset: Int32,
    into positions: inout PositionBuffer
  ) {
    let segments = segments.span
    let range = segments[match.segment].range(at: match.index)
    PositionList.read(
      segments[match.segment].bytes.span,
      range,
      inColumn: column,
      less: offset,
      into: &positions
    )
  }

  /// Keeps those of some positions that the term follows at a distance in a row; the distance may be
  /// negative.
  @inline(__always)
  func keep(
    _ positions: inout PositionBuffer,
    before distance: Int32,
    _ match: Match,
    inColumn column: Int
  ) {
    let segments = segments.span
    let range = segments[match.segment].range(at: match.index)
    PositionList.keep(
      &positions,
      before: distance,
      segments[match.segment].bytes.span,
      range,
      inColumn: column
    )
  }
}
