import FicIndex
import FicModel
import GRDB

/// Compares the figures of casts with what the parser read, work by work.
struct CastFigureCheck {
  private struct Row: Hashable {
    var chapter: Int
    var lines: Int
    var scenes: Int
  }

  private let database: Database
  private var ordinal = -1
  private var rows: [CastID: [Row]] = [:]
  private var pairs: [CastFigures.Pair: Int] = [:]

  /// Creates a check on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// Adds a chapter; chapters come in the order of their ids.
  ///
  /// - Returns: What is wrong with the work before, if this is the first chapter of another.
  /// - Throws: `DatabaseError`.
  mutating func add(_ records: ChapterRecords, _ lines: LineStreams, id: Int) throws -> [String] {
    var findings: [String] = []
    if RowKey.ordinal(ofChapter: id) != ordinal {
      findings = try finish()
      ordinal = RowKey.ordinal(ofChapter: id)
    }
    let figures = CastFigures(records, lines)
    for member in figures.members {
      rows[member, default: []].append(
        Row(
          chapter: RowKey.number(ofChapter: id),
          lines: figures.lines[member, default: 0],
          scenes: figures.scenes[member, default: 0]
        )
      )
    }
    pairs.merge(figures.pairs, uniquingKeysWith: +)
    return findings
  }

  /// What is wrong with the last work.
  ///
  /// - Throws: `DatabaseError`.
  mutating func finish() throws -> [String] {
    defer { (rows, pairs) = ([:], [:]) }
    guard ordinal >= 0 else { return [] }
    let range = [SQLValue].bounds(RowKey.members(ofOrdinal: ordinal))
    var stored: [CastID: [Row]] = [:]
    try database.query(
      """
      SELECT member, chapter, lines, scenes FROM cast_chapter WHERE member BETWEEN ? AND ?
      ORDER BY member, chapter
      """,
      range
    ) { row in
      stored[RowKey.castID(ofMember: row.integer(0)), default: []].append(
        Row(chapter: row.integer(1), lines: row.integer(2), scenes: row.integer(3))
      )
    }
    var findings: [String] = []
    if stored != rows { findings.append("cast_chapter: not the figures of work \(ordinal)") }
    var storedPairs: [CastFigures.Pair: Int] = [:]
    try database.query(
      "SELECT member, partner, lines FROM cast_pair WHERE member BETWEEN ? AND ?",
      range
    ) { row in
      let pair = CastFigures.Pair(
        member: RowKey.castID(ofMember: row.integer(0)),
        partner: RowKey.castID(ofMember: row.integer(1))
      )
      storedPairs[pair] = row.integer(2)
    }
    if storedPairs != pairs { findings.append("cast_pair: not the figures of work \(ordinal)") }
    try database.query(
      "SELECT id, lines, scenes, chapters FROM cast_member WHERE id BETWEEN ? AND ?",
      range
    ) { row in
      let own = rows[RowKey.castID(ofMember: row.integer(0))] ?? []
      let sums = [own.reduce(0) { $0 + $1.lines }, own.reduce(0) { $0 + $1.scenes }, own.count]
      if sums != [row.integer(1), row.integer(2), row.integer(3)] {
        findings.append("cast_member: not the figures of member \(row.integer(0))")
      }
    }
    return findings
  }
}
