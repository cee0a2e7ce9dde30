import FicIndex
import FicModel
import GRDB

/// Writes what is known of works in the one form that queries ask.
struct FactStore {
  private let database: Database

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// Brings the facts of a work to what its metadata says; nothing is written where they are so
  /// already.
  ///
  /// - Throws: `DatabaseError`.
  func exchange(_ work: WorkRecord, ordinal: Int) throws {
    let facts = FoldedFacts(work.id, path: work.path, metadata: work.metadata)
    try exchangeValues(facts.values, ordinal: ordinal)
    try exchangeShelf(
      ShelvedWork(work, counted: [:]),
      stated: facts.figures,
      ordinal: ordinal
    )
  }

  /// Removes the facts of a work.
  ///
  /// - Throws: `DatabaseError`.
  func remove(ordinal: Int) throws {
    try exchangeValues([], ordinal: ordinal)
    try database.change("DELETE FROM work_shelf WHERE work = ?", [.integer(ordinal)])
  }

  private func exchangeValues(_ values: [FoldedFacts.Value], ordinal: Int) throws {
    var stored: [FoldedFacts.Value: Int] = [:]
    try database.query(
      "SELECT id, key, value FROM work_fact JOIN fact ON fact.id = work_fact.fact WHERE work = ?",
      [.integer(ordinal)]
    ) { row in
      guard let key = FactKey(rawValue: row.text(1)) else { return }
      stored[FoldedFacts.Value(key: key, bytes: row.bytes(2))] = row.integer(0)
    }
    for value in values where stored.removeValue(forKey: value) == nil {
      try database.change(
        "INSERT OR IGNORE INTO work_fact (fact, work) VALUES (?, ?)",
        [.integer(try id(of: value)), .integer(ordinal)]
      )
    }
    for id in stored.values.sorted() {
      try database.change(
        "DELETE FROM work_fact WHERE fact = ? AND work = ?",
        [.integer(id), .integer(ordinal)]
      )
      try database.change(
        "DELETE FROM fact WHERE id = ? AND id NOT IN (SELECT fact FROM work_fact WHERE fact = ?1)",
        [.integer(id)]
      )
    }
  }

  /// The id of a value, which is new where no work has it yet.
  private func id(of value: FoldedFacts.Value) throws -> Int {
    let values: [SQLValue] = [.text(value.key.rawValue), .utf8(value.bytes)]
    let find = "SELECT id FROM fact WHERE key = ? AND value = ?"
    if let id = try database.integer(find, values) { return id }
    try database.change("INSERT INTO fact (key, value) VALUES (?, ?)", values)
    return Int(database.lastInsertedRowID)
  }

  /// `stated` are the numbers that the source has; what was counted is in the work's own row.
  private func exchangeShelf(
    _ shelved: ShelvedWork,
    stated: [FigureKey: Int],
    ordinal: Int
  ) throws {
    func figure(_ key: FigureKey) -> SQLValue { .optional(stated[key]) }
    let columns: [SQLValue] = [
      .text(shelved.title), .text(shelved.author), .text(shelved.fandom), figure(.words),
      figure(.chapters), figure(.published), figure(.updated), .text(shelved.series),
    ]
    let isSame = try database.integer(
      """
      SELECT 1 FROM work_shelf WHERE work = ? AND title = ? AND author = ? AND fandom = ?
      AND words IS ? AND chapters IS ? AND published IS ? AND updated IS ?
      AND series = ?
      """,
      [.integer(ordinal)] + columns
    )
    guard isSame == nil else { return }
    try database.change(
      "INSERT OR REPLACE INTO work_shelf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [.integer(ordinal)] + columns
    )
  }
}

extension FactStore {
  /// Makes the facts of all works anew where another version of this program made them, in one
  /// transaction.
  ///
  /// - Throws: `DatabaseError`; the facts are then as they were.
  func bringUpToDate() throws {
    guard try database.integer("SELECT facts FROM state") != FoldedFacts.version else { return }
    try database.inTransaction(.immediate) {
      let works = try database.rows("SELECT ordinal, id, path FROM work ORDER BY ordinal") { row in
        (ordinal: row.integer(0), id: row.work(1), path: row.text(2))
      }
      let store = WorkStore(database)
      for work in works {
        let record = WorkRecord(
          id: work.id,
          identity: "",
          path: work.path,
          metadata: try store.metadata(ofOrdinal: work.ordinal),
          cast: []
        )
        try exchange(record, ordinal: work.ordinal)
      }
      let generation = works.isEmpty ? 0 : 1
      try database.change(
        "UPDATE state SET facts = ?, generation = generation + ? WHERE id = 1",
        [.integer(FoldedFacts.version), .integer(generation)]
      )
      return .commit
    }
  }
}
