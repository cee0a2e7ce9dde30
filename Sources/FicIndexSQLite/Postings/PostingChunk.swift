import FicIndex

/// A stretch of a long posting list: what a row of `posting_chunk` holds, some blocks one after the
/// other.
///
/// Each block has a head of eight bytes: its last row (4), the number of its postings (1), the
/// greatest share of `BM25.most` that one of them reaches, in 255ths (1), and its length in bytes
/// (2); little-endian.
struct PostingChunk {
  /// The bytes of a head.
  static let headBytes = 8

  /// So many bytes make a chunk: four fill a page.
  static let wantedBytes = 3900

  /// A block's head.
  struct Head {
    /// The last row of the block.
    var last: Int

    /// The number of postings.
    var count: Int

    /// No line of the block has more of the term's weight: 0…`BM25.most`.
    var bound: Double

    /// Where the block begins, and ends.
    var range: Range<Int>
  }

  private let bytes: [UInt8]

  /// The row before the first.
  let before: Int

  /// Reads a chunk whose first row is `first`.
  init(_ bytes: [UInt8], first: Int) {
    self.bytes = bytes + [UInt8](repeating: 0, count: PostingBlock.padding)
    before = first - 1
  }

  /// The number of bytes.
  private var count: Int { bytes.count - PostingBlock.padding }

  /// The head of the block at a place; nil at the end.
  ///
  /// - Throws: `DamagedRecord`.
  @inline(__always)
  func head(at place: Int) throws(DamagedRecord) -> Head? {
    guard place < count else { return nil }
    guard place + Self.headBytes <= count else { throw Self.damage }
    let start = place + Self.headBytes
    let length = Int(bytes[place + 6]) | Int(bytes[place + 7]) << 8
    guard start + length <= count else { throw Self.damage }
    let last = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    return Head(
      last: last,
      count: Int(bytes[place + 4]),
      bound: Double(bytes[place + 5]) / 255 * BM25.most,
      range: start..<start + length
    )
  }

  /// The last row.
  ///
  /// - Throws: `DamagedRecord`.
  func lastRow() throws(DamagedRecord) -> Int {
    var last = before
    var place = 0
    while let head = try head(at: place) {
      last = head.last
      place = head.range.upperBound
    }
    return last
  }

  /// Adds the postings of a block to a run.
  ///
  /// - Throws: `DamagedRecord`.
  func read(_ head: Head, after row: Int, into run: inout LineRun) throws(DamagedRecord) {
    let end = PostingBlock.read(
      bytes,
      at: head.range.lowerBound,
      count: head.count,
      after: Int32(truncatingIfNeeded: row),
      to: head.last,
      into: &run
    )
    guard end == head.range.upperBound else { throw Self.damage }
  }

  /// The head of a block of some postings, the greatest share of `BM25.most` among them given.
  static func head(last: Int32, count: Int, share: Double, length: Int) -> [UInt8] {
    let row = UInt32(bitPattern: last)
    return (0..<4).map { UInt8(truncatingIfNeeded: row >> UInt32($0 * 8)) }
      + [
        UInt8(clamping: count), UInt8(clamping: Int((share * 255).rounded(.up))),
        UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8),
      ]
  }

  static var damage: DamagedRecord { DamagedRecord(cause: "a posting list is damaged") }
}
