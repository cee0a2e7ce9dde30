/// The postings of a term from all segments of an FTS5 table, ascending by row, read stretch by stretch.
struct TermPostings {
  /// The rows of the stretch, where several segments or deletions make them.
  private var merged: [Int] = []

  /// Whether the stretch is that of the only segment, as it is.
  private var isPlain = false

  /// For each row, the segment whose posting counts; empty where there is only one segment.
  private var sources: [UInt8] = []

  /// For each row, its index in that segment's; empty where there is only one segment.
  private var indexes: [Int32] = []

  /// How many rows are passed one by one before the row is looked for.
  private static let stepsBeforeSearch = 16

  private var segments: [SegmentPostings]

  /// Where the last row that was looked for is, or would be.
  private var place = 0

  /// Puts the postings of segments together, those first that count where several have a row.
  init(_ segments: [SegmentPostings]) {
    self.segments = segments
  }

  /// How many leaves the postings may take: a measure of how many there are.
  var leafCount: Int { segments.reduce(0) { $0 + $1.leafCount } }

  /// Whether some segment has the term.
  var isEmpty: Bool { segments.isEmpty }

  /// Reads the stretch of rows from `lower` through `upper`, which ascend from call to call; there may
  /// be others before and behind.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func load(from lower: Int, through upper: Int) throws {
    for place in segments.indices { try segments[place].load(from: lower, through: upper) }
    isPlain = segments.count == 1 && segments[0].deletions.isEmpty
    if !isPlain { merge(from: lower, through: upper) }
  }

  /// The rows of the stretch from `lower` through `upper`.
  func rows(from lower: Int, through upper: Int) -> [Int] {
    let rowids = rowids
    let first = rowids.firstAscending(from: lower)
    let end = upper == .max ? rowids.count : rowids.firstAscending(from: upper + 1)
    return Array(rowids[first..<max(first, end)])
  }

  /// The rows of the stretch, ascending.
  var rowids: [Int] { isPlain ? segments[0].rowids : merged }

  /// The index in the stretch of a row, which is read if need be; nil where the row has no posting.
  ///
  /// Rows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func find(_ row: Int) throws -> Int? {
    try load(from: row, through: row)
    let rowids = rowids
    if place >= rowids.count || rowids[place] > row { place = rowids.firstAscending(from: row) }
    var steps = 0
    while place < rowids.count, rowids[place] < row {
      place += 1
      steps += 1
      if steps == Self.stepsBeforeSearch { place = max(place, rowids.firstAscending(from: row)) }
    }
    return place < rowids.count && rowids[place] == row ? place : nil
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
    let upper = isComplete ? .max : segments[largest].rowids.last ?? .max
    try load(from: lower, through: upper)
    return upper
  }

  private mutating func merge(from lower: Int, through upper: Int) {
    merged.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    indexes.removeAll(keepingCapacity: true)
    var next = segments.map { $0.rowids.firstAscending(from: lower) }
    while true {
      var least = Int.max
      var source = -1
      for place in segments.indices where next[place] < segments[place].rowids.count {
        let rowid = segments[place].rowids[next[place]]
        if rowid < least { (least, source) = (rowid, place) }
      }
      guard source >= 0, least <= upper else { return }
      if !segments[source].isGone(next[source]) {
        merged.append(least)
        sources.append(UInt8(truncatingIfNeeded: source))
        indexes.append(Int32(truncatingIfNeeded: next[source]))
      }
      for place in segments.indices where next[place] < segments[place].rowids.count {
        if segments[place].rowids[next[place]] == least { next[place] += 1 }
      }
    }
  }

  /// Reads the positions of the row at an index of the stretch, in one column.
  @inline(__always)
  func readPositions(at index: Int, inColumn column: Int, into positions: inout [Int32]) {
    let (source, range) = place(at: index)
    PositionList.read(segments[source].bytes, range, inColumn: column, into: &positions)
  }

  /// Keeps those of some positions that the term follows at a distance, which may be negative, in the
  /// row at an index of the stretch.
  @inline(__always)
  func keep(
    _ positions: inout [Int32],
    before distance: Int,
    at index: Int,
    inColumn column: Int
  ) {
    let (source, range) = place(at: index)
    PositionList.keep(
      &positions,
      before: Int32(truncatingIfNeeded: distance),
      segments[source].bytes,
      range,
      inColumn: column
    )
  }

  @inline(__always)
  private func place(at index: Int) -> (source: Int, range: Range<Int>) {
    let source = isPlain ? 0 : Int(sources[index])
    let place = isPlain ? index : Int(indexes[index])
    return (source, Int(segments[source].starts[place])..<Int(segments[source].ends[place]))
  }
}
