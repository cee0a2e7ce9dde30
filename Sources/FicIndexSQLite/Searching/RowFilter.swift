import FicIndex
import FicModel
import GRDB

/// The rows that a plan looks into, before any word is looked for.
struct RowFilter {
  /// How many rows are looked at together; more where a chapter has more.
  ///
  /// What a window holds of the commonest word fits into a processor's second cache.
  static let windowRows = 1 << 15

  /// Ranges of whole chapters, ascending and apart.
  let ranges: [Range<Int>]

  /// Rows of chapters whose numbers and works satisfy a plan.
  ///
  /// - Throws: `DatabaseError`.
  init(_ plan: LinePlan, among works: WorkSet?, _ context: SearchContext) throws {
    let directory = context.directory
    guard works != nil || plan.works != nil || plan.chapters != nil else {
      ranges = directory.end > 1 ? [1..<directory.end] : []
      return
    }
    var wanted: Set<Int>?
    if let ids = plan.works {
      wanted = []
      for id in ids {
        let ordinal = try context.database.integer(
          "SELECT ordinal FROM work WHERE id = ?",
          [.integer(Int(id.rawValue))]
        )
        if let ordinal { wanted?.insert(ordinal) }
      }
    }
    var ranges: [Range<Int>] = []
    for chapter in Self.chapters(directory, of: wanted) where chapter.id >= 0 {
      let ordinal = RowKey.ordinal(ofChapter: chapter.id)
      if let wanted, !wanted.contains(ordinal) { continue }
      if let works, !works.contains(ordinal) { continue }
      if let numbers = plan.chapters, !numbers.contains(RowKey.number(ofChapter: chapter.id)) {
        continue
      }
      if let last = ranges.last, last.upperBound == chapter.rows.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<chapter.rows.upperBound
      } else {
        ranges.append(chapter.rows)
      }
    }
    self.ranges = ranges
  }

  /// The chapters that may be wanted: those of one work lie together.
  private static func chapters(
    _ directory: LineDirectory,
    of wanted: Set<Int>?
  ) -> ArraySlice<LineDirectory.Chapter> {
    guard let wanted, wanted.count == 1, let only = wanted.first else {
      return directory.chapters[...]
    }
    guard let rows = directory.works[only] else { return [] }
    let low = directory.chapters.partitionPoint { $0.rows.lowerBound >= rows.lowerBound }
    let high = directory.chapters.partitionPoint { $0.rows.lowerBound >= rows.upperBound }
    return directory.chapters[low..<high]
  }

  /// Hands windows of the rows to `body`, ascending; each ends with a chapter.
  func forEachWindow(
    _ context: SearchContext,
    _ body: (Range<Int>) throws -> Void
  ) throws {
    for range in ranges {
      var low = range.lowerBound
      while low < range.upperBound {
        try context.check()
        var high = min(range.upperBound, low + Self.windowRows)
        if high < range.upperBound, let index = context.directory.chapter(of: high) {
          high = context.directory.chapters[index].rows.upperBound
        }
        try body(low..<high)
        low = high
      }
    }
  }
}
