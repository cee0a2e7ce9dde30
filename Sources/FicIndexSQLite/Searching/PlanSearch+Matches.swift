import FicIndex
import FicModel
import GRDB

/// Gives out what satisfies a plan in a window.
extension PlanSearch {
  /// Whether anything of a place or a line keeps it from answering.
  var excludes: Bool {
    !unwanted.isEmpty || !unwantedLines.isEmpty || !unwantedStretches.isEmpty
  }

  /// Gives out the lines of the leaves that count in the places that satisfy the clause.
  ///
  /// - Parameters:
  ///   - candidates: What is still possible.
  ///   - found: The lines of each leaf that is in `leaves`, one leaf behind the other.
  ///   - sink: Takes them.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func emit(
    _ candidates: Candidates,
    _ found: FoundLeaves,
    into sink: inout some MatchSink
  ) throws {
    let excluded = excludes ? try Exclusion(self, candidates) : nil
    var unwantedNext = excluded?.unwanted.map { _ in 0 } ?? []
    let isPlain = !excludes && leaves.count == 1 && tree.isSatisfied(by: leaves[0].number)
    var memo = CountedLeaves(tree)
    var next = found.leaves.map(\.lines.lowerBound)
    var counting: [LeafLines] = []
    let lines = found.lines
    let ends = found.leaves.map(\.lines.upperBound)
    let numbers = found.leaves.map(\.leaf)
    for place in places(candidates, found) {
      var present = LeafSet()
      counting.removeAll(keepingCapacity: true)
      let first = Int32(truncatingIfNeeded: place.rows.lowerBound)
      let behind = Int32(truncatingIfNeeded: place.rows.upperBound)
      let rows = lines.rows.span
      for index in numbers.indices {
        let last = ends[index]
        var start = next[index]
        while start < last, rows[start] < first { start += 1 }
        var end = start
        while end < last, rows[end] < behind { end += 1 }
        next[index] = end
        guard end > start else { continue }
        present.insert(numbers[index])
        counting.append(LeafLines(leaf: numbers[index], lines: start..<end))
      }
      guard !counting.isEmpty else { continue }
      if isPlain {
        sink.add(lines, counting, in: place)
        continue
      }
      guard let counted = memo.counted(present),
        !(excluded?.holds(place, &unwantedNext, unwantedTree) ?? false)
      else { continue }
      if !(counted == present) { counting.removeAll { !counted.contains($0.leaf) } }
      if let excluded, !excluded.lines.isEmpty {
        counting = counting.flatMap { own in
          own.lines.filter { !excluded.lines.containsAscending(lines.rows[$0]) }
            .map { LeafLines(leaf: own.leaf, lines: $0..<$0 + 1) }
        }
      }
      if !counting.isEmpty { sink.add(lines, counting, in: place) }
    }
  }

  /// The places of which each satisfies the plan or not, those without any leaf left out.
  private func places(_ candidates: Candidates, _ found: FoundLeaves) -> [Place] {
    let stretches = context.directory.stretches
    var rows: [Int32] = []
    switch (candidates, plan.reach) {
    case (.stretches(let indexes), .scene): return indexes.map { Place(stretch: $0, stretches) }
    case (.rows(let own), _): rows = own
    case (.window, _), (.stretches, .line):
      for leaf in found.leaves { rows += found.lines.rows[leaf.lines] }
      if found.leaves.count > 1 { rows.sort() }
      if case .stretches(let indexes) = candidates { rows = stretches.rows(rows[...], in: indexes) }
    }
    if plan.reach == .scene {
      return stretches.indexes(of: rows[...]).map { Place(stretch: $0, stretches) }
    }
    var places: [Place] = []
    for row in rows where places.last?.rows.lowerBound != Int(row) {
      places.append(Place(row: Int(row), stretches))
    }
    return places
  }

  /// Gives out the candidates themselves, where no word was asked for: each turn, or the first line
  /// of each stretch.
  func emitWhole(_ candidates: Candidates, into sink: inout some MatchSink) throws {
    let excluded = try Exclusion(self, candidates)
    var unwantedNext = excluded.unwanted.map { _ in 0 }
    var line = LineRun()
    for place in wholePlaces(candidates) {
      guard !excluded.holds(place, &unwantedNext, unwantedTree) else { continue }
      for row in place.rows where try isWhole(row) && !excluded.lines.containsAscending(Int32(row))
      {
        line.removeAll()
        line.append(Int32(row), 1)
        sink.add(line, [LeafLines(leaf: LeafLines.whole, lines: 0..<1)], in: place)
        break
      }
    }
  }

  private func wholePlaces(_ candidates: Candidates) -> [Place] {
    let stretches = context.directory.stretches
    func places(_ indexes: [Int32]) -> [Place] {
      if plan.reach == .scene { return indexes.map { Place(stretch: $0, stretches) } }
      return indexes.flatMap { index in stretches[Int(index)].map { Place(row: $0, stretches) } }
    }
    switch candidates {
    case .window(let ranges): return places(ranges.flatMap(stretches.indexes(in:)))
    case .stretches(let indexes): return places(indexes)
    case .rows(let rows): return rows.map { Place(row: Int($0), stretches) }
    }
  }

  /// Whether a line has words of a voice and in a zone that is looked into.
  private func isWhole(_ row: Int) throws -> Bool {
    let mark = context.directory.marks[row]
    guard isWanted[Int(mark)], context.directory.words[row] > 0,
      context.directory.confidences[row] >= leastConfidence
    else { return false }
    guard LineMark.isStory(mark), plan.voices != Voice.all else { return true }
    if let only = LineMark.voice(mark) { return plan.voices.contains(only) }
    let voices = try context.regions(ofRow: row).voices(words: Int(context.directory.words[row]))
    return !voices.isDisjoint(with: plan.voices)
  }

  /// What must not be, in a window.
  struct Exclusion {
    /// The leaves that must not be.
    var unwanted: [(number: Int, run: LineRun)]

    /// Lines that do not count, ascending.
    var lines: [Int32]

    /// The stretches that do not count.
    var stretches: Set<Int32>

    init(_ search: PlanSearch, _ candidates: Candidates) throws {
      unwanted = try search.unwanted.map { ($0.number, try search.run($0.cursor, in: candidates)) }
      var lines: Set<Int32> = []
      for cursor in search.unwantedLines {
        lines.formUnion(try search.run(cursor, in: candidates).rows)
      }
      self.lines = lines.sorted()
      stretches = []
      for cursor in search.unwantedStretches {
        stretches.formUnion(try search.stretches(of: cursor, around: candidates))
      }
    }

    /// Whether a place holds what must not be; places ascend from call to call.
    func holds(_ place: Place, _ next: inout [Int], _ tree: LeafTree?) -> Bool {
      if stretches.contains(place.stretch) { return true }
      guard let tree else { return false }
      var present = LeafSet()
      for index in unwanted.indices {
        let rows = unwanted[index].run.rows
        while next[index] < rows.count, Int(rows[next[index]]) < place.rows.lowerBound {
          next[index] += 1
        }
        if next[index] < rows.count, Int(rows[next[index]]) < place.rows.upperBound {
          present.insert(unwanted[index].number)
        }
      }
      return tree.counted(present) != nil
    }
  }
}

extension Array where Element: Comparable {
  /// Whether an ascending array holds a number.
  ///
  /// Complexity: O(log n).
  func containsAscending(_ number: Element) -> Bool {
    let index = partitionPoint { $0 >= number }
    return index < count && self[index] == number
  }
}
