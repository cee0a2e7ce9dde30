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

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    guard cost > 0 else { return }
    let order = groups.indices.sorted { groups[$0].cost < groups[$1].cost }
    var found = groups.map { _ in LineRun() }
    try groups[order[0]].read(ranges, into: &found[order[0]])
    var stretches = stretches(of: found[order[0]].rows)
    for group in order.dropFirst() where !stretches.isEmpty {
      try groups[group].read(stretches, into: &found[group])
      stretches = self.stretches(of: found[group].rows)
    }
    var own = LineRun()
    var next = groups.map { _ in 0 }
    for stretch in stretches { try match(in: stretch, found, &next, into: &own) }
    run.rows += own.rows
    run.counts += own.counts
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    var wanted = Set(rows)
    var own = LineRun()
    try read(stretches(of: rows), into: &own)
    for place in own.rows.indices where wanted.remove(own.rows[place]) != nil {
      run.append(own.rows[place], own.counts[place])
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    Set(try groups.flatMap { try $0.occurrences(inRow: row) }).ascending()
  }

  private func stretches(of rows: [Int32]) -> [Range<Int>] {
    if reach == .line { return rows.map { Int($0)..<Int($0) + 1 } }
    let stretches = context.directory.stretches
    return stretches.ranges(stretches.indexes(of: rows[...]))
  }

  // MARK: Matching

  /// Lines of a stretch that lie near each other, each with the groups that it holds, by their
  /// indexes: no query has more groups than leaves.
  private typealias Cluster = [(row: Int32, groups: LeafSet)]

  /// Adds the lines of a stretch in which a match has a place; `next` is where the lines of the
  /// stretch begin among those of each group.
  private func match(
    in stretch: Range<Int>,
    _ found: [LineRun],
    _ next: inout [Int],
    into run: inout LineRun
  ) throws {
    let clusters = clusters(in: stretch, found, &next)
    guard !clusters.isEmpty else { return }
    var places = groups.map { _ in [Int32]() }
    for cluster in clusters {
      for (group, own) in try rows(in: cluster).enumerated() { places[group] += own }
    }
    guard let fewest = places.min(by: { $0.count < $1.count }) else { return }
    for row in fewest { run.add(row, 1) }
  }

  /// The lines of a stretch that hold a group, parted where more words than the distance lie
  /// between two; only parts that hold every group.
  private func clusters(
    in stretch: Range<Int>,
    _ found: [LineRun],
    _ next: inout [Int]
  ) -> [Cluster] {
    var clusters: [Cluster] = []
    var cluster: Cluster = []
    var seen = LeafSet()
    let all = LeafSet(below: groups.count)
    func end() {
      if seen == all { clusters.append(cluster) }
      cluster.removeAll(keepingCapacity: true)
      seen = LeafSet()
    }
    for group in groups.indices {
      let rows = found[group].rows
      while next[group] < rows.count, Int(rows[next[group]]) < stretch.lowerBound {
        next[group] += 1
      }
    }
    while true {
      var row = Int32.max
      for group in groups.indices where next[group] < found[group].count {
        row = min(row, found[group].rows[next[group]])
      }
      guard Int(row) < stretch.upperBound else { break }
      if let last = cluster.last?.row, isFar(Int(last), Int(row)) { end() }
      var own = LeafSet()
      for group in groups.indices where next[group] < found[group].count {
        guard found[group].rows[next[group]] == row else { continue }
        next[group] += 1
        own.insert(group)
      }
      seen.formUnion(own)
      cluster.append((row, own))
    }
    end()
    return clusters
  }

  /// Whether more words than the distance lie in the lines between two.
  private func isFar(_ row: Int, _ other: Int) -> Bool {
    var words = 0
    for between in row + 1..<max(other, row + 1) where words <= distance {
      if isWanted[Int(context.directory.marks[between])] {
        words += Int(context.directory.words[between])
      }
    }
    return words > distance
  }

  /// The lines in which the groups have places that take part in a match, group by group; a line
  /// for each place.
  private func rows(in cluster: Cluster) throws -> [[Int32]] {
    let directory = context.directory
    // Places count from the first line, words of lines that are not looked into left out.
    var bases: [Int] = []
    var base = 0
    var last = cluster.first.map { Int($0.row) } ?? 0
    var places: [[Range<Int>]] = groups.map { _ in [] }
    for (row, own) in cluster {
      for between in last..<Int(row) where isWanted[Int(directory.marks[between])] {
        base += Int(directory.words[between])
      }
      last = Int(row)
      bases.append(base)
      guard isWanted[Int(directory.marks[last])] else { continue }
      for group in groups.indices where own.contains(group) {
        for place in try groups[group].occurrences(inRow: last) {
          places[group].append(place.lowerBound + base..<place.upperBound + base)
        }
      }
    }
    guard places.allSatisfy({ !$0.isEmpty }) else { return places.map { _ in [] } }
    return NearMatcher.participants(places, distance: distance).map { own in
      // Of lines that begin at the same place only the last has words that count.
      own.map { place in cluster[bases.partitionPoint { $0 > place.lowerBound } - 1].row }
    }
  }
}
