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
    for kind in IndexUnit.Kind.allCases { try exchangeUnits(kind, old: old, new: new) }
    if let new {
      try store.write(new, id: id, columns)
    } else if old != nil {
      try store.delete(id: id)
    }
    try exchangeFigures(old: old, new: new)
    try exchangeSums(old: old, new: new)
    try database.change(
      "INSERT OR REPLACE INTO posting_change (chapter) VALUES (?)",
      [.integer(id)]
    )
  }

  /// Inserts the units of a chapter of which the full-text tables have none.
  ///
  /// - Throws: `DatabaseError`.
  func insertUnits(of records: ChapterRecords) throws {
    for kind in IndexUnit.Kind.allCases { try exchangeUnits(kind, old: nil, new: records) }
  }

  /// Deletes and inserts unit by unit, because FTS5 empties its hash when a rowid goes backwards.
  private func exchangeUnits(
    _ kind: IndexUnit.Kind,
    old: ChapterRecords?,
    new: ChapterRecords?
  ) throws {
    let oldCount = old?.storedUnits(kind).count ?? 0
    let newCount = new?.storedUnits(kind).count ?? 0
    let columns = kind.columns.joined(separator: ", ")
    let places = kind.columns.map { _ in "?" }.joined(separator: ", ")
    let insertion = "INSERT INTO \(kind.table) (rowid, \(columns)) VALUES (?, \(places))"
    let deletion = """
      INSERT INTO \(kind.table) (\(kind.table), rowid, \(columns)) VALUES ('delete', ?, \(places))
      """
    for index in 0..<max(oldCount, newCount) {
      let unit = RowKey.unit(kind, chapter: id, index: index)
      let rowid = SQLValue.integer(FullTextRow(kind).row(unit))
      let before = index < oldCount ? old?.columnTexts(kind, at: index) : nil
      let after = index < newCount ? new?.columnTexts(kind, at: index) : nil
      if before == after { continue }
      if let before { try database.change(deletion, [rowid] + before.map(SQLValue.utf8)) }
      if let after { try database.change(insertion, [rowid] + after.map(SQLValue.utf8)) }
    }
  }

  private func exchangeFigures(old: ChapterRecords?, new: ChapterRecords?) throws {
    let before = old.map(CastFigures.init) ?? CastFigures()
    let after = new.map(CastFigures.init) ?? CastFigures()
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

  private func exchangeSums(old: ChapterRecords?, new: ChapterRecords?) throws {
    func difference(_ sum: (ChapterRecords) -> Int) -> SQLValue {
      .integer((new.map(sum) ?? 0) - (old.map(sum) ?? 0))
    }
    let chapters = difference { _ in 1 }
    let scenes = difference { $0.chapter.scenes.count }
    let words = IndexUnit.Kind.allCases.map { kind in difference { $0.words(of: kind) } }
    let units = IndexUnit.Kind.allCases.map { kind in
      difference { $0.storedUnits(kind).count }
    }
    // By id: FTS5 writes its hash out before a statement that may change several rows.
    try database.change(
      """
      UPDATE work SET chapters = chapters + ?, scenes = scenes + ?, words = words + ?,
      copies_known = 0 WHERE ordinal = ?
      """,
      [chapters, scenes, words[0], .integer(RowKey.ordinal(ofChapter: id))]
    )
    try database.change(
      """
      UPDATE state SET chapters = chapters + ?, scenes = scenes + ?, text_bytes = text_bytes + ?,
      scene_units = scene_units + ?, utterance_units = utterance_units + ?,
      matter_units = matter_units + ?, scene_words = scene_words + ?,
      utterance_words = utterance_words + ?, matter_words = matter_words + ? WHERE id = 1
      """,
      [chapters, scenes, difference { $0.chapter.text.count }] + units + words
    )
  }
}

extension ChapterRecords {
  /// What the FTS5 table of a kind holds of the unit at `index`, column by column.
  func columnTexts(_ kind: IndexUnit.Kind, at index: Int) -> [[UInt8]] {
    let text = indexedText(of: kind, at: index)
    switch kind {
    case .scene: return [text, Array(castNames(ofScene: index).utf8)]
    case .matter: return [text]
    case .utterance:
      return [
        text, Array(speakerNames(ofUtterance: index).utf8),
        Array(addresseeNames(ofUtterance: index).utf8),
      ]
    }
  }

  /// The words of the units of a kind.
  fileprivate func words(of kind: IndexUnit.Kind) -> Int {
    storedUnits(kind).reduce(0) { $0 + $1.words }
  }
}
