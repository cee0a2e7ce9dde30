import FicIndex
import FicModel
import GRDB

/// Finds cast members and completes their figures.
struct CastSearch {
  /// A row of `cast_member` that has figures, and its work.
  struct Row {
    /// The row's id.
    var id: Int

    /// The work's id.
    var work: WorkID

    /// The fullest name.
    var name: String

    /// The other names.
    var aliases: [String]

    /// By evidence.
    var gender: Gender?

    /// Whether the member tells the work.
    var isNarrator: Bool

    /// The lines spoken.
    var lines: Int

    /// The scenes present in.
    var scenes: Int

    /// The chapters that have either.
    var chapters: Int
  }

  private let database: Database
  private var labels: [WorkID: WorkLabel] = [:]

  /// Creates a search on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// The members of a work, or of all, whose names hold `name`; most lines first, then most
  /// scenes; at most `limit`.
  ///
  /// - Throws: `DatabaseError`.
  func rows(of work: WorkID?, named name: [Term]?, limit: Int) throws -> [Row] {
    var conditions = ["cast_member.chapters > 0"]
    var values: [SQLValue] = []
    if let work {
      guard let ordinal = try database.ordinal(of: work) else { return [] }
      conditions.append("cast_member.id BETWEEN ? AND ?")
      values += .bounds(RowKey.members(ofOrdinal: ordinal))
    }
    if let name {
      conditions.append("cast_member.id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)")
      values.append(.utf8(NameExpression(TermPhrase(name)).text))
    }
    return try database.rows(
      """
      SELECT cast_member.id, work.id, name, aliases, gender, lines, cast_member.scenes,
      cast_member.chapters, is_narrator FROM cast_member JOIN work ON work.ordinal = cast_member.id >> 20
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY lines DESC, cast_member.scenes DESC, work.id, cast_member.id LIMIT ?
      """,
      values + [.integer(max(0, limit))]
    ) { row in
      Row(
        id: row.integer(0),
        work: row.work(1),
        name: row.text(2),
        aliases: row.text(3).splitNames,
        gender: row.optionalText(4).flatMap(Gender.init(rawValue:)),
        isNarrator: row.integer(8) != 0,
        lines: row.integer(5),
        scenes: row.integer(6),
        chapters: row.integer(7)
      )
    }
  }

  /// A member with everything that is known of it.
  ///
  /// - Throws: `DatabaseError`.
  mutating func entry(_ row: Row) throws -> CastEntry {
    let places = try database.first(
      """
      SELECT min(place), max(place) FROM (SELECT chapter - iif(chapter < ?, 0, ?) AS place
      FROM cast_chapter WHERE member = ?)
      """,
      [
        .integer(ChapterRemoval.firstNumber), .integer(ChapterRemoval.firstNumber - 1),
        .integer(row.id),
      ]
    ) { (first: $0.integer(0), last: $0.integer(1)) }
    return CastEntry(
      work: try label(of: row.work),
      name: row.name,
      aliases: row.aliases,
      gender: row.gender,
      isNarrator: row.isNarrator,
      lines: row.lines,
      scenes: row.scenes,
      chapters: row.chapters,
      first: places?.first ?? 0,
      last: places?.last ?? 0,
      talksWith: try partners(of: row.id)
    )
  }

  private func partners(of member: Int) throws -> [CharacterCard.Partner] {
    try database.rows(
      """
      SELECT name, cast_pair.lines FROM cast_pair JOIN cast_member ON cast_member.id = partner
      WHERE member = ? ORDER BY cast_pair.lines DESC, partner
      """,
      [.integer(member)]
    ) { CharacterCard.Partner(name: $0.text(0), lines: $0.integer(1)) }
  }

  private mutating func label(of work: WorkID) throws -> WorkLabel {
    if let known = labels[work] { return known }
    let label =
      try WorkStore(database).label(of: work) ?? WorkLabel(work, path: "", metadata: WorkMetadata())
    labels[work] = label
    return label
  }
}
