import FicIndex
import GRDB

/// Inverts units run by run into a temporary table, so that memory is bounded.
struct PostingRunWriter {
  /// How much an inverter may hold before it ends its run: 32 MiB.
  private static let inverterBytes = 32 << 20

  /// The rows of each run's entries in `temp.posting_run`.
  private(set) var runs: [Range<Int>] = []

  private let database: Database
  private var inverter = UnitInverter()
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

  /// Adds a scene unit of a chapter; `number` is greater than all before.
  ///
  /// - Throws: `DatabaseError`.
  mutating func add(sceneUnit place: Int, of records: ChapterRecords, as number: Int) throws {
    inverter.add(sceneUnit: place, of: records, as: number)
    if inverter.byteCount >= Self.inverterBytes { try endRun() }
  }

  /// Ends a run, if something was added since the last.
  ///
  /// - Throws: `DatabaseError`.
  mutating func endRun() throws {
    if inverter.isEmpty { return }
    let first = next
    let ended = inverter
    inverter = UnitInverter()
    try ended.readTerms { key, units, frequencies in
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
