import GRDB

/// Reads the entries of one run of a merge, ascending by key, some at a time.
struct PostingRun {
  /// An entry.
  struct Entry {
    /// The column and the term.
    var key: [UInt8]

    /// The posting list.
    var list: [UInt8]
  }

  private static let batch = 256

  private let database: Database
  private let end: Int
  private var nextRow: Int
  private var entries: [Entry] = []
  private var place = 0

  /// Starts at the first of the rows of `temp.posting_run` that are the run's.
  init(_ database: Database, entries: Range<Int>) {
    self.database = database
    nextRow = entries.lowerBound
    end = entries.upperBound
  }

  /// The next entry; nil at the end.
  ///
  /// - Throws: `DatabaseError`.
  mutating func peek() throws -> Entry? {
    if place == entries.count { try fetch() }
    return place < entries.count ? entries[place] : nil
  }

  /// Takes the next entry; nil at the end.
  ///
  /// - Throws: `DatabaseError`.
  mutating func next() throws -> Entry? {
    let entry = try peek()
    if entry != nil { place += 1 }
    return entry
  }

  private mutating func fetch() throws {
    entries.removeAll(keepingCapacity: true)
    place = 0
    guard nextRow < end else { return }
    let last = min(nextRow + Self.batch, end)
    var fetched: [Entry] = []
    try database.query(
      "SELECT key, list FROM temp.posting_run WHERE id >= ? AND id < ? ORDER BY id",
      [.integer(nextRow), .integer(last)]
    ) { row in
      fetched.append(Entry(key: row.bytes(0), list: row.bytes(1)))
    }
    entries = fetched
    nextRow = last
  }
}
