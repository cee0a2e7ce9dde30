import FicIndex
import FicModel
import GRDB

/// Makes the full-text tables anew from the texts, where a program made them that wrote their rows
/// otherwise.
struct FullTextRebuild {
  /// The form of rows and terms: raised when `FullTextRow`, `FrequentWords` or the columns change.
  private static let version = 3

  private let database: Database

  /// Creates a rebuild on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// Brings the tables to this version, and the posting lists, which have the same terms, with them.
  ///
  /// Complexity: O(text) where the version is another, else O(1).
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`; the file is then as it was.
  func bringUpToDate() throws {
    guard try database.integer("SELECT full_text FROM state") != Self.version else { return }
    try rebuild()
  }

  /// Makes the tables anew, whoever made them.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`; the file is then as it was.
  func rebuild() throws {
    try database.inTransaction(.immediate) {
      try run()
      return .commit
    }
  }

  private func run() throws {
    for kind in IndexUnit.Kind.allCases {
      try database.change("INSERT INTO \(kind.table) (\(kind.table)) VALUES ('delete-all')", [])
    }
    var ids: [Int] = []
    try database.query("SELECT id FROM chapter ORDER BY id") { ids.append($0.integer(0)) }
    let store = ChapterStore(database)
    for id in ids {
      guard let records = try store.records(id: id) else { continue }
      try ChapterExchange(database, id: id, key: records.key).insertUnits(of: records)
    }
    if !ids.isEmpty {
      try SQLiteIndexWriter.optimizeFullText(database)
      try PostingMerge(database)?.run()
    }
    try database.change(
      "UPDATE state SET full_text = ?, generation = generation + 1 WHERE id = 1",
      [.integer(Self.version)]
    )
  }
}
