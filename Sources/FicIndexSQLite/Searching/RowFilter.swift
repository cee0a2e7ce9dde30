import FicIndex
import FicModel
import GRDB

/// The rows that a plan looks into, before any word is looked for.
struct RowFilter {
  /// How many rows are looked at together; more where a chapter has more.
  ///
  /// What a window holds of the commonest word fits into a processor's second cache.
  static let windowRows = 1 << 15

  /// Ranges of whole stretches, ascending and apart.
  let ranges: [Range<Int>]

  /// Rows of chapters whose numbers, works and zones satisfy a plan.
  ///
  /// - Throws: `DatabaseError`.
  init(_ plan: LinePlan, among works: WorkSet?, _ context: SearchContext) throws {
    let directory = context.directory
    let zones = LineMark.bits(plan.zones)
    guard
      works != nil || plan.works != nil || plan.chapters != nil
        || !plan.printed.isEmpty
    else {
      if !plan.zones.contains(.story) {
        ranges = directory.asides.filter { $0.zones & zones != 0 }
          .map { directory.stretches[Int($0.stretch)] }
        return
      }
      ranges = directory.end > 1 ? [1..<directory.end] : []
      return
    }
    let wanted = try plan.works.map { ids in
      Set(try ids.compactMap { try context.database.ordinal(of: $0) })
    }
    let printed =
      plan.printed.isEmpty
      ? [:] : try Self.printedNumbers(wanted ?? works?.listed, context.database)
    var ranges: [Range<Int>] = []
    for chapter in Self.chapters(directory, of: wanted) where chapter.id >= 0 {
      if chapter.zones & zones == 0 { continue }
      let ordinal = RowKey.ordinal(ofChapter: chapter.id)
      if let wanted, !wanted.contains(ordinal) { continue }
      if let works, !works.contains(ordinal) { continue }
      if let numbers = plan.chapters, !numbers.contains(RowKey.number(ofChapter: chapter.id)) {
        continue
      }
      guard plan.printed.allSatisfy({ $0.suits(printed[chapter.id]) }) else { continue }
      if let last = ranges.last, last.upperBound == chapter.rows.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<chapter.rows.upperBound
      } else {
        ranges.append(chapter.rows)
      }
    }
    self.ranges = ranges
  }

  /// Rows of chapters that came since the last merge, and of some works.
  init(_ works: Set<Int>, _ context: SearchContext) {
    let directory = context.directory
    let first = directory.chapters.partitionPoint { $0.rows.lowerBound >= directory.mergedEnd }
    let own =
      works.isEmpty
      ? []
      : directory.chapters[..<first].filter {
        $0.id >= 0 && works.contains(RowKey.ordinal(ofChapter: $0.id))
      }
    ranges = (own + directory.chapters[first...].filter { $0.id >= 0 }).map(\.rows)
  }

  /// So many works are looked at one by one; of more, all chapters of the index are read.
  static let fewWorks = 64

  /// The numbers above chapters, by the chapters' ids; those of some works at least.
  private static func printedNumbers(
    _ ordinals: Set<Int>?,
    _ database: Database
  ) throws -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var bounds: [[SQLValue]] = [.bounds(0...Int.max)]
    if let ordinals, ordinals.count <= fewWorks {
      bounds = ordinals.map { .bounds(RowKey.chapters(ofOrdinal: $0)) }
    }
    for bounds in bounds {
      try database.query(
        "SELECT id, printed FROM chapter WHERE id BETWEEN ? AND ? AND printed IS NOT NULL",
        bounds
      ) { row in
        numbers[row.integer(0)] = row.integer(1)
      }
    }
    return numbers
  }

  /// The chapters that may be wanted: those of one work lie together.
  private static func chapters(
    _ directory: LineDirectory,
    of wanted: Set<Int>?
  ) -> ArraySlice<LineDirectory.Chapter> {
    guard let wanted, wanted.count == 1, let only = wanted.first else {
      return directory.chapters[...]
    }
    guard let rows = directory.works[only]?.rows else { return [] }
    let low = directory.chapters.partitionPoint { $0.rows.lowerBound >= rows.lowerBound }
    let high = directory.chapters.partitionPoint { $0.rows.lowerBound >= rows.upperBound }
    return directory.chapters[low..<high]
  }

  /// Hands windows of the rows to `body`, ascending, each as some ranges; no stretch is cut.
  func forEachWindow(
    _ context: SearchContext,
    _ body: (_ window: [Range<Int>]) throws -> Void
  ) throws {
    var window: [Range<Int>] = []
    for range in ranges {
      var low = range.lowerBound
      while low < range.upperBound {
        if let first = window.first, range.upperBound - first.lowerBound > Self.windowRows {
          try context.check()
          try body(window)
          window.removeAll(keepingCapacity: true)
        }
        var high = min(range.upperBound, low + Self.windowRows)
        if high < range.upperBound, let index = context.directory.chapter(of: high) {
          high = min(range.upperBound, context.directory.chapters[index].rows.upperBound)
        }
        window.append(low..<high)
        low = high
      }
    }
    try context.check()
    if !window.isEmpty { try body(window) }
  }

  /// The parts of the ranges that lie in a window of all rows.
  func ranges(in window: Range<Int>) -> [Range<Int>] {
    let low = ranges.partitionPoint { $0.upperBound > window.lowerBound }
    let high = ranges.partitionPoint { $0.lowerBound >= window.upperBound }
    return (low..<max(low, high)).map { ranges[$0].clamped(to: window) }
  }
}
