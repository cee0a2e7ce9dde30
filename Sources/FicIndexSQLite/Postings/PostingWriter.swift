import FicModel
import GRDB

/// Writes posting lists that come in ascending order of their keys, in place of those of the last
/// merge.
struct PostingWriter {
  private let database: Database
  private let directory: UnitDirectory
  private let names: [WorkID]
  private let meanLength: Double
  private let lastBlock: Int
  private let lastList: Int
  private let blockBytes: Int
  private var nextBlock: Int
  private var nextList: Int
  private var builder = TermBlockBuilder()

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - database: The connection, with a transaction open.
  ///   - directory: The units.
  ///   - lastBlock: The last row of `posting_block` that the last merge wrote.
  ///   - lastList: The last row of `posting_list` that it wrote.
  ///   - blockBytes: How many bytes of entries make a block.
  /// - Throws: `DatabaseError`.
  init(
    _ database: Database,
    _ directory: UnitDirectory,
    lastBlock: Int,
    lastList: Int,
    blockBytes: Int
  ) throws {
    self.database = database
    self.directory = directory
    let store = PostingStore(database)
    names = MergedUnits(directory, names: try store.names()).names
    meanLength = try store.meanLength()
    self.lastBlock = lastBlock
    self.lastList = lastList
    self.blockBytes = blockBytes
    nextBlock = lastBlock + 1
    nextList = lastList + 1
  }

  /// Writes the postings of a key, if there are any.
  ///
  /// - Throws: `DatabaseError`.
  mutating func add(key: [UInt8], _ postings: Postings) throws {
    guard !postings.units.isEmpty else { return }
    let list = PostingList.encoded(
      units: postings.units,
      frequencies: postings.frequencies,
      total: directory.units
    )
    var place = TermBlock.Place.inline(list)
    if list.count > TermBlock.maximumInlineBytes {
      try database.change(
        "INSERT INTO posting_list VALUES (?, ?)",
        [.integer(nextList), .blob(list)]
      )
      try addSummary(of: list, key: key)
      place = .row(nextList)
      nextList += 1
    }
    builder.add(TermBlock.Entry(key: key, units: postings.units.count, place: place))
    if builder.bytes.count >= blockBytes { try endBlock() }
  }

  /// Writes the last block and removes the rows of the last merge.
  ///
  /// - Throws: `DatabaseError`.
  mutating func finish() throws {
    if !builder.bytes.isEmpty { try endBlock() }
    try database.change("DELETE FROM posting_block WHERE id <= ?", [.integer(lastBlock)])
    try database.change("DELETE FROM posting_list WHERE id <= ?", [.integer(lastList)])
    try database.change("DELETE FROM posting_summary WHERE id <= ?", [.integer(lastList)])
  }

  /// Writes the summary of the list with the next row, if it deserves one.
  private func addSummary(of list: [UInt8], key: [UInt8]) throws {
    guard key.first == UnitInverter.textColumn,
      let list = PostingList(list, units: directory.units), PostingSummary.isWorthwhile(list)
    else { return }
    let summary = PostingSummary(list, directory, names: names, meanLength: meanLength)
    try database.change(
      "INSERT INTO posting_summary VALUES (?, ?)",
      [.integer(nextList), .blob(summary.bytes)]
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
