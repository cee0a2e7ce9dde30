import FicIndex
import FicModel
import GRDB

/// Inverts chapters run by run into a temporary table, so that memory is bounded.
struct PostingRunWriter {
  /// How much text makes a run: 8 MiB, for which an inverter takes some 27 MB.
  private static let runBytes = 8 << 20

  /// The rows of each run's entries in `temp.posting_run`.
  private(set) var runs: [Range<Int>] = []

  private let database: Database
  private let queue = InversionQueue()
  private var bytes = 0
  private var next = 1

  /// Prepares an empty table.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    self.database = database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.posting_run;
        CREATE TEMP TABLE posting_run (id INTEGER PRIMARY KEY, key BLOB, list BLOB)
        """
    )
  }

  /// Adds the scene units of a chapter, numbered from `first` on, which is greater than all before.
  ///
  /// - Throws: `DatabaseError`.
  mutating func add(_ records: ChapterRecords, from first: Int) throws {
    queue.add(records, from: first)
    bytes += records.chapter.text.count
    if bytes >= Self.runBytes { try endRun() }
  }

  /// Ends a run, if something was added since the last.
  ///
  /// - Throws: `DatabaseError`.
  mutating func endRun() throws {
    bytes = 0
    let inverter = queue.take()
    if inverter.isEmpty { return }
    let first = next
    try inverter.readTerms { key, units, frequencies in
      // Nobody knows yet how many units there will be, so no list has a byte for each.
      let list = PostingList.encoded(units: units, frequencies: frequencies, total: .max)
      try database.change(
        "INSERT INTO temp.posting_run VALUES (?, ?, ?)",
        [.integer(next), .blob(key), .blob(list)]
      )
      next += 1
    }
    runs.append(first..<next)
  }

  /// Drops the table.
  func drop() { try? database.execute(sql: "DROP TABLE IF EXISTS temp.posting_run") }
}
