import GRDB

/// Reads the postings of the lines straight from FTS5's `_data`, several times faster than a MATCH
/// that looks at positions: FTS5 decodes every position of every row, and merges and calls back row
/// by row.
///
/// What it gives is what FTS5 would give.
struct FullTextTable {
  /// The connection.
  let database: Database

  private let segments: [FullTextLayout.Segment]

  /// Reads the structure of the table.
  ///
  /// - Throws: `DatabaseError`; `DamagedRecord` where the layout is another.
  init(_ database: Database) throws {
    self.database = database
    var found: (record: [UInt8], version: Int)?
    let table = FullTextLayout.table
    try database.query(
      """
      SELECT block, (SELECT v FROM \(table)_config WHERE k = 'version')
      FROM \(table)_data WHERE id = ?
      """,
      [.integer(FullTextLayout.structureRow)]
    ) { row in
      found = (row.bytes(0), row.integer(1))
    }
    guard let found, found.version == FullTextLayout.version,
      let segments = FullTextLayout.segments(of: found.record)
    else {
      throw DamagedRecord(
        cause: "FTS5 keeps \(table) in a form that this program does not know "
          + "(\(found.map { "version \($0.version)" } ?? "no structure"))"
      )
    }
    self.segments = segments
  }

  /// The postings of a term, from all segments.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func postings(of term: [UInt8]) throws -> TermPostings {
    let key = [FullTextLayout.termPrefix] + term
    var readers: [SegmentPostings] = []
    for segment in segments where segment.leaves.lowerBound > 0 {
      guard let place = try place(of: key, in: segment) else { continue }
      readers.append(try SegmentPostings(database, segment: segment.id, place))
    }
    return TermPostings(readers)
  }

  /// How many leaves are held at once by a pass over all segments: 4 MiB.
  private static let leavesHeld = 1024

  /// All terms with their rows, from all segments.
  func terms() -> TableTerms {
    let segments = segments.filter { $0.leaves.lowerBound > 0 }
    let each = min(64, max(1, Self.leavesHeld / max(1, segments.count)))
    return TableTerms(segments.map { SegmentTerms(database, $0, leavesAtOnce: each) })
  }

  /// Where the postings of a term are in a segment.
  struct Place {
    /// The leaf that has the term.
    var leaf: Int

    /// The last leaf that can have postings of it.
    var lastLeaf: Int

    /// That leaf's content.
    var page: [UInt8]

    /// Where the postings begin and end in it; at the end of the content they may go on in the
    /// next.
    var range: Range<Int>

    /// Whether they may go on.
    var goesOn: Bool
  }

  private func place(of key: [UInt8], in segment: FullTextLayout.Segment) throws -> Place? {
    var leaf = segment.leaves.lowerBound
    try database.query(
      """
      SELECT pgno FROM \(FullTextLayout.table)_idx WHERE segid = ? AND term <= ?
      ORDER BY term DESC LIMIT 1
      """,
      [.integer(segment.id), .blob(key)]
    ) { row in
      leaf = max(leaf, row.integer(0) >> 1)
    }
    let page = try database.leaf(leaf, of: segment.id)
    guard let found = FullTextLeaf(page, page.indices).postings(of: key, in: page) else {
      return nil
    }
    var lastLeaf = leaf
    if found.goesOn {
      lastLeaf = segment.leaves.upperBound
      try database.query(
        "SELECT pgno FROM \(FullTextLayout.table)_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1",
        [.integer(segment.id), .blob(key)]
      ) { row in
        lastLeaf = min(lastLeaf, row.integer(0) >> 1)
      }
    }
    return Place(
      leaf: leaf,
      lastLeaf: max(leaf, lastLeaf),
      page: page,
      range: found.range,
      goesOn: found.goesOn
    )
  }
}
