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

    /// Up to which chapter one has to have read to know each name.
    var firstChapters: [Int]
  }

  private let database: Database
  private var labels: [WorkID: WorkLabel] = [:]
  private var chapters: [WorkID: Int] = [:]

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
      SELECT cast_member.id, work.id, name, aliases, gender, lines, cast_member.scenes, is_narrator,
        first_chapters
      FROM cast_member JOIN work ON work.ordinal = cast_member.id >> 20
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
        isNarrator: row.integer(7) != 0,
        lines: row.integer(5),
        scenes: row.integer(6),
        firstChapters: row.text(8).splitNumbers
      )
    }
  }

  /// A member with everything that is known of it.
  ///
  /// - Throws: `DatabaseError`.
  mutating func entry(_ row: Row) throws -> CastEntry {
    var entry = CastEntry(
      work: try label(of: row.work),
      name: row.name,
      aliases: row.aliases,
      gender: row.gender,
      isNarrator: row.isNarrator,
      lines: row.lines,
      scenes: row.scenes,
      appearances: try appearances(of: row.id),
      chaptersOfWork: try chapters(of: row.work),
      talksWith: try partners(of: row.id)
    )
    entry.member = RowKey.castID(ofMember: row.id)
    entry.firstChapters = row.firstChapters
    return entry
  }

  /// By the place that a chapter has in its work; a removed one had it.
  private func appearances(of member: Int) throws -> [CastEntry.Appearance] {
    try database.rows(
      """
      SELECT cast_chapter.chapter - iif(cast_chapter.chapter < ?1, 0, ?2) AS place, lines,
        cast_chapter.scenes, coalesce(printed, 0)
      FROM cast_chapter LEFT JOIN chapter ON chapter.id = ?4 + cast_chapter.chapter
      WHERE member = ?3 ORDER BY place, cast_chapter.chapter
      """,
      [
        .integer(ChapterRemoval.firstNumber), .integer(ChapterRemoval.firstNumber - 1),
        .integer(member),
        .integer(RowKey.chapter(ordinal: RowKey.ordinal(ofMember: member), number: 0)),
      ]
    ) {
      CastEntry.Appearance(
        chapter: $0.integer(0),
        lines: $0.integer(1),
        scenes: $0.integer(2),
        border: max($0.integer(0), $0.integer(3))
      )
    }
  }

  /// How many chapters a work has that are not gone and kept.
  private mutating func chapters(of work: WorkID) throws -> Int {
    if let known = chapters[work] { return known }
    let ordinal = try database.ordinal(of: work) ?? 0
    let count =
      try database.first(
        "SELECT count(*) FROM chapter WHERE id BETWEEN ? AND ? AND id NOT IN "
          + "(SELECT id FROM removed_chapter)",
        .bounds(RowKey.chapters(ofOrdinal: ordinal))
      ) { $0.integer(0) } ?? 0
    chapters[work] = count
    return count
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
