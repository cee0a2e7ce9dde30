import FicIndex
import FicModel
import GRDB

/// Gives out what satisfies a plan in a window.
extension PlanSearch {
  /// The places of a window of which each satisfies the plan or not, and the lines that are left
  /// out.
  private func places(_ candidates: Candidates) -> [Range<Int>] {
    switch candidates {
    case .window(let range):
      if plan.reach == .line { return range.map { $0..<$0 + 1 } }
      return context.stretches(in: range)
    case .stretches(let ranges):
      return plan.reach == .line ? ranges.flatMap { $0.map { $0..<$0 + 1 } } : ranges
    case .rows(let rows): return rows.map { Int($0)..<Int($0) + 1 }
    }
  }

  func emit(
    _ candidates: Candidates,
    _ runs: [Int: LineRun],
    into matches: inout MatchRun
  ) throws {
    var places = places(candidates)
    if case .window = candidates, plan.reach == .line {
      places = places.filter { range in
        runs.values.contains { $0.rows.containsAscending(Int32(range.lowerBound)) }
      }
    }
    let excluded = try Exclusion(self, candidates)
    let own = leaves.map { (number: $0.number, run: runs[$0.number] ?? LineRun()) }
    var next = own.map { _ in 0 }
    var unwantedNext = excluded.unwanted.map { _ in 0 }
    for place in places {
      var present = LeafSet()
      var starts = next
      for index in own.indices {
        let rows = own[index].run.rows
        while next[index] < rows.count, Int(rows[next[index]]) < place.lowerBound {
          next[index] += 1
        }
        starts[index] = next[index]
        while next[index] < rows.count, Int(rows[next[index]]) < place.upperBound {
          next[index] += 1
        }
        if next[index] > starts[index] { present.insert(own[index].number) }
      }
      guard !present.isEmpty, let counted = tree.counted(present),
        !excluded.holds(place, &unwantedNext, unwantedTree)
      else { continue }
      var entries: [(row: Int32, leaf: Int16, count: UInt16)] = []
      for index in own.indices where counted.contains(own[index].number) {
        for entry in starts[index]..<next[index] {
          entries.append(
            (
              own[index].run.rows[entry], Int16(truncatingIfNeeded: own[index].number),
              own[index].run.counts[entry]
            )
          )
        }
      }
      entries.sort { ($0.row, $0.leaf) < ($1.row, $1.leaf) }
      for entry in entries where !excluded.lines.containsAscending(entry.row) {
        matches.append(entry.row, entry.leaf, entry.count)
      }
    }
  }

  /// Gives out the candidates themselves, where no word was asked for: each turn, or the first line
  /// of each stretch.
  func emitWhole(_ candidates: Candidates, into matches: inout MatchRun) throws {
    let excluded = try Exclusion(self, candidates)
    var unwantedNext = excluded.unwanted.map { _ in 0 }
    for place in places(candidates) {
      guard !excluded.holds(place, &unwantedNext, unwantedTree) else { continue }
      for row in place where try isWhole(row) && !excluded.lines.containsAscending(Int32(row)) {
        matches.append(Int32(row), MatchRun.whole, 1)
        break
      }
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

    /// Where stretches begin that do not count.
    var stretches: Set<Int>

    init(_ search: PlanSearch, _ candidates: Candidates) throws {
      unwanted = try search.unwanted.map { ($0.number, try search.run($0.cursor, in: candidates)) }
      var lines: Set<Int32> = []
      for cursor in search.unwantedLines {
        lines.formUnion(try search.run(cursor, in: candidates).rows)
      }
      self.lines = lines.sorted()
      stretches = []
      for cursor in search.unwantedStretches {
        let own = try search.stretches(of: cursor, around: candidates)
        stretches.formUnion(own.map(\.lowerBound))
      }
      directory = search.context.directory
    }

    private let directory: LineDirectory

    /// Whether a place holds what must not be; places ascend from call to call.
    func holds(_ place: Range<Int>, _ next: inout [Int], _ tree: LeafTree?) -> Bool {
      if !stretches.isEmpty,
        stretches.contains(directory.stretch(of: place.lowerBound).lowerBound)
      {
        return true
      }
      guard let tree else { return false }
      var present = LeafSet()
      for index in unwanted.indices {
        let rows = unwanted[index].run.rows
        while next[index] < rows.count, Int(rows[next[index]]) < place.lowerBound {
          next[index] += 1
        }
        if next[index] < rows.count, Int(rows[next[index]]) < place.upperBound {
          present.insert(unwanted[index].number)
        }
      }
      return tree.counted(present) != nil
    }
  }
}

extension [Int32] {
  /// Whether an ascending array holds a number.
  ///
  /// Complexity: O(log n).
  func containsAscending(_ number: Int32) -> Bool {
    let index = partitionPoint { $0 >= number }
    return index < count && self[index] == number
  }
}
