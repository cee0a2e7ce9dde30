import FicIndex
import FicModel
import GRDB

/// Puts one chapter in the place of another, in all tables, inside an open transaction.
struct ChapterExchange {
  private let database: Database
  private let id: Int
  private let key: ChapterKey
  private let store: ChapterStore

  /// Prepares an exchange of the chapter with an id.
  init(_ database: Database, id: Int, key: ChapterKey) {
    self.database = database
    self.id = id
    self.key = key
    store = ChapterStore(database)
  }

  /// Stores `new`, or nothing, in place of what is stored.
  ///
  /// - Parameters:
  ///   - new: The chapter.
  ///   - columns: Its columns, if they have been made.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func replace(with new: ChapterRecords?, _ columns: ChapterColumns? = nil) throws {
    let old = try store.records(id: id, key: key)
    let ordinal = RowKey.ordinal(ofChapter: id)
    let before = old.map { ($0, LineStreams($0, ordinal: ordinal)) }
    let after = new.map { ($0, LineStreams($0, ordinal: ordinal)) }
    if let before { try deleteLines(before.1) }
    if let after { try insertLines(after.1) }
    if let new {
      try store.write(new, id: id, columns)
    } else if old != nil {
      try store.delete(id: id)
    }
    try exchangeFigures(before, after)
    try exchangeSums(before, after)
  }

  /// Inserts the lines of a chapter that the full text has not, and adds its figures to those of
  /// its cast.
  ///
  /// - Throws: `DatabaseError`.
  func insertDerived(of records: ChapterRecords) throws {
    let lines = LineStreams(records, ordinal: RowKey.ordinal(ofChapter: id))
    try insertLines(lines)
    try exchangeFigures(nil, (records, lines))
    try exchangeSums(nil, (records, lines))
    try store.write(lines.terms.sketch, id: id)
  }

  private func deleteLines(_ lines: LineStreams) throws {
    let first = try database.integer(
      "SELECT first FROM chapter_line WHERE chapter = ?",
      [.integer(id)]
    )
    guard let first else { return }
    for index in 0..<lines.count {
      try database.change(
        "INSERT INTO line_fts (line_fts, rowid, terms) VALUES ('delete', ?, ?)",
        [.integer(first + index), .utf8(lines.stream(ofLine: index))]
      )
    }
    try database.change("DELETE FROM chapter_line WHERE first = ?", [.integer(first)])
    try database.change(
      "INSERT INTO dead_line (first, lines, chapter) VALUES (?, ?, ?)",
      [.integer(first), .integer(lines.count), .integer(id)]
    )
  }

  /// Gives the lines the next rows, behind all others: FTS5 writes its hash out when a row comes
  /// that is before the last one.
  private func insertLines(_ lines: LineStreams) throws {
    guard lines.count > 0 else { return }
    let first = (try database.integer("SELECT last_line FROM state") ?? 0) + 1
    guard first + lines.count < Int(Int32.max) else {
      throw DamagedRecord(
        cause: "no numbers for lines are left: ficsearch-ingest index --rebuild gives new ones"
      )
    }
    for index in 0..<lines.count {
      try database.change(
        "INSERT INTO line_fts (rowid, terms) VALUES (?, ?)",
        [.integer(first + index), .utf8(lines.stream(ofLine: index))]
      )
    }
    let columns = LineColumns(lines.terms, lines.people)
    try database.change(
      "INSERT INTO chapter_line VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(first), .integer(id), .integer(lines.count), .blob(columns.words),
        .blob(columns.marks), .blob(columns.confidences), .blob(columns.regions),
      ]
    )
    try database.change(
      "UPDATE state SET last_line = ? WHERE id = 1",
      [.integer(first + lines.count - 1)]
    )
  }

  /// A chapter with its lines.
  private typealias Version = (records: ChapterRecords, lines: LineStreams)

  private func exchangeFigures(_ old: Version?, _ new: Version?) throws {
    let before = CastFigures(old?.records, old?.lines)
    let after = CastFigures(new?.records, new?.lines)
    guard before != after else { return }
    let ordinal = RowKey.ordinal(ofChapter: id)
    let oldMembers = Set(before.members)
    let newMembers = Set(after.members)
    for castID in oldMembers.union(newMembers).sorted() {
      let member = SQLValue.integer(RowKey.member(ordinal: ordinal, castID))
      let lines = after.lines[castID, default: 0]
      let scenes = after.scenes[castID, default: 0]
      try database.change(
        """
        UPDATE cast_member SET lines = lines + ?, scenes = scenes + ?, chapters = chapters + ?
        WHERE id = ?
        """,
        [
          .integer(lines - before.lines[castID, default: 0]),
          .integer(scenes - before.scenes[castID, default: 0]),
          .integer((newMembers.contains(castID) ? 1 : 0) - (oldMembers.contains(castID) ? 1 : 0)),
          member,
        ]
      )
      let chapter = SQLValue.integer(RowKey.number(ofChapter: id))
      if newMembers.contains(castID) {
        try database.change(
          "INSERT OR REPLACE INTO cast_chapter VALUES (?, ?, ?, ?)",
          [member, chapter, .integer(lines), .integer(scenes)]
        )
      } else {
        try database.change(
          "DELETE FROM cast_chapter WHERE member = ? AND chapter = ?",
          [member, chapter]
        )
      }
    }
    try exchangePairs(before: before, after: after, ordinal: ordinal)
  }

  private func exchangePairs(before: CastFigures, after: CastFigures, ordinal: Int) throws {
    for pair in Set(before.pairs.keys).union(after.pairs.keys) {
      let difference = after.pairs[pair, default: 0] - before.pairs[pair, default: 0]
      guard difference != 0 else { continue }
      let member = SQLValue.integer(RowKey.member(ordinal: ordinal, pair.member))
      let partner = SQLValue.integer(RowKey.member(ordinal: ordinal, pair.partner))
      try database.change(
        """
        INSERT INTO cast_pair VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET lines = lines + excluded.lines
        """,
        [member, partner, .integer(difference)]
      )
      if difference < 0 {
        try database.change(
          "DELETE FROM cast_pair WHERE member = ? AND partner = ? AND lines <= 0",
          [member, partner]
        )
      }
    }
  }

  private func exchangeSums(_ old: Version?, _ new: Version?) throws {
    func difference(_ sum: (Version) -> Int) -> SQLValue {
      .integer((new.map(sum) ?? 0) - (old.map(sum) ?? 0))
    }
    let chapters = difference { _ in 1 }
    let scenes = difference { $0.records.chapter.scenes.count }
    let words = difference { $0.lines.terms.storyWords }
    // By id: FTS5 writes its hash out before a statement that may change several rows.
    try database.change(
      """
      UPDATE work SET chapters = chapters + ?, scenes = scenes + ?, words = words + ?,
      copies_known = 0 WHERE ordinal = ?
      """,
      [chapters, scenes, words, .integer(RowKey.ordinal(ofChapter: id))]
    )
    try database.change(
      """
      UPDATE state SET chapters = chapters + ?, scenes = scenes + ?, words = words + ?,
      text_bytes = text_bytes + ?, lines = lines + ?, utterances = utterances + ? WHERE id = 1
      """,
      [
        chapters, scenes, words, difference { $0.records.chapter.text.count },
        difference { $0.lines.count },
        difference { $0.records.chapter.utterances.count { $0.kind != .notSpeech } },
      ]
    )
  }
}
