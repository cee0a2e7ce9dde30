import FicIndex

/// Finds the lines that any of several cursors finds: the words with a start, the members of a
/// name, the alternatives of a NEAR.
final class UnionCursor: LineCursor {
  let cost: Int

  private let cursors: [any LineCursor]

  /// The lines of the cursors with few, and the other cursors.
  private var gathered = LineRun()
  private var long: [any LineCursor] = []
  private var isGathered = false

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

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    guard let first = ranges.first, let last = ranges.last else { return }
    try gather()
    var own = LineRun()
    own.append(gathered, in: ranges)
    let range = first.lowerBound..<last.upperBound
    try Self.join(long, own, in: range, into: &run) { try $0.read(ranges, into: &$1) }
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    guard let first = rows.first, let last = rows.last else { return }
    try gather()
    var own = LineRun()
    own.append(gathered, of: rows)
    let range = Int(first)..<Int(last) + 1
    try Self.join(long, own, in: range, into: &run) { try $0.keep(rows, into: &$1) }
  }

  /// Reads the short lists of terms whole, once: there are many behind the start of a word, and to
  /// ask each of them for every range takes longer.
  private func gather() throws {
    guard !isGathered else { return }
    isGathered = true
    var runs: [LineRun] = []
    for cursor in cursors {
      if let term = cursor as? TermCursor, term.cost <= PostingBlock.length {
        var own = LineRun()
        try term.read([0..<Int(Int32.max)], into: &own)
        if !own.isEmpty { runs.append(own) }
      } else {
        long.append(cursor)
      }
    }
    let end = runs.reduce(0) { max($0, Int($1.rows.last ?? 0) + 1) }
    Self.join(runs, in: 0..<end, into: &gathered)
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    var all: Set<Range<Int>> = []
    for cursor in cursors { all.formUnion(try cursor.occurrences(inRow: row)) }
    return all.ascending()
  }

  /// Adds the lines of several cursors in a range, and some that are known, frequencies added up.
  static func join(
    _ cursors: [any LineCursor],
    _ known: LineRun = LineRun(),
    in range: Range<Int>,
    into run: inout LineRun,
    _ read: (_ cursor: any LineCursor, _ run: inout LineRun) throws -> Void
  ) rethrows {
    var runs = known.isEmpty ? [] : [known]
    for cursor in cursors {
      var own = LineRun()
      try read(cursor, &own)
      if !own.isEmpty { runs.append(own) }
    }
    join(runs, in: range, into: &run)
  }

  /// Adds the lines of several runs, frequencies added up; many lines by a byte for each row, since
  /// sorting them takes longer.
  private static func join(_ runs: [LineRun], in range: Range<Int>, into run: inout LineRun) {
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
    for (row, count) in all { run.add(row, count) }
  }
}
