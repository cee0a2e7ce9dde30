import FicIndex
import FicModel
import GRDB

/// Reads the table of sources.
struct SourceStore {
  private static let columns = """
    place, path, work, address, name, chapters, updated, form, words, is_chosen, is_readable,
    fields
    """

  private let database: Database

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// Every source, by place.
  ///
  /// - Throws: `DatabaseError`.
  func all() throws -> [SourceRecord] {
    var sources: [SourceRecord] = []
    try database.query("SELECT \(Self.columns) FROM source ORDER BY place") { row in
      sources.append(Self.record(row))
    }
    return sources
  }

  /// The sources of a work, the chosen one first, then by place.
  ///
  /// - Throws: `DatabaseError`.
  func sources(of work: WorkID) throws -> [SourceRecord] {
    var sources: [SourceRecord] = []
    try database.query(
      "SELECT \(Self.columns) FROM source WHERE work = ? ORDER BY is_chosen DESC, place",
      [.integer(Int(work.rawValue))]
    ) { row in
      sources.append(Self.record(row))
    }
    return sources
  }

  private static func record(_ row: SQLRow) -> SourceRecord {
    SourceRecord(
      place: row.text(0),
      path: row.text(1),
      work: WorkID(rawValue: UInt64(max(0, row.integer(2)))),
      address: row.optionalText(3),
      name: row.optionalText(4),
      quality: SourceQuality(
        chapters: row.integer(5),
        updated: row.text(6),
        isNamed: !row.isNull(3) || !row.isNull(4),
        form: row.integer(7),
        words: row.integer(8)
      ),
      fields: row.optionalText(11).map(SourceFieldsColumn.fields) ?? [],
      isChosen: row.integer(9) != 0,
      isReadable: row.integer(10) != 0
    )
  }
}
