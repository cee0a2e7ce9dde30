import FicIndex
import FicModel
import GRDB

/// Finds the lines that satisfy one alternative of a query, window by window: every query is
/// answered by this.
final class PlanSearch {
  /// What must be found for anything to be.
  private struct Requirement {
    enum Kind {
      /// A leaf of the clause.
      case leaf(Int)
      /// Somebody of the line.
      case line
      /// Somebody of the stretch.
      case stretch
    }

    var kind: Kind
    var cursor: any LineCursor
  }

  /// The places that are still possible in a window.
  private enum Candidates {
    case window(Range<Int>)
    case stretches([Range<Int>])
    case rows([Int32])
  }

  /// The alternative.
  let plan: LinePlan

  /// By the `LineMark` of a line, whether its zone is looked into.
  let isWanted: [Bool]

  /// The rows that are looked into.
  let filter: RowFilter

  private let context: SearchContext
  private let leastConfidence: UInt8
  private let tree: LeafTree
  private let unwantedTree: LeafTree?

  /// The leaves of the clause by number, with their cursors; those of what must not be.
  private let leaves: [(number: Int, cursor: any LineCursor)]
  private let unwanted: [(number: Int, cursor: any LineCursor)]
  private var requirements: [Requirement] = []
  private var unwantedLines: [any LineCursor] = []
  private var unwantedStretches: [any LineCursor] = []

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - plan: The alternative.
  ///   - numbers: The numbers of the leaves of the whole query.
  ///   - works: The works that satisfy the plan's condition; nil for all.
  ///   - context: The state of the index.
  /// - Throws: `DatabaseError`.
  init(
    _ plan: LinePlan,
    numbers: [TermClause: Int],
    among works: WorkSet?,
    _ context: SearchContext
  ) throws {
    self.plan = plan
    self.context = context
    filter = try RowFilter(plan, among: works, context)
    let zones = LineMark.filter(plan.zones)
    isWanted = zones
    leastConfidence = plan.asksWhoSpeaks ? LinePeople.step(plan.minimumConfidence) : 0
    let factory = CursorFactory(context: context)
    let silenced = plan.people.filter { condition in
      condition.isNegated && plan.reach == .scene
        && (condition.role == .speaker || condition.role == .addressee)
    }
    func excluded() throws -> (any LineCursor)? {
      guard !silenced.isEmpty else { return nil }
      return UnionCursor(try silenced.map { try factory.cursor($0) })
    }
    func cursors(
      _ clause: TermClause?,
      _ voices: Set<Voice>,
      excluding: () throws -> (any LineCursor)?
    ) throws -> [(number: Int, cursor: any LineCursor)] {
      var seen: Set<TermClause> = []
      var result: [(number: Int, cursor: any LineCursor)] = []
      for leaf in clause?.leaves ?? [] where seen.insert(leaf).inserted {
        guard let number = numbers[leaf] else { continue }
        result.append(
          (number, try factory.cursor(leaf, voices, zones: zones, plan.reach, excluding: excluding))
        )
      }
      return result
    }
    func number(_ leaf: TermClause) -> Int { numbers[leaf] ?? LeafSet.capacity }
    tree = LeafTree(plan.clause, number: number)
    unwantedTree = plan.unwanted.map { LeafTree($0, number: number) }
    leaves = try cursors(plan.clause, plan.voices, excluding: excluded)
    unwanted = try cursors(
      plan.unwanted,
      plan.reach == .line ? plan.voices : Voice.all,
      excluding: { nil }
    )
    for number in Set(tree.required) {
      guard let leaf = leaves.first(where: { $0.number == number }) else { continue }
      requirements.append(Requirement(kind: .leaf(number), cursor: leaf.cursor))
    }
    for condition in plan.people {
      let cursor = try factory.cursor(condition)
      switch (condition.isNegated, condition.role) {
      case (false, .present): requirements.append(Requirement(kind: .stretch, cursor: cursor))
      case (false, _): requirements.append(Requirement(kind: .line, cursor: cursor))
      case (true, .present): unwantedStretches.append(cursor)
      case (true, .named): unwantedLines.append(cursor)
      case (true, .speaker), (true, .addressee):
        if plan.reach == .line { unwantedLines.append(cursor) }
      }
    }
    requirements.sort { $0.cursor.cost < $1.cursor.cost }
  }

