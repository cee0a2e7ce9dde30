import FicIndex

/// Keeps what satisfies a plan: an entry a line and leaf, ascending by row.
struct MatchRun: MatchSink {
  /// A line with a leaf that it holds.
  private struct Entry {
    var row: Int32
    var leaf: Int16
    var count: UInt16
  }

  private var entries: [Entry] = []

  /// Creates a run without entries.
  init() {}

  mutating func add(_ lines: LineRun, _ leaves: [LeafLines], in place: Place) {
    LeafLines.forEachLine(lines, leaves) { row, held in
      for (leaf, count) in held {
        entries.append(Entry(row: row, leaf: Int16(truncatingIfNeeded: leaf), count: count))
      }
    }
  }

  /// Hands the entries of several runs to a sink, line by line; of those for one line and leaf the
  /// greatest, since several alternatives found the same places.
  static func hand(_ runs: [MatchRun], to sink: inout some MatchSink, _ stretches: Stretches) {
    let all = runs.flatMap(\.entries).sorted {
      ($0.row, $0.leaf, $1.count) < ($1.row, $1.leaf, $0.count)
    }
    var lines = LineRun()
    var leaves: [LeafLines] = []
    for entry in all {
      if let row = lines.rows.last, row != entry.row {
        sink.add(lines, leaves, in: Place(row: Int(row), stretches))
        lines.removeAll()
        leaves.removeAll(keepingCapacity: true)
      }
      if leaves.last?.leaf == Int(entry.leaf) { continue }
      // A line that holds words does not count as a whole too.
      if leaves.last?.leaf == LeafLines.whole {
        lines.removeAll()
        leaves.removeAll(keepingCapacity: true)
      }
      leaves.append(LeafLines(leaf: Int(entry.leaf), lines: lines.count..<lines.count + 1))
      lines.append(entry.row, entry.count)
    }
    if let row = lines.rows.last { sink.add(lines, leaves, in: Place(row: Int(row), stretches)) }
  }
}
