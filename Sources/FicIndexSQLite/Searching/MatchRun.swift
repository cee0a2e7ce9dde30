import FicIndex

/// Lines that satisfy a plan, each with a leaf that it holds and how often: an entry a line and
/// leaf, ascending by row, then by leaf.
struct MatchRun {
  /// Of an entry for a line that stands for its stretch or turn, in which no word was asked for.
  static let whole: Int16 = -1

  /// The rows.
  private(set) var rows: [Int32] = []

  /// The leaf of each entry.
  private(set) var leaves: [Int16] = []

  /// How often the line holds the leaf.
  private(set) var counts: [UInt16] = []

  /// The number of entries.
  var count: Int { rows.count }

  /// Adds an entry.
  @inline(__always)
  mutating func append(_ row: Int32, _ leaf: Int16, _ count: UInt16) {
    rows.append(row)
    leaves.append(leaf)
    counts.append(count)
  }

  /// Forgets the entries, but not the memory.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// The entries of several runs; of those for one line and leaf the greatest, since several
  /// alternatives found the same places.
  static func joined(_ runs: [MatchRun]) -> MatchRun {
    guard runs.count != 1 else { return runs[0] }
    var all: [(row: Int32, leaf: Int16, count: UInt16)] = []
    for run in runs {
      for place in 0..<run.count {
        all.append((run.rows[place], run.leaves[place], run.counts[place]))
      }
    }
    all.sort { ($0.row, $0.leaf, $1.count) < ($1.row, $1.leaf, $0.count) }
    var result = MatchRun()
    for entry in all {
      if let row = result.rows.last, row == entry.row {
        // A line that holds words does not count as a whole too.
        if result.leaves[result.count - 1] == entry.leaf { continue }
        if result.leaves[result.count - 1] == whole { result.removeLast() }
      }
      result.append(entry.row, entry.leaf, entry.count)
    }
    return result
  }

  private mutating func removeLast() {
    rows.removeLast()
    leaves.removeLast()
    counts.removeLast()
  }
}
