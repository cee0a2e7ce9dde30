import GRDB

/// Keeps the lists of names until those of the text are written, whose keys come first: in a temporary
/// table, since there may be many.
struct CastLists {
  private let database: Database

  /// Prepares an empty table.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    self.database = database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.cast_list;
        CREATE TEMP TABLE cast_list (id INTEGER PRIMARY KEY, key BLOB, list BLOB)
        """
    )
  }

  /// Keeps the postings of a key, if there are any.
  ///
  /// - Throws: `DatabaseError`.
  func add(key: [UInt8], _ postings: Postings) throws {
    guard !postings.units.isEmpty else { return }
    // With so many units in all, no list has a byte for each.
    let list = PostingList.encoded(
      units: postings.units,
      frequencies: postings.frequencies,
      total: .max
    )
    try database.change(
      "INSERT INTO temp.cast_list (key, list) VALUES (?, ?)",
      [.blob(key), .blob(list)]
    )
  }

  /// Hands the postings to `body`, in the order in which they came, and drops the table.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`, and what `body` throws.
  func take(units: Int, _ body: ([UInt8], Postings) throws -> Void) throws {
    try database.query("SELECT key, list FROM temp.cast_list ORDER BY id") { row in
      var postings = Postings()
      guard let list = PostingList(row.bytes(1), units: units) else {
        throw DamagedRecord(cause: "a list that was kept for the end is damaged")
      }
      postings.append(list)
      try body(row.bytes(0), postings)
    }
    try database.execute(sql: "DROP TABLE temp.cast_list")
  }
}
