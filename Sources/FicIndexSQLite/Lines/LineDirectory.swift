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
  }

  /// Ascending by their rows.
  private(set) var chapters: [Chapter] = []

  /// The words of each line, by row; a chapter that is gone may still have some.
  private(set) var words: [UInt16] = []

  /// The `LineMark` of each row.
  private(set) var marks: [UInt8] = []

  /// How sure the speaker of each is, in 200ths.
  private(set) var confidences: [UInt8] = []

  /// The rows with which stretches begin, ascending.
  private(set) var stretches: [Int32] = []

  /// By the ordinal of a work, from its first row to behind its last.
  private(set) var works: [Int: Range<Int>] = [:]

  /// What the chapters that came since the last merge hold.
  private(set) var recent = RecentPostings()

  /// What tells one merge from the next.
  private(set) var build = -1

  /// Rows from this one on came since the last merge.
  private(set) var mergedEnd = 1

  /// Chapters whose rows were merged and that are gone since.
  private(set) var goneRows: [Range<Int>] = []

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
    let store = ChapterStore(database)
    var came: [Int] = []
    try database.query(
      """
      SELECT first, chapter, lines, words, marks, confidences FROM chapter_line WHERE first >= ?
      ORDER BY first
      """,
      [.integer(end)]
    ) { row in
      let first = row.integer(0)
      try append(row, first: first)
      if first >= mergedEnd { came.append(chapters.count - 1) }
    }
    for index in came {
      let chapter = chapters[index]
      guard let records = try store.records(id: chapter.id) else {
        throw DamagedRecord(cause: "chapter_line: no chapter \(chapter.id)")
      }
      let lines = LineStreams(records, ordinal: RowKey.ordinal(ofChapter: chapter.id))
      recent.add(lines, first: chapter.rows.lowerBound)
    }
    try forgetGone(database)
  }

  private mutating func append(_ row: SQLRow, first: Int) throws {
    let lines = row.integer(2)
    guard first >= end, lines > 0, first + lines < Int(Int32.max) else {
      throw DamagedRecord(cause: "chapter_line: rows out of order")
    }
    let gap = max(first, 1) - end
    // Rows that are gone are no part of the stretch before them.
    if gap > 0 { stretches.append(Int32(truncatingIfNeeded: end)) }
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
    for line in first..<first + lines where LineMark.beginsStretch(marks[line]) || line == first {
      stretches.append(Int32(truncatingIfNeeded: line))
    }
    let id = row.integer(1)
    chapters.append(Chapter(id: id, rows: first..<first + lines))
    let ordinal = RowKey.ordinal(ofChapter: id)
    works[ordinal] = (works[ordinal]?.lowerBound ?? first)..<first + lines
  }

  /// Marks the rows of chapters that have others by now, or none.
  private mutating func forgetGone(_ database: Database) throws {
    var gone: [Range<Int>] = []
    try database.query("SELECT first, lines FROM dead_line ORDER BY first") { row in
      let rows = row.integer(0)..<row.integer(0) + max(0, row.integer(1))
      guard !rows.isEmpty else { return }
      if rows.lowerBound < mergedEnd { gone.append(rows) }
      // What went before this directory was made has left a gap in it.
      guard rows.upperBound <= end, marks[rows.lowerBound] != LineMark.gone else { return }
      for line in rows { marks[line] = LineMark.gone }
      if let index = chapter(of: rows.lowerBound) { chapters[index].id = -1 }
    }
    goneRows = gone
  }

  /// The index of the chapter that a row belongs to; nil for none.
  ///
  /// Complexity: O(log n).
  func chapter(of row: Int) -> Int? {
    let index = chapters.partitionPoint { $0.rows.upperBound > row }
    return index < chapters.count && chapters[index].rows.contains(row) ? index : nil
  }

  /// The rows of the stretch that a row belongs to.
  ///
  /// Complexity: O(log n).
  func stretch(of row: Int) -> Range<Int> {
    let next = stretches.partitionPoint { Int($0) > row }
    return stretch(at: max(0, next - 1))
  }

  /// The rows of the stretch with an index in `stretches`.
  @inline(__always)
  func stretch(at index: Int) -> Range<Int> {
    let start = Int(stretches[index])
    return start..<(index + 1 < stretches.count ? Int(stretches[index + 1]) : end)
  }

  /// The words of each line, by row, below a row.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  static func words(_ database: Database, end: Int) throws -> [UInt16] {
    var words: [UInt16] = []
    try database.query("SELECT first, lines, words FROM chapter_line ORDER BY first") { row in
      guard row.integer(0) >= words.count else { return }
      words.append(contentsOf: repeatElement(0, count: row.integer(0) - words.count))
      guard LineColumns.read(words: row.bytes(2), count: row.integer(1), into: &words) else {
        throw DamagedRecord(cause: "chapter_line: not the words of its lines")
      }
    }
    return words
  }
}
