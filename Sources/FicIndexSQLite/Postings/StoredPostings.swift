import GRDB

/// The posting lists of the tables that the last merge wrote.
struct StoredPostings: PostingSource {
  let directory: UnitDirectory
  private let database: Database

  /// Reads the tables through a connection.
  init(_ database: Database, directory: UnitDirectory) {
    self.database = database
    self.directory = directory
  }

  func list(of key: [UInt8]) throws -> PostingList? { try entry(of: key).map(list) }

  /// The entry of a key in the term table; nil where no unit holds it.
  ///
  /// - Throws: `DatabaseError`.
  func entry(of key: [UInt8]) throws -> TermBlock.Entry? {
    var entry: TermBlock.Entry?
    try database.query(
      "SELECT data FROM posting_block WHERE first <= ? ORDER BY first DESC LIMIT 1",
      [.blob(key)]
    ) { row in
      entry = TermBlock(row.bytes(0)).entry(of: key)
    }
    return entry
  }

  /// The summary of the list of an entry; nil where it has none.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func summary(of entry: TermBlock.Entry) throws -> PostingSummary? {
    guard case .row(let row) = entry.place, entry.units >= directory.units / 4 else { return nil }
    var bytes: [UInt8] = []
    try database.query("SELECT data FROM posting_summary WHERE id = ?", [.integer(row)]) {
      bytes = $0.bytes(0)
    }
    return bytes.isEmpty ? nil : try PostingSummary(bytes, directory)
  }

  func readLists(startingWith prefix: [UInt8], _ body: (PostingList) -> Void) throws {
    let units = directory.units
    var rows: [Int] = []
    try database.query(
      """
      SELECT data FROM posting_block WHERE first >= coalesce(
        (SELECT first FROM posting_block WHERE first <= ?1 ORDER BY first DESC LIMIT 1), ?1)
      AND first <= ?2 ORDER BY first
      """,
      // No byte of UTF-8 is as great as 0xFF.
      [.blob(prefix), .blob(prefix + [0xFF])]
    ) { row in
      let block = TermBlock(row.bytes(0))
      try block.readMatches(startingWith: prefix) { match in
        if case .row(let row) = match.place {
          rows.append(row)
        } else if let list = block.list(of: match, units: units) {
          body(list)
        } else {
          throw Self.damage
        }
        return true
      }
    }
    for row in rows { body(try Self.list(row: row, database, units: units)) }
  }

  /// The list of an entry.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func list(_ entry: TermBlock.Entry) throws -> PostingList {
    try Self.list(entry, database, units: directory.units)
  }

  /// The list of an entry of a term table over `units` units.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  static func list(
    _ entry: TermBlock.Entry,
    _ database: Database,
    units: Int
  ) throws -> PostingList {
    switch entry.place {
    case .inline(let bytes):
      guard let list = PostingList(bytes, units: units) else { throw damage }
      return list
    case .row(let row): return try list(row: row, database, units: units)
    }
  }

  private static func list(row: Int, _ database: Database, units: Int) throws -> PostingList {
    var bytes: [UInt8] = []
    try database.query("SELECT data FROM posting_list WHERE id = ?", [.integer(row)]) {
      bytes = $0.bytes(0)
    }
    guard let list = PostingList(bytes, units: units) else { throw damage }
    return list
  }

  private static var damage: DamagedRecord { DamagedRecord(cause: "a posting list is damaged") }
}
