import FicIndex
import GRDB

/// The terms of the last merge, each with its posting list or where that is.
struct TermDictionary {
  private let database: Database

  /// Reads the dictionary through a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// The entry of a term; nil where no line held it at the last merge.
  ///
  /// - Throws: `DatabaseError`.
  func entry(of term: [UInt8]) throws -> TermBlock.Entry? {
    try database.first(
      "SELECT data FROM posting_block WHERE first <= ? ORDER BY first DESC LIMIT 1",
      [.blob(term)]
    ) { TermBlock($0.bytes(0)).entry(of: term) } ?? nil
  }

  /// Hands the entries of the terms that start with `prefix` to `body`, in order, until it returns
  /// false: the length of the term, the lines that hold it, and where its list is.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func read(
    startingWith prefix: [UInt8],
    _ body: (TermBlock, TermBlock.Match) throws -> Bool
  ) throws {
    var goesOn = true
    try database.query(
      """
      SELECT data FROM posting_block WHERE first >= coalesce(
        (SELECT first FROM posting_block WHERE first <= ?1 ORDER BY first DESC LIMIT 1), ?1)
      AND first <= ?2 ORDER BY first
      """,
      // No byte of UTF-8 is as great as 0xFF.
      [.blob(prefix), .blob(prefix + [0xFF])]
    ) { row in
      guard goesOn else { return }
      let block = TermBlock(row.bytes(0))
      try block.readMatches(startingWith: prefix) { match in
        goesOn = try body(block, match)
        return goesOn
      }
    }
  }

  /// Hands all entries to `body`, in order.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func readAll(_ body: (TermBlock.Entry) throws -> Void) throws {
    try database.query("SELECT data FROM posting_block ORDER BY first") { row in
      try TermBlock(row.bytes(0)).readAll { entry in
        try body(entry)
        return true
      }
    }
  }
}
