import FicIndex

/// The rows that a search may find, ascending: those of some works and chapters, and among given ones.
struct RowSequence {
  private let works: WorkSelection
  private let ranges: [ClosedRange<Int>]
  private let rows: [Int]?
  private var range = 0
  private var row = 0

  /// Prepares the sequence; `rows`, if given, ascend.
  init(works: WorkSelection, rows: [Int]?, kind: IndexUnit.Kind) {
    self.works = works
    self.rows = rows
    ranges = FullTextRow(kind).ranges(ofChapters: works.chapterRanges)
  }

  /// The first row from `target` on that may be found; nil where none may.
  ///
  /// `target` never goes back.
  mutating func next(from target: Int) -> Int? {
    var target = target
    while true {
      while range < ranges.count, ranges[range].upperBound < target { range += 1 }
      guard range < ranges.count else { return nil }
      target = max(target, ranges[range].lowerBound)
      guard let rows else { return target }
      while row < rows.count, rows[row] < target { row += 1 }
      guard row < rows.count else { return nil }
      if rows[row] == target || rows[row] <= ranges[range].upperBound { return rows[row] }
      target = rows[row]
    }
  }

  /// Whether a row, which `next` or a later one, may be found.
  mutating func contains(_ wanted: Int) -> Bool {
    guard next(from: wanted) == wanted else { return false }
    return works.contains(row: wanted)
  }
}
