import GRDB

/// Reads the lists of the last merge, ascending by key, a block at a time.
struct MergedPostings {
  private let database: Database
  private let units: Int
  private let lastBlock: Int
  private var block = 0
  private var entries: [TermBlock.Entry] = []
  private var place = 0

  /// Starts at the first list of the blocks whose rows are at most `lastBlock`.
  init(_ database: Database, units: Int, lastBlock: Int) {
    self.database = database
    self.units = units
    // Without units nothing of the last merge is used.
    self.lastBlock = units > 0 ? lastBlock : 0
  }

  /// The next entry; nil at the end.
  ///
  /// - Throws: `DatabaseError`.
  mutating func peek() throws -> TermBlock.Entry? {
    while place == entries.count {
      entries = []
      place = 0
      var found: (id: Int, block: TermBlock)?
      try database.query(
        "SELECT id, data FROM posting_block WHERE id > ? AND id <= ? ORDER BY id LIMIT 1",
        [.integer(block), .integer(lastBlock)]
      ) { row in
        found = (row.integer(0), TermBlock(row.bytes(1)))
      }
      guard let found else { return nil }
      block = found.id
      var read: [TermBlock.Entry] = []
      found.block.readAll { entry in
        read.append(entry)
        return true
      }
      entries = read
    }
    return entries[place]
  }

  /// Takes the next list; nil at the end.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func next() throws -> PostingList? {
    guard let entry = try peek() else { return nil }
    place += 1
    return try StoredPostings.list(entry, database, units: units)
  }
}
