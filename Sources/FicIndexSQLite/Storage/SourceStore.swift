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

  /// The sources of a work, the chosen one first, then by place.
  ///
  /// - Throws: `DatabaseError`.
  func sources(of work: WorkID) throws -> [SourceRecord] {
    try sources("work = ? ORDER BY is_chosen DESC, place", [.work(work)])
  }

  /// The works that have no source, or whose best one that can be read is not chosen.
  ///
  /// - Throws: `DatabaseError`.
  func unsettledWorks() throws -> Set<WorkID> {
    var works = Set(
      try database.rows(
        "SELECT id FROM work WHERE NOT EXISTS (SELECT 1 FROM source WHERE source.work = work.id)"
      ) { $0.work(0) }
    )
    var best: SourceRecord?
    func judge() {
      if let best, !best.isChosen { works.insert(best.work) }
    }
    try database.query(
      """
      SELECT \(Self.columns) FROM source
      WHERE is_readable <> 0 AND work IN (SELECT work FROM source WHERE is_chosen = 0)
      ORDER BY work
      """
    ) { row in
      let source = Self.record(row)
      if let last = best, last.work == source.work, last.isBetter(than: source) { return }
      if best?.work != source.work { judge() }
      best = source
    }
    judge()
    return works
  }

  /// The sources that `condition` picks, which may be followed by an order.
  ///
  /// - Throws: `DatabaseError`.
  func sources(_ condition: String, _ values: [SQLValue] = []) throws -> [SourceRecord] {
    try database.rows("SELECT \(Self.columns) FROM source WHERE \(condition)", values, Self.record)
  }

  private static func record(_ row: SQLRow) -> SourceRecord {
    SourceRecord(
      place: row.text(0),
      path: row.text(1),
      work: row.work(2),
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
