package import FicIndex
package import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// What tells a work's stored chapters apart, ascending by number.
  package func chapterCards(of work: WorkID) throws -> [ChapterCard] {
    try perform("read the chapters of a work", opensTransaction: false) { database in
      guard let ordinal = try ordinal(of: work, database) else { return [] }
      let range = RowKey.chapters(ofOrdinal: ordinal)
      var cards: [ChapterCard] = []
      try database.query(
        """
        SELECT chapter.id, fingerprint, path, sketch, address, removed_chapter.number, removed,
          reason
        FROM chapter LEFT JOIN chapter_sketch USING (id) LEFT JOIN removed_chapter USING (id)
        WHERE chapter.id BETWEEN ? AND ? ORDER BY chapter.id
        """,
        [.integer(range.lowerBound), .integer(range.upperBound)]
      ) { row in
        cards.append(
          ChapterCard(
            number: RowKey.number(ofChapter: row.integer(0)),
            fingerprint: try Fingerprint(stored: row.bytes(1)),
            sketch: row.isNull(3) ? nil : try SketchColumn.sketch(row.bytes(3)),
            path: row.text(2),
            address: row.isNull(4) ? nil : row.text(4),
            removal: ChapterRemoval(row, at: 5)
          )
        )
      }
      return cards
    }
  }

  /// Moves a stored chapter to a number above those of a text, and marks it as gone from the
  /// archive.
  package func keepRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) throws {
    try perform("keep a removed chapter") { database in
      guard RowKey.chapterNumbers.contains(chapter.chapter),
        let ordinal = try ordinal(of: chapter.work, database)
      else { return }
      let id = RowKey.chapter(ordinal: ordinal, number: chapter.chapter)
      guard var records = try ChapterStore(database).records(id: id, key: chapter),
        let number = try Self.freeNumber(for: removal.number, ordinal: ordinal, database)
      else { return }
      records.key.chapter = number
      let kept = RowKey.chapter(ordinal: ordinal, number: number)
      try ChapterExchange(database, id: id, key: chapter).replace(with: nil)
      try ChapterExchange(database, id: kept, key: records.key).replace(with: records)
      try Self.mark(kept, as: removal, database)
    }
  }

  /// Marks a stored chapter where it is as one whose file is gone.
  package func markRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) throws {
    try perform("mark a removed chapter") { database in
      guard let ordinal = try ordinal(of: chapter.work, database) else { return }
      let id = RowKey.chapter(ordinal: ordinal, number: chapter.chapter)
      let isStored = try database.integer("SELECT 1 FROM chapter WHERE id = ?", [.integer(id)])
      if isStored != nil { try Self.mark(id, as: removal, database) }
    }
  }

  private static func mark(_ id: Int, as removal: ChapterRemoval, _ database: Database) throws {
    try database.change(
      "INSERT OR REPLACE INTO removed_chapter VALUES (?, ?, ?, ?)",
      [
        .integer(id), .integer(removal.number), .integer(removal.time),
        .text(removal.reason.rawValue),
      ]
    )
  }

  private static func freeNumber(
    for number: Int,
    ordinal: Int,
    _ database: Database
  ) throws -> Int? {
    var taken: Set<Int> = []
    try database.query(
      "SELECT id FROM chapter WHERE id BETWEEN ? AND ?",
      [
        .integer(RowKey.chapter(ordinal: ordinal, number: ChapterRemoval.firstNumber)),
        .integer(RowKey.chapters(ofOrdinal: ordinal).upperBound),
      ]
    ) { row in
      taken.insert(RowKey.number(ofChapter: row.integer(0)))
    }
    return ChapterRemoval.place(
      for: number,
      isTaken: taken.contains,
      last: RowKey.chapterNumbers.upperBound
    )
  }

  // MARK: Sources

  /// The texts that works have in the archive, by place.
  package func sources() throws -> [SourceRecord] {
    try perform("read the sources", opensTransaction: false) { try SourceStore($0).all() }
  }

  /// Notes a source in place of the one with its place.
  package func putSource(_ source: SourceRecord) throws {
    try perform("note a source") { database in
      if source.isChosen {
        var others: [String] = []
        try database.query(
          "SELECT place FROM source WHERE work = ? AND is_chosen <> 0 AND place <> ?",
          [.integer(Int(source.work.rawValue)), .text(source.place)]
        ) { row in
          others.append(row.text(0))
        }
        for place in others {
          try database.change("UPDATE source SET is_chosen = 0 WHERE place = ?", [.text(place)])
        }
      }
      try database.change(
        "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .text(source.place), .text(source.path), .integer(Int(source.work.rawValue)),
          .optional(source.address), .optional(source.name), .integer(source.quality.chapters),
          .text(source.quality.updated), .integer(source.quality.form),
          .integer(source.quality.words), .integer(source.isChosen ? 1 : 0),
          .integer(source.isReadable ? 1 : 0),
          .optional(SourceFieldsColumn.text(of: source.fields)),
        ]
      )
    }
  }

  /// Forgets sources.
  package func removeSources(_ places: [String]) throws {
    guard !places.isEmpty else { return }
    try perform("forget sources") { database in
      for place in places {
        try database.change("DELETE FROM source WHERE place = ?", [.text(place)])
      }
    }
  }

  // MARK: Texts

  /// What the chapters of a work say together.
  package func sketch(of work: WorkID) throws -> TextSketch {
    try perform("read what a work says", opensTransaction: false) { database in
      guard let ordinal = try ordinal(of: work, database) else { return TextSketch() }
      return try SketchStore(database).sketch(ofOrdinal: ordinal)
    }
  }

  /// Notes what a work says now, so that `works(sharing:)` finds it.
  package func noteText(of work: WorkID) throws {
    try perform("note what a work says") { database in
      guard let ordinal = try ordinal(of: work, database) else { return }
      try CopyUpdate(database).noteKeys(ofOrdinal: ordinal)
    }
  }

  /// Works that share enough with a text to be compared, those that share most first.
  package func works(sharing sketch: TextSketch, limit: Int) throws -> [WorkID] {
    try perform("look for like works", opensTransaction: false) { database in
      try SketchStore(database).works(sharing: sketch, limit: limit, counts: nil).map(\.id)
    }
  }

  // MARK: Changes

  /// Starts a run: what `noteChange` notes belongs to it.
  package func beginRun() throws {
    run =
      (try perform("read the last run", opensTransaction: false) { database in
        try database.integer("SELECT last_run FROM state")
      } ?? 0) + 1
  }

  /// Notes what came, changed or went.
  package func noteChange(_ change: ArchiveChange) throws {
    try perform("note a change") { database in
      try database.change(
        "UPDATE state SET last_run = ? WHERE id = 1 AND last_run <> ?",
        [.integer(run), .integer(run)]
      )
      try database.change(
        """
        INSERT INTO change (run, time, kind, work, title, authors, chapter, chapter_title, reason,
        chapters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(run), .integer(change.time), .text(change.kind.rawValue),
          .integer(Int((WorkID(change.work.id) ?? WorkID(rawValue: 0)).rawValue)),
          .text(change.work.title),
          .text(change.work.authors.joined(separator: CastMember.nameBarrier)),
          change.chapter.map { .integer($0.number) } ?? .null, .optional(change.chapter?.title),
          .optional(change.chapter?.removal?.rawValue),
          change.chapters.map(SQLValue.integer) ?? .null,
        ]
      )
    }
  }
}
