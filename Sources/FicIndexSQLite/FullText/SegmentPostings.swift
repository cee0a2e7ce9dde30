import FicModel
import GRDB

/// The postings of a term in one segment of an FTS5 table, read some leaves at a time.
struct SegmentPostings {
  /// The most leaves that are read at once.
  private static let longestBatch = 8

  /// How many leaves lie ahead before it pays to look where to go on.
  private static let leavesBeforeSkip = 6

  /// A row's posting.
  struct Posting {
    /// The row.
    var row: Int

    /// Where its positions begin in `bytes`.
    var start: Int32

    /// Where they end.
    var end: Int32
  }

  /// What is read, ascending by row.
  private(set) var postings: [Posting] = []

  /// The indexes of the postings that delete those of an older segment, ascending.
  private var deletions: [Int] = []

  /// The leaves that are read, one after the other.
  private(set) var bytes: [UInt8] = []

  private let database: Database
  private let segment: Int
  private var nextLeaf: Int
  private let lastLeaf: Int
  private var batch = 1
  private var isFinished: Bool

  /// A posting whose positions are not all read yet.
  private struct Split {
    var rowid: Int
    var isDeletion: Bool
    var missing: Int
    var bytes: [UInt8]
  }

  private var split: Split?
  private var lastRowid = 0

  /// Reads the postings of the leaf that has the term.
  ///
  /// - Throws: `DamagedRecord`.
  init(
    _ database: Database,
    segment: Int,
    _ place: FullTextTable.Place
  ) throws {
    self.database = database
    self.segment = segment
    nextLeaf = place.leaf + 1
    lastLeaf = place.lastLeaf
    isFinished = !place.goesOn
    bytes = place.page
    try read([place.range])
  }

  /// How many rows are passed one by one before a row is looked for.
  private static let stepsBeforeSearch = 16

  /// Where the row that was looked for last is, or would be.
  private var place = 0

  /// The index of a row's posting, which is read if need be; nil where there is none.
  ///
  /// Rows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  @inline(__always)
  mutating func find(_ row: Int) throws -> Int? {
    if postings.last.map({ $0.row < row }) ?? true, !isFinished {
      try load(row)
    }
    var steps = 0
    while place < postings.count, postings[place].row < row {
      place += 1
      steps += 1
      if steps == Self.stepsBeforeSearch { place = postings.partitionPoint { $0.row >= row } }
    }
    return place < postings.count && postings[place].row == row ? place : nil
  }

  /// Where the positions of a posting are in `bytes`.
  @inline(__always)
  func range(at index: Int) -> Range<Int> {
    Int(postings[index].start)..<Int(postings[index].end)
  }

  /// Whether the posting at an index only deletes a row.
  @inline(__always)
  func isGone(_ index: Int) -> Bool {
    !deletions.isEmpty && postings[index].start == postings[index].end
      && deletions.containsAscending(index)
  }

  /// Reads on until a row behind all that are read is read too; those may be forgotten.
  private mutating func load(_ row: Int) throws {
    clear(before: row)
    while !isFinished, postings.last.map({ $0.row < row }) ?? true {
      guard nextLeaf <= lastLeaf else {
        isFinished = true
        return
      }
      if split == nil, lastLeaf - nextLeaf > Self.leavesBeforeSkip { try skip(to: row) }
      let last = min(lastLeaf, nextLeaf + batch - 1)
      batch = min(batch * 2, Self.longestBatch)
      var pages: [Range<Int>] = []
      try database.readLeaves(nextLeaf...last, of: segment) { row in
        let start = bytes.count
        row.append(0, to: &bytes)
        pages.append(start..<bytes.count)
      }
      nextLeaf = last + 1
      try read(contents(of: pages))
    }
  }

