import FicModel

/// Lines by row, ascending, each with how often it holds what was asked for: columns, so that a
/// frequent word costs no object a line.
struct LineRun: Sendable {
  /// The rows.
  var rows: [Int32] = []

  /// The frequency in each; 65,535 for more.
  var counts: [UInt16] = []

  /// Whether there is no line.
  var isEmpty: Bool { rows.isEmpty }

  /// The number of lines.
  var count: Int { rows.count }

  /// Forgets the lines, but not the memory.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// Keeps the lines whose marks are wanted, in their order.
  ///
  /// - Parameters:
  ///   - isWanted: By a mark, whether it is.
  ///   - marks: The mark of each row.
  ///   - first: The index of the first line that is looked at; those before stay.
  mutating func keep(_ isWanted: [Bool], marks: [UInt8], from first: Int) {
    let kept = Self.sift(&rows, &counts, isWanted, marks, first)
    rows.removeLast(rows.count - kept)
    counts.removeLast(counts.count - kept)
  }

  private static func sift(
    _ rows: inout [Int32],
    _ counts: inout [UInt16],
    _ isWanted: [Bool],
    _ marks: [UInt8],
    _ first: Int
  ) -> Int {
    var kept = first
    var rows = rows.mutableSpan
    var counts = counts.mutableSpan
    for place in first..<rows.count where isWanted[Int(marks[Int(rows[place])])] {
      rows[kept] = rows[place]
      counts[kept] = counts[place]
      kept += 1
    }
    return kept
  }

  /// Adds a line behind all others.
  @inline(__always)
  mutating func append(_ row: Int32, _ count: UInt16) {
    rows.append(row)
    counts.append(count)
  }

  /// Adds to the frequency of the last line, or another line behind all.
  @inline(__always)
  mutating func add(_ row: Int32, _ count: UInt16) {
    guard rows.last == row else { return append(row, count) }
    let (sum, overflow) = counts[self.count - 1].addingReportingOverflow(count)
    counts[self.count - 1] = overflow ? .max : sum
  }

  /// Adds the lines of another run that are among some rows, ascending; they are behind all of
  /// these.
  mutating func append(_ other: LineRun, of wanted: [Int32]) {
    guard let first = wanted.first else { return }
    var place = other.rows.partitionPoint { $0 >= first }
    for row in wanted {
      while place < other.count, other.rows[place] < row { place += 1 }
      guard place < other.count else { return }
      if other.rows[place] == row { append(row, other.counts[place]) }
    }
  }

  /// Adds the lines of another run that lie in some ranges, ascending and apart; they are behind
  /// all of these.
  ///
  /// - Parameters:
  ///   - other: The other run.
  ///   - ranges: The ranges.
  ///   - first: The index of the first that is looked at.
  /// - Returns: The index of the first range that ends behind the other run.
  /// - Complexity: Linear in the lines and ranges that lie beside each other.
  @discardableResult
  mutating func append(_ other: LineRun, in ranges: [Range<Int>], from first: Int = 0) -> Int {
    var index = first
    guard index < ranges.count, let last = other.rows.last else { return index }
    var place = other.rows.partitionPoint { Int($0) >= ranges[index].lowerBound }
    while index < ranges.count, ranges[index].lowerBound <= Int(last) {
      let range = ranges[index]
      while place < other.count, Int(other.rows[place]) < range.lowerBound { place += 1 }
      while place < other.count, Int(other.rows[place]) < range.upperBound {
        append(other.rows[place], other.counts[place])
        place += 1
      }
      if range.upperBound > Int(last) + 1 { return index }
      index += 1
    }
    return index
  }
}
