import FicIndex
import FicModel
import GRDB

/// Which lines there are, and what a search needs of each without its words: by row.
///
/// Rows ascend as lines came into the index: those of a chapter are one range, those of a run are
/// in reading order. A chapter that changes gets new rows behind all others.
struct LineDirectory: Sendable {
  /// A chapter that has lines.
  struct Chapter: Sendable {
    /// Its id; -1 where it has other rows by now.
    var id: Int

    /// Its rows.
    var rows: Range<Int>

    /// The zones of its lines, a bit each in the order of `ZoneKind.allCases`.
    var zones: UInt16
  }

  /// Ascending by their rows.
  private(set) var chapters: [Chapter] = []

  /// The words of each line, by row; a chapter that is gone may still have some.
  private(set) var words: [UInt16] = []

  /// The `LineMark` of each row.
  private(set) var marks: [UInt8] = []

  /// How sure the speaker of each is, in 200ths.
  private(set) var confidences: [UInt8] = []

  /// The stretches.
  private(set) var stretches = Stretches()

  /// A work that has lines.
  struct Work: Sendable {
    /// Its id.
    var id: WorkID

    /// From its first row to behind its last.
    var rows: Range<Int>
  }

  /// A stretch that has lines that are no story.
  struct Aside: Sendable {
    /// Its index in `stretches`.
    var stretch: Int32

    /// The zones of its lines, a bit each; see `LineMark.zone`.
    var zones: UInt16
  }

  /// The stretches that have lines that are no story, ascending.
  private(set) var asides: [Aside] = []

  /// The works by their ordinals.
  private(set) var works: [Int: Work] = [:]

  /// What the chapters that came since the last merge hold.
  private(set) var recent = RecentPostings()

  /// What tells one merge from the next.
  private(set) var build = -1

  /// Rows from this one on came since the last merge.
  private(set) var mergedEnd = 1

  /// Chapters whose rows were merged and that are gone since.
  private(set) var goneRows: [Range<Int>] = []

  /// The ordinals of their works; nil where that of some is not known.
  private(set) var goneWorks: Set<Int>? = []

  /// Creates a directory without lines.
  init() {}

  /// The row behind all lines.
  var end: Int { marks.count }

  /// Brings the directory to the state that a connection reads.
  ///
  /// Complexity: linear in what came and went since, and in all lines after a merge.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func update(_ database: Database) throws {
    var state: (build: Int, merged: Int) = (0, 1)
    try database.query("SELECT posting_build, merged_line FROM state") { row in
      state = (row.integer(0), row.integer(1))
    }
    if state.build != build {
      self = LineDirectory()
      (build, mergedEnd) = (state.build, max(1, state.merged))
    }
    let firstNew = chapters.count
    try appendNew(database)
    let store = ChapterStore(database)
    for chapter in chapters[firstNew...] where chapter.rows.lowerBound >= mergedEnd {
      guard let records = try store.records(id: chapter.id) else {
        throw DamagedRecord(cause: "chapter_line: no chapter \(chapter.id)")
      }
      let lines = LineStreams(records, ordinal: RowKey.ordinal(ofChapter: chapter.id))
      recent.add(lines, first: chapter.rows.lowerBound)
    }
    try forgetGone(database)
  }

  /// Reads all lines of a state, but not what those that came since the last merge hold.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  init(withoutPostings database: Database) throws {
    try appendNew(database)
  }

  private mutating func appendNew(_ database: Database) throws {
    try database.query(
      """
      SELECT first, chapter, lines, words, marks, confidences,
        (SELECT id FROM work WHERE ordinal = chapter >> \(RowKey.chapterBits))
      FROM chapter_line WHERE first >= ? ORDER BY first
      """,
      [.integer(end)]
    ) { row in
      try append(row, first: row.integer(0))
    }
  }

  private mutating func append(_ row: SQLRow, first: Int) throws {
    let lines = row.integer(2)
    guard first >= end, lines > 0, first + lines < Int(Int32.max) else {
      throw DamagedRecord(cause: "chapter_line: rows out of order")
    }
    let gap = max(first, 1) - end
    // Rows that are gone are no part of the stretch before them.
    if gap > 0 { stretches.append(end..<end + gap, chapter: -1) }
    words.append(contentsOf: repeatElement(0, count: gap))
    marks.append(contentsOf: repeatElement(LineMark.gone, count: gap))
    confidences.append(contentsOf: repeatElement(0, count: gap))
    guard LineColumns.read(words: row.bytes(3), count: lines, into: &words) else {
      throw DamagedRecord(cause: "chapter_line: not the words of \(lines) lines")
    }
    row.append(4, to: &marks)
    row.append(5, to: &confidences)
    guard marks.count == first + lines, confidences.count == first + lines else {
      throw DamagedRecord(cause: "chapter_line: not the marks of \(lines) lines")
    }
    var start = first
    var zones: UInt16 = 0
    for line in first + 1...first + lines
    where line == first + lines || LineMark.beginsStretch(marks[line]) {
      zones |= append(stretch: start..<line)
      start = line
    }
    let id = row.integer(1)
    chapters.append(Chapter(id: id, rows: first..<first + lines, zones: zones))
    let ordinal = RowKey.ordinal(ofChapter: id)
    works[ordinal] = Work(
      id: row.work(6),
      rows: (works[ordinal]?.rows.lowerBound ?? first)..<first + lines
    )
  }

  /// Adds a stretch behind all others.
  ///
  /// - Returns: The zones of its lines.
  private mutating func append(stretch rows: Range<Int>) -> UInt16 {
    let zones = marks[rows].reduce(UInt16(0)) { $0 | LineMark.zone($1) }
    if zones != LineMark.story {
      let index = Int32(truncatingIfNeeded: stretches.count)
      asides.append(Aside(stretch: index, zones: zones))
    }
    stretches.append(rows, chapter: chapters.count)
    return zones
  }

  /// Marks the rows of chapters that have others by now, or none.
  private mutating func forgetGone(_ database: Database) throws {
    var gone: [Range<Int>] = []
    var works: Set<Int>? = []
    try database.query("SELECT first, lines, chapter FROM dead_line ORDER BY first") { row in
      let rows = row.integer(0)..<row.integer(0) + max(0, row.integer(1))
      guard !rows.isEmpty else { return }
      if rows.lowerBound < mergedEnd {
        gone.append(rows)
        let chapter = row.integer(2)
        if chapter >= 0 { works?.insert(RowKey.ordinal(ofChapter: chapter)) } else { works = nil }
      }
      // What went before this directory was made has left a gap in it.
      guard rows.upperBound <= end, marks[rows.lowerBound] != LineMark.gone else { return }
      for line in rows { marks[line] = LineMark.gone }
      if let index = self.chapter(of: rows.lowerBound) { chapters[index].id = -1 }
    }
    goneRows = gone
    goneWorks = works
  }

  /// The index of the chapter that a row belongs to; nil for none.
  func chapter(of row: Int) -> Int? {
    row >= 0 && row < end ? stretches.chapter(of: stretches.index(of: row)) : nil
  }

  /// The rows of the stretch that a row belongs to.
  func stretch(of row: Int) -> Range<Int> { stretches[stretches.index(of: row)] }
}
