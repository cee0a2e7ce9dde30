import GRDB

/// Reads the terms of one segment of an FTS5 table in order, each with its rows: every leaf once,
/// from the first to the last.
struct SegmentTerms {
  /// The term that `advance` went to, with what FTS5 puts before it.
  private(set) var term: [UInt8] = []

  /// Its rows.
  private(set) var rows = LineRun()

  private let database: Database
  private let segment: FullTextLayout.Segment
  private let leavesAtOnce: Int
  private var nextLeaf: Int

  private var pages: [[UInt8]] = []
  private var nextPage = 0

  /// The leaf at hand.
  private var bytes: [UInt8] = []
  private var page = FullTextLeaf([], 0..<0)

  /// Reads where the terms of the leaf at hand begin.
  private var starts = FullTextVarintReader(at: 0)

  /// Where the next term of the leaf at hand begins; nil where there is none.
  private var place: Int?

  /// A posting that goes on in the next leaf: its row, how many bytes are missing, those that are
  /// read.
  private var split: (row: Int, missing: Int, bytes: [UInt8])?

  /// Starts before the first term.
  ///
  /// - Parameters:
  ///   - database: The connection.
  ///   - segment: The segment.
  ///   - leavesAtOnce: So many leaves are read, and held, at a time: 1 or more.
  init(_ database: Database, _ segment: FullTextLayout.Segment, leavesAtOnce: Int) {
    self.database = database
    self.segment = segment
    self.leavesAtOnce = leavesAtOnce
    nextLeaf = segment.leaves.lowerBound
  }

  /// Goes to the next term; false at the end.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func advance() throws -> Bool {
    rows.removeAll()
    while place == nil { if try !turn() { return false } }
    guard let start = place else { return false }
    let bytes = bytes
    let isFirst = start == page.firstTerm
    var reader = FullTextVarintReader(at: start)
    let kept = isFirst ? 0 : reader.next(bytes.span)
    let added = reader.next(bytes.span)
    guard kept >= 0, kept <= term.count, added >= 0, added <= page.end - reader.offset else {
      throw damage("a term")
    }
    let postings = reader.offset + added
    term.removeSubrange(kept...)
    term += bytes[reader.offset..<postings]
    place = starts.offset < bytes.count ? start &+ starts.next(bytes.span) : nil
    if let place, place < postings || place > page.end { throw damage("the place of a term") }
    try read(postings..<(place ?? page.end))
    while place == nil, try turn() { try read(4..<(place ?? page.end)) }
    if split != nil { throw damage("the end of a posting") }
    return true
  }

  /// Goes to the next leaf; false behind the last.
  private mutating func turn() throws -> Bool {
    if nextPage == pages.count { try fetch() }
    guard nextPage < pages.count else { return false }
    let bytes = pages[nextPage]
    self.bytes = bytes
    nextPage += 1
    page = FullTextLeaf(bytes, bytes.indices)
    guard page.end >= 4, page.end <= bytes.count else { throw damage("a leaf") }
    place = page.firstTerm
    starts = FullTextVarintReader(at: page.end)
    _ = starts.next(bytes.span)
    return true
  }

  private mutating func fetch() throws {
    pages.removeAll(keepingCapacity: true)
    nextPage = 0
    guard nextLeaf <= segment.leaves.upperBound else { return }
    let last = min(segment.leaves.upperBound, nextLeaf + leavesAtOnce - 1)
    try database.readLeaves(nextLeaf...last, of: segment.id) { pages.append($0.bytes(0)) }
    nextLeaf = last + 1
  }

  /// Reads the postings in a range of the leaf at hand: the rest of one that began before, then
  /// others, of which the first has its row, the others the distance to it.
  private mutating func read(_ range: Range<Int>) throws {
    let bytes = bytes
    var last = rows.rows.last.map(Int.init) ?? -1
    var reader = FullTextVarintReader(at: range.lowerBound)
    if var rest = split {
      let known = min(rest.missing, range.count)
      rest.bytes += bytes[range.prefix(known)]
      rest.missing -= known
      reader.offset += known
      split = rest.missing > 0 ? rest : nil
      if rest.missing > 0 { return }
      let count = PositionList.count(rest.bytes.span, rest.bytes.indices)
      rows.append(Int32(truncatingIfNeeded: rest.row), UInt16(clamping: count))
      last = rest.row
    }
    let span = bytes.span
    var isAbsolute = true
    while reader.offset < range.upperBound {
      let number = reader.next(span)
      let size = reader.next(span)
      let row = isAbsolute ? number : last &+ number
      guard size >= 0, row > last, row <= Int(Int32.max) else { throw damage("a posting") }
      isAbsolute = false
      last = row
      let end = reader.offset &+ size >> 1
      guard end <= range.upperBound else {
        let known = min(reader.offset, range.upperBound)..<range.upperBound
        split = (row, end - range.upperBound, Array(bytes[known]))
        return
      }
      let count = PositionList.count(span, reader.offset..<end)
      rows.append(Int32(truncatingIfNeeded: row), UInt16(clamping: count))
      reader.offset = end
    }
  }

  private func damage(_ what: String) -> DamagedRecord {
    DamagedRecord(cause: "\(FullTextLayout.table): \(what) of segment \(segment.id) is damaged")
  }
}
