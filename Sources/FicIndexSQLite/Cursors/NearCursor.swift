import FicIndex
import FicModel

/// Finds the lines that hold words near each other, in one line, or in lines of one stretch.
///
/// Of a match the places of the group with the fewest count, each in its line: as many as FTS5's
/// NEAR counts.
final class NearCursor: LineCursor {
  let cost: Int

  private let groups: [any LineCursor]
  private let distance: Int
  private let isWanted: [Bool]
  private let reach: LinePlan.Reach
  private let context: SearchContext

  /// Puts the cursors of groups near each other.
  ///
  /// - Parameters:
  ///   - groups: The cursor of each.
  ///   - distance: The most words between two.
  ///   - isWanted: By the `LineMark` of a line, whether it is looked into; others count for
  ///     nothing.
  ///   - reach: Whether they may stand in several lines of a stretch.
  ///   - context: The state of the index.
  init(
    _ groups: [any LineCursor],
    distance: Int,
    isWanted: [Bool],
    _ reach: LinePlan.Reach,
    _ context: SearchContext
  ) {
    self.groups = groups
    self.distance = distance
    self.isWanted = isWanted
    self.reach = reach
    self.context = context
    cost = groups.map(\.cost).min() ?? 0
  }

  func read(_ range: Range<Int>, into run: inout LineRun) throws {
    guard cost > 0 else { return }
    let order = groups.indices.sorted { groups[$0].cost < groups[$1].cost }
    var found = groups.map { _ in LineRun() }
    try groups[order[0]].read(range, into: &found[order[0]])
    var stretches = stretches(of: found[order[0]].rows)
    for group in order.dropFirst() where !stretches.isEmpty {
      for stretch in stretches { try groups[group].read(stretch, into: &found[group]) }
      stretches = self.stretches(of: found[group].rows)
    }
    for stretch in stretches { try match(in: stretch, found, into: &run) }
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    var wanted = Set(rows)
    for stretch in stretches(of: rows) {
      var own = LineRun()
      try read(stretch, into: &own)
      for place in own.rows.indices where wanted.remove(own.rows[place]) != nil {
        run.append(own.rows[place], own.counts[place])
      }
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    Array(Set(try groups.flatMap { try $0.occurrences(inRow: row) }))
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  private func stretches(of rows: [Int32]) -> [Range<Int>] {
    reach == .line ? rows.map { Int($0)..<Int($0) + 1 } : context.stretches(of: rows)
  }

  private func match(
    in stretch: Range<Int>,
    _ found: [LineRun],
    into run: inout LineRun
  ) throws {
    let directory = context.directory
    // Places count from the start of the stretch, those of lines that are not looked into left out.
    var bases: [Int] = []
    var base = 0
    for row in stretch {
      bases.append(base)
      if isWanted[Int(directory.marks[row])] { base += Int(directory.words[row]) }
    }
    var places: [[Range<Int>]] = []
    for (group, own) in zip(groups, found) {
      let low = own.rows.partitionPoint { Int($0) >= stretch.lowerBound }
      let high = own.rows.partitionPoint { Int($0) >= stretch.upperBound }
      var ranges: [Range<Int>] = []
      for row in own.rows[low..<max(low, high)] where isWanted[Int(directory.marks[Int(row)])] {
        let base = bases[Int(row) - stretch.lowerBound]
        ranges += try group.occurrences(inRow: Int(row)).map {
          $0.lowerBound + base..<$0.upperBound + base
        }
      }
      guard !ranges.isEmpty else { return }
      places.append(ranges)
    }
    let near = NearMatcher.participants(places, distance: distance)
    guard let fewest = near.min(by: { $0.count < $1.count }) else { return }
    for place in fewest {
      // Of lines that begin at the same place only the last has words that count.
      let row = Int32(stretch.lowerBound + bases.partitionPoint { $0 > place.lowerBound } - 1)
      if run.rows.last == row {
        run.counts[run.count - 1] += run.counts[run.count - 1] < .max ? 1 : 0
      } else {
        run.append(row, 1)
      }
    }
  }
}
