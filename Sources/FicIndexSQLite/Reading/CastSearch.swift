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
  private var chapters: [WorkID: Chapters] = [:]

  /// The chapters of a work.
  private struct Chapters {
    /// How many are not gone and kept.
    var count = 0

    /// The numbers above chapters that are greater than their places, by the chapters' numbers.
    var printed: [Int: Int] = [:]
  }

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
    let chapters = try chapters(of: row.work)
    var entry = CastEntry(
      work: try label(of: row.work),
      name: row.name,
      aliases: row.aliases,
      gender: row.gender,
      isNarrator: row.isNarrator,
      lines: row.lines,
      scenes: row.scenes,
      appearances: try appearances(of: row.id, in: chapters),
      chaptersOfWork: chapters.count,
      talksWith: try partners(of: row.id)
    )
    entry.member = RowKey.castID(ofMember: row.id)
    entry.firstChapters = row.firstChapters
    return entry
  }

  /// By the place that a chapter has in its work; a removed one had it.
  private func appearances(
    of member: Int,
    in work: Chapters
  ) throws -> [CastEntry.Appearance] {
    try database.rows(
      """
      SELECT chapter - iif(chapter < ?1, 0, ?2) AS place, lines, scenes, chapter
      FROM cast_chapter WHERE member = ?3 ORDER BY place, chapter
      """,
      [
        .integer(ChapterRemoval.firstNumber), .integer(ChapterRemoval.firstNumber - 1),
        .integer(member),
      ]
    ) {
      CastEntry.Appearance(
        chapter: $0.integer(0),
        lines: $0.integer(1),
        scenes: $0.integer(2),
        border: max($0.integer(0), work.printed[$0.integer(3)] ?? 0)
      )
    }
  }

  private mutating func chapters(of work: WorkID) throws -> Chapters {
    if let known = chapters[work] { return known }
    var own = Chapters()
    let ordinal = try database.ordinal(of: work) ?? 0
    try database.query(
      """
      SELECT chapter.id, printed, removed_chapter.id FROM chapter
      LEFT JOIN removed_chapter ON removed_chapter.id = chapter.id
      WHERE chapter.id BETWEEN ? AND ?
      """,
      .bounds(RowKey.chapters(ofOrdinal: ordinal))
    ) { row in
      let number = RowKey.number(ofChapter: row.integer(0))
      if row.optionalInteger(2) == nil { own.count += 1 }
      let first = ChapterRemoval.firstNumber
      let place = number < first ? number : number - first + 1
      if let printed = row.optionalInteger(1), printed > place { own.printed[number] = printed }
    }
    chapters[work] = own
    return own
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