  /// Forgets what is read, all of it before `lower`, and the posting that the leaf read last cut in
  /// two where that is before too: most leaves do so, and with its rest still to come none could be
  /// skipped.
  private mutating func clear(before lower: Int) {
    if let rest = split, rest.rowid < lower { split = nil }
    postings.removeAll(keepingCapacity: true)
    place = 0
    deletions.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Moves `nextLeaf` to the last leaf whose first row is not after `target`, if that is far ahead.
  private mutating func skip(to target: Int) throws {
    guard let near = try firstRowid(ofLeaf: nextLeaf + Self.leavesBeforeSkip), near <= target else {
      return
    }
    var low = nextLeaf + Self.leavesBeforeSkip
    var high = lastLeaf
    var step = Self.leavesBeforeSkip
    batch = 1
    while low + step < high {
      guard let first = try firstRowid(ofLeaf: low + step), first <= target else {
        high = low + step - 1
        break
      }
      low += step
      step *= 2
    }
    while low < high {
      let middle = (low + high + 1) / 2
      // A leaf without a first row ends the term or lies within one row's positions.
      if let first = try firstRowid(ofLeaf: middle), first <= target {
        low = middle
      } else {
        high = middle - 1
      }
    }
    nextLeaf = low
  }

  private func firstRowid(ofLeaf leaf: Int) throws -> Int? {
    let bytes = try database.leaf(leaf, of: segment)
    let page = FullTextLeaf(bytes, bytes.indices)
    guard page.firstRowid > 0 else { return nil }
    var reader = FullTextVarintReader(at: page.firstRowid)
    return reader.next(bytes.span)
  }

  /// Where the term's postings are in leaves after the one that has the term.
  private mutating func contents(of pages: [Range<Int>]) throws -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var isInside = split != nil
    for range in pages where !isFinished {
      let page = FullTextLeaf(bytes, range)
      let end = page.firstTerm ?? page.end
      if page.firstTerm != nil { isFinished = true }
      // What comes before the first row belongs to a row before; of one that was skipped it is not
      // wanted.
      let start = isInside ? range.lowerBound + 4 : page.firstRowid > 0 ? page.firstRowid : end
      isInside = isInside || page.firstRowid > 0
      guard start <= end, end <= range.upperBound else {
        throw DamagedRecord(cause: "\(FullTextLayout.table): a leaf is damaged")
      }
      ranges.append(start..<end)
    }
    return ranges
  }

  /// Reads postings, of which the first of each range that begins there has an absolute rowid.
  private mutating func read(_ ranges: [Range<Int>]) throws {
    // Taken out for the time, since what is read is added to other parts of self.
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    defer { swap(&bytes, &self.bytes) }
    var joined: [UInt8] = []
    /// The rows whose positions are in `joined`, with where they begin there.
    var moved: [(index: Int, start: Int)] = []
    for range in ranges {
      var offset = range.lowerBound
      if var rest = split {
        let count = min(rest.missing, range.count)
        rest.bytes += bytes[offset..<offset + count]
        rest.missing -= count
        offset += count
        split = rest.missing > 0 ? rest : nil
        if rest.missing > 0 { continue }
        moved.append((postings.count, joined.count))
        if rest.isDeletion { deletions.append(postings.count) }
        let end = Int32(truncatingIfNeeded: rest.bytes.count)
        postings.append(Posting(row: rest.rowid, start: 0, end: end))
        joined += rest.bytes
      }
      try read(bytes.span, offset..<range.upperBound)
    }
    for (index, start) in moved {
      postings[index].start += Int32(truncatingIfNeeded: bytes.count + start)
      postings[index].end += Int32(truncatingIfNeeded: bytes.count + start)
    }
    bytes += joined
  }

  private mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) throws {
    var isAbsolute = true
    var last = lastRowid
    // Taken out for the time, which spares a look at who else holds them for each posting.
    var postings: [Posting] = []
    swap(&postings, &self.postings)
    defer { swap(&postings, &self.postings) }
    var reader = FullTextVarintReader(at: range.lowerBound)
    while reader.offset < range.upperBound {
      let number = reader.next(bytes)
      let rowid = isAbsolute ? number : last &+ number
      let size = reader.next(bytes)
      guard size >= 0, isAbsolute || number > 0 else {
        throw DamagedRecord(cause: "\(FullTextLayout.table): a posting is damaged")
      }
      isAbsolute = false
      last = rowid
      let count = size >> 1
      let start = reader.offset
      guard count <= range.upperBound - start else {
        var known: [UInt8] = []
        for index in start..<max(start, range.upperBound) { known.append(bytes[index]) }
        split = Split(
          rowid: rowid,
          isDeletion: size & 1 == 1,
          missing: count - known.count,
          bytes: known
        )
        break
      }
      if size & 1 == 1 { deletions.append(postings.count) }
      postings.append(
        Posting(
          row: rowid,
          start: Int32(truncatingIfNeeded: start),
          end: Int32(truncatingIfNeeded: start + count)
        )
      )
      reader.offset = start + count
    }
    lastRowid = last
  }
}
