import FicIndex
import FicModel
import GRDB

extension SQLiteIndexSnapshot {
  func shownCounts() throws -> IndexCounts {
    var counts = try statistics().counts
    let copies = "SELECT ordinal FROM work WHERE copy_of IS NOT NULL"
    counts.chapters -=
      try database.integer(
        """
        SELECT count(*) FROM removed_chapter WHERE id >> \(RowKey.chapterBits) NOT IN (\(copies))
        """
      ) ?? 0
    try database.query("SELECT chapters, scenes, words FROM work WHERE copy_of IS NOT NULL") {
      row in
      counts.works -= 1
      counts.copies += 1
      counts.chapters -= row.integer(0)
      counts.scenes -= row.integer(1)
      counts.words -= row.integer(2)
    }
    return counts
  }

  func changes(since: ChangesSince, limit: Int) throws -> [ArchiveChange] {
    let (condition, values): (String, [SQLValue]) =
      switch since {
      case .lastRun: ("run = (SELECT max(run) FROM change)", [])
      case .moment(let time): ("time >= ?", [.integer(time)])
      }
    return try database.rows(
      """
      SELECT time, kind, work, title, authors, chapter, chapter_title, reason, chapters
      FROM change WHERE \(condition) ORDER BY id DESC LIMIT ?
      """,
      values + [.integer(max(0, limit))],
      ArchiveChange.init
    )
  }
}

extension ArchiveChange {
  /// Reads a row of `change`.
  fileprivate init(_ row: SQLRow) {
    let chapter =
      row.isNull(5)
      ? nil
      : ChapterLabel(
        number: row.integer(5),
        title: row.optionalText(6),
        removal: row.optionalText(7).flatMap(ChapterLabel.Removal.init(rawValue:))
      )
    self.init(
      time: row.integer(0),
      kind: Kind(rawValue: row.text(1)) ?? .changed,
      work: WorkLabel(
        id: row.work(2).description,
        title: row.text(3),
        authors: row.text(4).splitNames
      ),
      chapter: chapter,
      chapters: row.optionalInteger(8)
    )
  }
}
