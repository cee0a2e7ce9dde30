import FicIndex
import FicModel
import GRDB

/// Compares everything that is derived with what it is derived from: the full text with the texts,
/// the posting lists with the full text, what is noted of lines and the figures of casts with what
/// the parser read.
///
/// Reads the whole file once or twice; memory grows by some bytes a chapter.
struct DeepCheck {
  /// So many chapters are named of each kind of finding.
  private static let mostNamed = 10

  private let database: Database
  private let chapters: [Int]

  /// Prepares a check on a connection without an open transaction.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    self.database = database
    chapters = try database.integers("SELECT id FROM chapter ORDER BY id")
  }

  /// What is wrong, a sentence each; empty for a sound index.
  ///
  /// Chapters that cannot be read are left out: `SQLiteIndexWriter.check` names them.
  ///
  /// - Throws: `DatabaseError`.
  func findings() throws -> [String] {
    let rows = try LineRows(database)
    var texts = ChapterDigests(chapters)
    var findings: [String] = []
    var figures = CastFigureCheck(database)
    let store = ChapterStore(database)
    for id in chapters {
      guard let records = try? store.records(id: id) else { continue }
      let lines = LineStreams(records, ordinal: RowKey.ordinal(ofChapter: id))
      if let first = rows.first(ofChapter: id) { add(lines, first, of: id, to: &texts) }
      findings += try lineFindings(id, lines)
      findings += try figures.add(records, lines, id: id)
    }
    findings += try figures.finish()
    let table = try tableDigests(rows)
    findings += differing(texts, table.places) { "line_fts: not the terms of \($0)" }
    if table.places.strays > 0 {
      findings.append("line_fts: \(table.places.strays) places in lines that are gone")
    }
    return findings + (try postingFindings(rows, table.frequencies))
  }

  private func differing(
    _ one: ChapterDigests,
    _ other: ChapterDigests,
    _ words: (String) -> String
  ) -> [String] {
    let different = one.differing(from: other)
    var findings = different.prefix(Self.mostNamed).map { words("chapter \($0)") }
    if different.count > findings.count {
      findings.append(words("\(different.count - findings.count) more chapters"))
    }
    return findings
  }

  private func lineFindings(_ id: Int, _ lines: LineStreams) throws -> [String] {
    let columns = LineColumns(lines.terms, lines.people)
    var isSame = lines.count == 0
    try database.query(
      "SELECT lines, words, marks, confidences, regions FROM chapter_line WHERE chapter = ?",
      [.integer(id)]
    ) { row in
      isSame =
        row.integer(0) == lines.count && row.bytes(1) == columns.words
        && row.bytes(2) == columns.marks && row.bytes(3) == columns.confidences
        && row.bytes(4) == columns.regions
    }
    return isSame ? [] : ["chapter_line: not the lines of chapter \(id)"]
  }

  // MARK: Full text

  /// Adds every term of some lines with its row and place.
  private func add(
    _ lines: LineStreams,
    _ first: Int,
    of id: Int,
    to digests: inout ChapterDigests
  ) {
    for index in 0..<lines.count {
      let stream = lines.stream(ofLine: index)
      var place = -1
      var start = 0
      while start < stream.count {
        if stream[start] == ChapterTerms.placeMark || place < 0 { place += 1 }
        var end = start + 1
        while end < stream.count, stream[end] != ChapterTerms.placeMark,
          stream[end] != ChapterTerms.sharedPlaceMark
        {
          end += 1
        }
        let term = stream.span.extracting(start + 1..<end)
        digests.add(ChapterDigests.hash(term, first + index, place), of: id)
        start = end
      }
    }
  }

  /// What the table says: every term with its row and place, and how often each row holds it.
  private func tableDigests(
    _ rows: LineRows
  ) throws -> (places: ChapterDigests, frequencies: ChapterDigests) {
    var places = ChapterDigests(chapters)
    var frequencies = ChapterDigests(chapters)
    let end = try database.integer("SELECT merged_line FROM state") ?? 1
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.instance;
        CREATE VIRTUAL TABLE temp.instance USING fts5vocab('main', 'line_fts', 'instance')
        """
    )
    defer { try? database.execute(sql: "DROP TABLE IF EXISTS temp.instance") }
    var last: (term: [UInt8], row: Int, count: Int) = ([], -1, 0)
    func leave() {
      guard last.count > 0, last.row < end else { return }
      let hash = ChapterDigests.hash(last.term.span, last.row, min(last.count, 65_535))
      frequencies.add(hash, of: rows.chapter(ofRow: last.row))
    }
    try database.query("SELECT term, doc, offset FROM temp.instance") { row in
      let term = row.bytes(0)
      let line = row.integer(1)
      let hash = ChapterDigests.hash(term.span, line, row.integer(2))
      places.add(hash, of: rows.chapter(ofRow: line))
      if last.row != line || last.term != term {
        leave()
        last = (term, line, 0)
      }
      last.count += 1
    }
    leave()
    return (places, frequencies)
  }

  // MARK: Posting lists

  /// Compares the posting lists with the full text; lines that came since they were merged are not
  /// in them, and lines that went since are.
  private func postingFindings(
    _ rows: LineRows,
    _ table: ChapterDigests
  ) throws -> [String] {
    guard try database.integer("SELECT posting_build FROM state") ?? 0 > 0 else { return [] }
    let end = try database.integer("SELECT last_line FROM state") ?? 0
    var lists = ChapterDigests(chapters)
    var findings: [String] = []
    do {
      var directory = LineDirectory()
      try directory.update(database)
      try TermDictionary(database).readAll { entry in
        var run = LineRun()
        try PostingReader(database, entry.place).read([0..<end + 1], into: &run)
        if run.count != entry.lines, findings.count < Self.mostNamed {
          findings.append(
            "posting_block: \(entry.lines) lines noted of a term that has \(run.count)"
          )
        }
        if try !sumsAgree(entry, run, directory), findings.count < Self.mostNamed {
          findings.append("posting_sum: not the sums of a list of \(run.count) lines")
        }
        for place in run.rows.indices {
          let row = Int(run.rows[place])
          let chapter = rows.chapter(ofRow: row)
          if chapter < 0 { continue }
          lists.add(
            ChapterDigests.hash(entry.key.span, row, Int(run.counts[place])),
            of: chapter
          )
        }
      }
    } catch let error as DamagedRecord {
      return ["posting lists: \(error.cause)"]
    }
    return findings + differing(lists, table) { "posting lists: not those of \($0)" }
  }

  /// Whether the sums that are kept of a list are those of its lines, in works that no chapter left
  /// since.
  private func sumsAgree(
    _ entry: TermBlock.Entry,
    _ run: LineRun,
    _ directory: LineDirectory
  ) throws -> Bool {
    guard case .list(let list) = entry.place, let changed = directory.goneWorks else { return true }
    var kept: WorkSums?
    try database.query("SELECT data FROM posting_sum WHERE list = ?", [.integer(list)]) {
      kept = WorkSums($0.bytes(0))
    }
    guard let kept else { return true }
    // Behind the last line of the directory there are only lines that are gone.
    var known = LineRun()
    known.append(run, in: [0..<directory.end])
    let made = WorkSums(known, directory).works.filter { !changed.contains($0.ordinal) }
    return made == kept.works.filter { !changed.contains($0.ordinal) }
  }
}
