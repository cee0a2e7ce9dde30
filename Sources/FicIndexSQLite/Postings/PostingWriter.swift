import FicIndex
import GRDB

/// Writes posting lists that come in ascending order of their terms, in place of those of the last
/// merge.
struct PostingWriter {
  /// How many bytes of entries make a block of the dictionary: eight fill a page.
  private static let blockBytes = 1900

  private let database: Database

  /// The words of each line, by row.
  private let words: [UInt16]

  private let sums: (LineRun) -> WorkSums?

  private var nextBlock = 1
  private var nextList = 1
  private var builder = TermBlockBuilder()

  /// Prepares to write, in an open transaction.
  ///
  /// - Parameters:
  ///   - database: The connection.
  ///   - words: The words of each line, by row.
  ///   - sums: Adds the lines of a long list up by work; nil where that is not worth it.
  /// - Throws: `DatabaseError`.
  init(
    _ database: Database,
    words: [UInt16],
    sums: @escaping (LineRun) -> WorkSums? = { _ in nil }
  ) throws {
    self.database = database
    self.words = words
    self.sums = sums
    try database.change("DELETE FROM posting_sum")
    try database.change("DELETE FROM posting_block")
    try database.change("DELETE FROM posting_chunk")
  }

  /// Writes the postings of a term, if there are any.
  ///
  /// - Throws: `DatabaseError`.
  mutating func add(_ term: [UInt8], _ run: LineRun) throws {
    guard let first = run.rows.first, let last = run.rows.last else { return }
    var place = TermBlock.Place.list(nextList)
    let sums = sums(run)
    if run.count <= PostingBlock.length, sums == nil {
      var bytes: [UInt8] = []
      bytes.append(varint: Int(first))
      bytes.append(varint: run.count)
      bytes.append(varint: Int(last - first))
      bytes += PostingBlock.encoded(run.rows[...], run.counts[...], after: first - 1)
      place = .inline(bytes)
    } else {
      try write(run, number: nextList)
      if let sums {
        try database.change(
          "INSERT INTO posting_sum VALUES (?, ?)",
          [.integer(nextList), .blob(sums.bytes)]
        )
      }
      nextList += 1
    }
    builder.add(TermBlock.Entry(key: term, lines: run.count, place: place))
    if builder.bytes.count >= Self.blockBytes { try endBlock() }
  }

  /// Writes the last block.
  ///
  /// - Throws: `DatabaseError`.
  mutating func finish() throws {
    if !builder.bytes.isEmpty { try endBlock() }
  }

  private func write(_ run: LineRun, number: Int) throws {
    var bytes: [UInt8] = []
    var first = run.rows[0]
    var before = first - 1
    for start in stride(from: 0, to: run.count, by: PostingBlock.length) {
      let range = start..<min(start + PostingBlock.length, run.count)
      if bytes.count >= PostingChunk.wantedBytes {
        try write(bytes, number: number, first: first)
        bytes.removeAll(keepingCapacity: true)
        first = run.rows[start]
        before = first - 1
      }
      let block = PostingBlock.encoded(run.rows[range], run.counts[range], after: before)
      let share = range.reduce(0.0) { share, index in
        let row = Int(run.rows[index])
        let own = row < words.count ? Int(words[row]) : 0
        return max(share, BM25.saturation(Int(run.counts[index]), words: own) / BM25.most)
      }
      before = run.rows[range.upperBound - 1]
      bytes += PostingChunk.head(
        last: before,
        count: range.count,
        share: share,
        length: block.count
      )
      bytes += block
    }
    try write(bytes, number: number, first: first)
  }

  private func write(_ bytes: [UInt8], number: Int, first: Int32) throws {
    try database.change(
      "INSERT INTO posting_chunk VALUES (?, ?)",
      [.integer(number << 32 | Int(first)), .blob(bytes)]
    )
  }

  private mutating func endBlock() throws {
    let block = builder.take()
    try database.change(
      "INSERT INTO posting_block VALUES (?, ?, ?)",
      [.integer(nextBlock), .blob(block.firstKey), .blob(block.bytes)]
    )
    nextBlock += 1
  }
}