  /// Adds the lines of a window that satisfy the plan; windows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func read(_ window: Range<Int>, into matches: inout MatchRun) throws {
    var runs: [Int: LineRun] = [:]
    var candidates = Candidates.window(window)
    for requirement in requirements {
      guard requirement.cursor.cost > 0 else { return }
      let next = try narrowed(candidates, by: requirement, &runs)
      guard let next else { return }
      candidates = next
    }
    if plan.clause == nil {
      try emitWhole(candidates, into: &matches)
      return
    }
    if leaves.count == 1, requirements.count == 1, unwanted.isEmpty, unwantedLines.isEmpty,
      unwantedStretches.isEmpty, tree.isSatisfied(by: leaves[0].number),
      let run = runs[leaves[0].number]
    {
      let leaf = Int16(truncatingIfNeeded: leaves[0].number)
      for place in run.rows.indices { matches.append(run.rows[place], leaf, run.counts[place]) }
      return
    }
    for leaf in leaves where runs[leaf.number] == nil {
      runs[leaf.number] = try run(leaf.cursor, in: candidates)
    }
    try emit(candidates, runs, into: &matches)
  }

  // MARK: Narrowing

  private func narrowed(
    _ candidates: Candidates,
    by requirement: Requirement,
    _ runs: inout [Int: LineRun]
  ) throws -> Candidates? {
    switch requirement.kind {
    case .leaf(let number):
      let run = try run(requirement.cursor, in: candidates)
      guard !run.isEmpty else { return nil }
      runs[number] = run
      return plan.reach == .line ? .rows(run.rows) : .stretches(context.stretches(of: run.rows))
    case .line:
      let run = try run(requirement.cursor, in: candidates)
      let rows = run.rows.filter { context.directory.confidences[Int($0)] >= leastConfidence }
      return rows.isEmpty ? nil : .rows(rows)
    case .stretch:
      let present = try stretches(of: requirement.cursor, around: candidates)
      guard !present.isEmpty else { return nil }
      return Self.kept(candidates, in: present)
    }
  }

  /// The lines that a cursor finds among the candidates and in zones that are looked into.
  private func run(_ cursor: any LineCursor, in candidates: Candidates) throws -> LineRun {
    var run = LineRun()
    switch candidates {
    case .window(let range): try cursor.read(range, into: &run)
    case .stretches(let ranges): for range in ranges { try cursor.read(range, into: &run) }
    case .rows(let rows): try cursor.keep(rows, into: &run)
    }
    let marks = context.directory.marks
    guard run.rows.contains(where: { !isWanted[Int(marks[Int($0)])] }) else { return run }
    var kept = LineRun()
    for place in run.rows.indices where isWanted[Int(marks[Int(run.rows[place])])] {
      kept.append(run.rows[place], run.counts[place])
    }
    return kept
  }

  /// The stretches around the candidates in which a cursor finds a line of story.
  private func stretches(
    of cursor: any LineCursor,
    around candidates: Candidates
  ) throws -> [Range<Int>] {
    var run = LineRun()
    switch candidates {
    case .window(let range): try cursor.read(range, into: &run)
    case .stretches(let ranges): for range in ranges { try cursor.read(range, into: &run) }
    case .rows(let rows):
      for range in context.stretches(of: rows) { try cursor.read(range, into: &run) }
    }
    let marks = context.directory.marks
    return context.stretches(of: run.rows.filter { LineMark.isStory(marks[Int($0)]) })
  }

  /// The candidates that lie in some stretches.
  private static func kept(_ candidates: Candidates, in present: [Range<Int>]) -> Candidates? {
    switch candidates {
    case .window: return .stretches(present)
    case .stretches(let ranges):
      let starts = Set(present.map(\.lowerBound))
      let kept = ranges.filter { starts.contains($0.lowerBound) }
      return kept.isEmpty ? nil : .stretches(kept)
    case .rows(let rows):
      var next = 0
      let kept = rows.filter { row in
        while next < present.count, present[next].upperBound <= Int(row) { next += 1 }
        return next < present.count && present[next].contains(Int(row))
      }
      return kept.isEmpty ? nil : .rows(kept)
    }
  }

  // MARK: Giving out

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

  private func emit(
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
  private func emitWhole(_ candidates: Candidates, into matches: inout MatchRun) throws {
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
  private struct Exclusion {
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

  /// The cursor of a leaf of the clause.
  ///
  /// - Throws: `DamagedRecord` where there is none.
  func leafCursor(_ number: Int) throws(DamagedRecord) -> any LineCursor {
    guard let leaf = leaves.first(where: { $0.number == number }) else {
      throw DamagedRecord(cause: "a plan has no leaf \(number)")
    }
    return leaf.cursor
  }

  // MARK: What lines lack

  /// Whether each of some places, ascending, satisfies the plan, and the leaves of the clause that
  /// it lacks; nil for one that holds what must not be.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func standing(
    ofLines rows: [Int32]
  ) throws -> [(answers: Bool, lacking: LeafSet)?] {
    let places: [Range<Int>]
    let candidates: Candidates
    if plan.reach == .line {
      candidates = .rows(rows)
      places = rows.map { Int($0)..<Int($0) + 1 }
    } else {
      candidates = .stretches(context.stretches(of: rows))
      places = rows.map { context.directory.stretch(of: Int($0)) }
    }
    var all = LeafSet()
    var runs: [(number: Int, run: LineRun)] = []
    for leaf in leaves {
      all.insert(leaf.number)
      runs.append((leaf.number, try run(leaf.cursor, in: candidates)))
    }
    var possible: Candidates? = candidates
    var lines: Set<Int32>?
    for requirement in requirements {
      switch requirement.kind {
      case .leaf: continue
      case .line:
        let own = try run(requirement.cursor, in: .rows(rows)).rows
          .filter { context.directory.confidences[Int($0)] >= leastConfidence }
        lines = lines.map { $0.intersection(own) } ?? Set(own)
      case .stretch:
        let present = try stretches(of: requirement.cursor, around: candidates)
        possible = possible.flatMap { Self.kept($0, in: present) }
      }
    }
    var starts: Set<Int> = []
    switch possible {
    case .stretches(let ranges): starts = Set(ranges.map(\.lowerBound))
    case .rows(let rows): starts = Set(rows.map(Int.init))
    case .window, nil: break
    }
    let excluded = try Exclusion(self, candidates)
    let relaxed = tree.relaxed
    return rows.indices.map { index in
      let place = places[index]
      var unwantedNext = excluded.unwanted.map {
        $0.run.rows.partitionPoint { Int($0) >= place.lowerBound }
      }
      guard starts.contains(place.lowerBound), lines?.contains(rows[index]) ?? true,
        !excluded.lines.containsAscending(rows[index]),
        !excluded.holds(place, &unwantedNext, unwantedTree)
      else { return nil }
      var present = LeafSet()
      for (number, run) in runs {
        let first = run.rows.partitionPoint { Int($0) >= place.lowerBound }
        if first < run.rows.count, Int(run.rows[first]) < place.upperBound {
          present.insert(number)
        }
      }
      guard relaxed.counted(present) != nil else { return nil }
      return (tree.counted(present) != nil, all.subtracting(present))
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
