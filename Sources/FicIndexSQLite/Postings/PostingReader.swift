import FicIndex
import GRDB

/// Reads a posting list of the last merge range by range; ranges ascend from call to call.
final class PostingReader {
  private let database: Database
  private let place: TermBlock.Place

  private var chunk: PostingChunk?

  /// Where the next block's head is in `chunk`, and the row before the block.
  private var nextBlock = 0
  private var before = -1

  /// The block at hand.
  private var block = LineRun()
  private var last = -1
  private var isAtEnd = false

  /// Prepares to read the list at a place.
  init(_ database: Database, _ place: TermBlock.Place) {
    self.database = database
    self.place = place
  }

  /// Adds the postings in some ranges of rows, ascending and apart, to a run.
  ///
  /// Complexity: linear in the ranges and in the blocks that hold rows of them; other blocks are
  /// skipped by their heads.
  ///
  /// - Parameters:
  ///   - ranges: The ranges.
  ///   - run: Takes the postings.
  ///   - isWanted: Is told the most that a line of a block has of the term's weight, and whether to
  ///     read the block; once it has said no to a figure it must say no to it for good.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func read(
    _ ranges: [Range<Int>],
    into run: inout LineRun,
    where isWanted: (_ bound: Double) -> Bool = { _ in true }
  ) throws {
    var index = 0
    while index < ranges.count {
      index = run.append(block, in: ranges, from: index)
      while index < ranges.count, ranges[index].upperBound <= last + 1 { index += 1 }
      guard index < ranges.count else { return }
      let range = ranges[index]
      guard !isAtEnd, let head = try seek(max(last + 1, range.lowerBound)) else { return }
      if !isWanted(head.bound) {
        block.removeAll()
      } else if before + 1 >= range.lowerBound, head.last < range.upperBound {
        block.removeAll()
        try chunk?.read(head, after: before, into: &run)
      } else if before + 1 < range.upperBound {
        block.removeAll()
        try chunk?.read(head, after: before, into: &block)
      } else {
        // The block lies behind the range: it is left for the next one.
        index += 1
        continue
      }
      last = head.last
      pass(head)
    }
  }

  /// Keeps those of some rows, ascending, that the list has, with its frequencies.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    var place = 0
    for row in rows {
      if last < Int(row) {
        guard !isAtEnd, let head = try seek(Int(row)) else { return }
        block.removeAll()
        try chunk?.read(head, after: before, into: &block)
        last = head.last
        pass(head)
        place = 0
      }
      while place < block.count, block.rows[place] < row { place += 1 }
      if place < block.count, block.rows[place] == row { run.append(row, block.counts[place]) }
    }
  }

  /// The head of the first block whose last row is not before `row`; nil at the end.
  private func seek(_ row: Int) throws -> PostingChunk.Head? {
    while true {
      if chunk == nil { try fetch(row) }
      while let head = try chunk?.head(at: nextBlock) {
        if head.last >= row { return head }
        pass(head)
      }
      guard chunk != nil, case .list = place else {
        isAtEnd = true
        return nil
      }
      try fetch(max(row, before + 1))
      if chunk == nil {
        isAtEnd = true
        return nil
      }
    }
  }

  @inline(__always)
  private func pass(_ head: PostingChunk.Head) {
    before = head.last
    nextBlock = head.range.upperBound
  }

  /// Reads the chunk that holds a row, or the first one behind it.
  private func fetch(_ row: Int) throws {
    switch place {
    case .inline(let bytes):
      chunk = try Self.chunk(ofInline: bytes)
      (nextBlock, before) = (0, (chunk?.before ?? 0))
    case .list(let number):
      let (low, high) = (number << 32, (number + 1) << 32 - 1)
      let wanted = low | min(row, 1 << 32 - 1)
      try fetch("id >= ? AND id <= ? ORDER BY id DESC", low, wanted)
      // The chunk before may end before the row; then the next one holds it.
      if let own = chunk, try own.lastRow() >= row { return }
      try fetch("id > ? AND id <= ? ORDER BY id", wanted, high)
    }
  }

  private func fetch(_ condition: String, _ low: Int, _ high: Int) throws {
    chunk = try database.first(
      "SELECT id, data FROM posting_chunk WHERE \(condition) LIMIT 1",
      [.integer(low), .integer(high)]
    ) { PostingChunk($0.bytes(1), first: $0.integer(0) & (1 << 32 - 1)) }
    (nextBlock, before) = (0, chunk?.before ?? before)
  }

  /// A list that stands in the dictionary, as a chunk of one block.
  private static func chunk(ofInline bytes: [UInt8]) throws -> PostingChunk {
    var reader = VarintReader(at: 0)
    let first = reader.next(bytes.span)
    let count = reader.next(bytes.span)
    let last = first + reader.next(bytes.span)
    guard last <= Int(Int32.max), reader.offset < bytes.count else { throw PostingChunk.damage }
    let block = Array(bytes[reader.offset...])
    return PostingChunk(
      PostingChunk.head(last: Int32(last), count: count, share: 1, length: block.count) + block,
      first: first
    )
  }
}
