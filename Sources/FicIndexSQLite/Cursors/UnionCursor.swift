import FicIndex

/// Finds the lines that any of several cursors finds: the words with a start, the members of a
/// name, the alternatives of a NEAR.
final class UnionCursor: LineCursor {
  let cost: Int

  private let cursors: [any LineCursor]

  /// Joins cursors.
  init(_ cursors: [any LineCursor]) {
    self.cursors = cursors
    cost = cursors.reduce(0) { $0 + $1.cost }
  }

  /// How many lines that are there its cursors of terms find, those that several find as often.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func liveLines() throws -> Int {
    try cursors.reduce(0) { $0 + (try ($1 as? TermCursor)?.liveLines() ?? $1.cost) }
  }

  func read(_ range: Range<Int>, into run: inout LineRun) throws {
    var runs: [LineRun] = []
    for cursor in cursors {
      var own = LineRun()
      try cursor.read(range, into: &own)
      if !own.isEmpty { runs.append(own) }
    }
    Self.join(runs, in: range, into: &run)
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    guard let first = rows.first, let last = rows.last else { return }
    var runs: [LineRun] = []
    for cursor in cursors {
      var own = LineRun()
      try cursor.keep(rows, into: &own)
      if !own.isEmpty { runs.append(own) }
    }
    Self.join(runs, in: Int(first)..<Int(last) + 1, into: &run)
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    var all: Set<Range<Int>> = []
    for cursor in cursors { all.formUnion(try cursor.occurrences(inRow: row)) }
    return all.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Adds the lines of several runs, frequencies added up; many lines by a byte for each row, since
  /// sorting them takes longer.
  static func join(_ runs: [LineRun], in range: Range<Int>, into run: inout LineRun) {
    guard runs.count > 1 else {
      if let only = runs.first {
        run.rows += only.rows
        run.counts += only.counts
      }
      return
    }
    let total = runs.reduce(0) { $0 + $1.count }
    if total * 8 > range.count {
      var sums = [UInt16](repeating: 0, count: range.count)
      let base = Int32(range.lowerBound)
      for own in runs {
        for place in own.rows.indices {
          let slot = Int(own.rows[place] &- base)
          let (sum, overflow) = sums[slot].addingReportingOverflow(own.counts[place])
          sums[slot] = overflow ? .max : sum
        }
      }
      for (slot, sum) in sums.enumerated() where sum > 0 { run.append(base + Int32(slot), sum) }
      return
    }
    let all = runs.flatMap { zip($0.rows, $0.counts) }.sorted { $0.0 < $1.0 }
    for (row, count) in all {
      if let last = run.rows.last, last == row {
        let (sum, overflow) = run.counts[run.count - 1].addingReportingOverflow(count)
        run.counts[run.count - 1] = overflow ? .max : sum
      } else {
        run.append(row, count)
      }
    }
  }
}
