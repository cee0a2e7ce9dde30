package import FicIndex
package import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// What tells a work's stored chapters apart, ascending by number.
  package func chapterCards(of work: WorkID) throws -> [ChapterCard] {
    try perform("read the chapters of a work", opensTransaction: false) { database in
      guard let ordinal = try database.ordinal(of: work) else { return [] }
      return try database.rows(
        """
        SELECT chapter.id, fingerprint, path, sketch, address, removed_chapter.number, removed,
          reason
        FROM chapter LEFT JOIN chapter_sketch USING (id) LEFT JOIN removed_chapter USING (id)
        WHERE chapter.id BETWEEN ? AND ? ORDER BY chapter.id
        """,
        .bounds(RowKey.chapters(ofOrdinal: ordinal))
      ) { row in
        ChapterCard(
          number: RowKey.number(ofChapter: row.integer(0)),
          fingerprint: try Fingerprint(stored: row.bytes(1)),
          sketch: row.isNull(3) ? nil : try SketchColumn.sketch(row.bytes(3)),
          path: row.text(2),
          address: row.optionalText(4),
          removal: ChapterRemoval(row, at: 5)
        )
      }
    }
  }

  /// Moves a stored chapter to a number above those of a text, and marks it as gone from the
  /// archive.
  package func keepRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) throws {
    try perform("keep a removed chapter") { database in
      guard RowKey.chapterNumbers.contains(chapter.chapter),
        let ordinal = try database.ordinal(of: chapter.work)
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
      guard let ordinal = try database.ordinal(of: chapter.work) else { return }
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
    let first = RowKey.chapter(ordinal: ordinal, number: ChapterRemoval.firstNumber)
    let taken = try database.integers(
      "SELECT id FROM chapter WHERE id BETWEEN ? AND ?",
      .bounds(first...RowKey.chapters(ofOrdinal: ordinal).upperBound)
    )
    return ChapterRemoval.place(
      for: number,
      isTaken: Set(taken.map(RowKey.number)).contains,
      last: RowKey.chapterNumbers.upperBound
    )
  }

  // MARK: Sources

  /// The source at a place; nil where there is none.
  package func source(at place: String) throws -> SourceRecord? {
    try perform("read a source", opensTransaction: false) {
      try SourceStore($0).sources("place = ?", [.text(place)]).first
    }
  }

  /// The sources of a work, the chosen one first, then by place.
  package func sources(of work: WorkID) throws -> [SourceRecord] {
    try perform("read the sources of a work", opensTransaction: false) {
      try SourceStore($0).sources(of: work)
    }
  }

  /// The sources of which no file is known, by place.
  package func sourcesWithoutFiles() throws -> [SourceRecord] {
    try perform("read the sources", opensTransaction: false) {
      try SourceStore($0).sources(
        "NOT EXISTS (SELECT 1 FROM file WHERE file.place = source.place) ORDER BY place"
      )
    }
  }

  /// The works some source of which has an address or a name, by id.
  package func works(named name: String) throws -> [WorkID] {
    try perform("look works up", opensTransaction: false) { database in
      try database.rows(
        """
        SELECT work FROM source WHERE address = ?1
        UNION SELECT work FROM source WHERE name = ?1 ORDER BY work
        """,
        [.text(name)]
      ) { $0.work(0) }
    }
  }

  /// The works that have no source, or whose best one that can be read is not chosen.
  package func unsettledWorks() throws -> Set<WorkID> {
    try perform("read the sources", opensTransaction: false) {
      try SourceStore($0).unsettledWorks()
    }
  }

  /// Notes a source in place of the one with its place.
  package func putSource(_ source: SourceRecord) throws {
    try perform("note a source") { database in
      if source.isChosen {
        let others = try database.rows(
          "SELECT place FROM source WHERE work = ? AND is_chosen <> 0 AND place <> ?",
          [.work(source.work), .text(source.place)]
        ) { $0.text(0) }
        for place in others {
          try database.change("UPDATE source SET is_chosen = 0 WHERE place = ?", [.text(place)])
        }
      }
      try database.change(
        "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .text(source.place), .text(source.path), .work(source.work),
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
      guard let ordinal = try database.ordinal(of: work) else { return TextSketch() }
      return try SketchStore(database).sketch(ofOrdinal: ordinal)
    }
  }

  /// Notes what a work says now, so that `works(sharing:)` finds it.
  package func noteText(of work: WorkID) throws {
    try perform("note what a work says") { database in
      guard let ordinal = try database.ordinal(of: work) else { return }
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

  /// Puts a note that a work came in the place of the one that this run has made of it.
  package func correctChange(_ change: ArchiveChange) throws {
    try perform("correct a change") { database in
      try database.change(
        """
        UPDATE change SET title = ?, authors = ?, chapters = ? WHERE id = (
          SELECT max(id) FROM change
          WHERE time = ? AND run = ? AND kind = ? AND work = ? AND chapter IS NULL
        )
        """,
        [
          .text(change.work.title),
          .text(change.work.authors.joined(separator: CastMember.nameBarrier)),
          .optional(change.chapters), .integer(change.time), .integer(run),
          .text(change.kind.rawValue), .work(WorkID(change.work.id) ?? WorkID(rawValue: 0)),
        ]
      )
    }
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
          .work(WorkID(change.work.id) ?? WorkID(rawValue: 0)),
          .text(change.work.title),
          .text(change.work.authors.joined(separator: CastMember.nameBarrier)),
          .optional(change.chapter?.number), .optional(change.chapter?.title),
          .optional(change.chapter?.removal?.rawValue), .optional(change.chapters),
        ]
      )
    }
  }
}
