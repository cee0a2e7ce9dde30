/// Where stretches begin among the rows of an index, and to which chapters they belong.
struct Stretches: Sendable {
  /// One row of so many has its stretch noted: a stretch is found from there in a step or two.
  private static let rowsNoted = 64

  /// The row with which each begins, ascending.
  private var starts: [Int32] = []

  /// The index of each one's chapter; -1 for rows that are no lines.
  private var chapters: [Int32] = []

  /// The stretch of every 64th row.
  private var noted: [Int32] = []

  /// The row behind the last stretch.
  private(set) var end = 0

  /// The number of stretches.
  var count: Int { starts.count }

  /// Creates none.
  init() {}

  /// Adds a stretch behind all others.
  mutating func append(_ rows: Range<Int>, chapter: Int) {
    let index = Int32(truncatingIfNeeded: starts.count)
    starts.append(Int32(truncatingIfNeeded: rows.lowerBound))
    chapters.append(Int32(truncatingIfNeeded: chapter))
    end = rows.upperBound
    while noted.count * Self.rowsNoted < end { noted.append(index) }
  }

  /// The index of the stretch that a row below `end` belongs to.
  ///
  /// Complexity: constant, as a stretch is a row or more.
  @inline(__always)
  func index(of row: Int) -> Int {
    guard row >= 0, row < end else { return max(0, starts.count - 1) }
    var index = Int(noted[row / Self.rowsNoted])
    while index + 1 < starts.count, Int(starts[index + 1]) <= row { index += 1 }
    return index
  }

  /// The rows of a stretch.
  @inline(__always)
  subscript(index: Int) -> Range<Int> {
    guard starts.indices.contains(index) else { return end..<end }
    return Int(starts[index])..<(index + 1 < starts.count ? Int(starts[index + 1]) : end)
  }

  /// The index of the chapter of a stretch; nil for rows that are no lines.
  @inline(__always)
  func chapter(of index: Int) -> Int? {
    guard chapters.indices.contains(index), chapters[index] >= 0 else { return nil }
    return Int(chapters[index])
  }

  /// The stretches that begin in a range of rows, in which whole stretches lie.
  func indexes(in range: Range<Int>) -> [Int32] {
    guard !range.isEmpty, range.lowerBound < end else { return [] }
    let last = min(range.upperBound, end) - 1
    return (index(of: range.lowerBound)...index(of: last)).map { Int32(truncatingIfNeeded: $0) }
  }

  /// The stretches of some rows, ascending, each once.
  func indexes(of rows: ArraySlice<Int32>) -> [Int32] {
    var indexes: [Int32] = []
    var end = 0
    let rows = rows.span
    for place in rows.indices where Int(rows[place]) >= end {
      let index = index(of: Int(rows[place]))
      indexes.append(Int32(truncatingIfNeeded: index))
      end = self[index].upperBound
    }
    return indexes
  }

  /// The rows of some stretches, stretch by stretch.
  func ranges(_ indexes: [Int32]) -> [Range<Int>] { indexes.map { self[Int($0)] } }

  /// The rows of some stretches, ascending; two that no more than `gap` rows lie between make one
  /// range with these.
  func ranges(_ indexes: [Int32], across gap: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in indexes {
      let own = self[Int(index)]
      if let last = ranges.last, own.lowerBound - last.upperBound <= gap {
        ranges[ranges.count - 1] = last.lowerBound..<own.upperBound
      } else {
        ranges.append(own)
      }
    }
    return ranges
  }

  /// Those of some rows that lie in some stretches; both ascend.
  func rows(_ rows: ArraySlice<Int32>, in indexes: [Int32]) -> [Int32] {
    var kept: [Int32] = []
    var place = rows.startIndex
    for index in indexes {
      let own = self[Int(index)]
      while place < rows.endIndex, Int(rows[place]) < own.lowerBound { place += 1 }
      while place < rows.endIndex, Int(rows[place]) < own.upperBound {
        kept.append(rows[place])
        place += 1
      }
    }
    return kept
  }

  /// Those of some stretches that one of some rows lies in; both ascend.
  func indexes(_ indexes: [Int32], of rows: ArraySlice<Int32>) -> [Int32] {
    var place = rows.startIndex
    return indexes.filter { index in
      let own = self[Int(index)]
      while place < rows.endIndex, Int(rows[place]) < own.lowerBound { place += 1 }
      return place < rows.endIndex && Int(rows[place]) < own.upperBound
    }
  }
}
