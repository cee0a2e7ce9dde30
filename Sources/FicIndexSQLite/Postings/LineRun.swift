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

  /// Adds a line behind all others.
  @inline(__always)
  mutating func append(_ row: Int32, _ count: UInt16) {
    rows.append(row)
    counts.append(count)
  }

  /// Adds the lines of another run that lie in a range; they are behind all of these.
  mutating func append(_ other: LineRun, in range: Range<Int>) {
    let low = other.rows.partitionPoint { Int($0) >= range.lowerBound }
    let high = other.rows.partitionPoint { Int($0) >= range.upperBound }
    rows += other.rows[low..<max(low, high)]
    counts += other.counts[low..<max(low, high)]
  }
}
