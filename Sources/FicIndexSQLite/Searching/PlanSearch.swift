import FicIndex
import FicModel
import GRDB

/// Finds the lines that satisfy one alternative of a query, window by window: every query is
/// answered by this.
final class PlanSearch {
  /// What must be found for anything to be.
  struct Requirement {
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
  enum Candidates {
    /// Some ranges of rows, ascending and apart.
    case window([Range<Int>])
    /// By their indexes, ascending.
    case stretches([Int32])
    case rows([Int32])
  }

  /// So many rows between two stretches are read with them: to leave out lines of a posting list
  /// that lie between takes longer than to read them.
  private static let readThrough = 128

  /// The alternative.
  let plan: LinePlan

  /// By the `LineMark` of a line, whether its zone is looked into.
  let isWanted: [Bool]

  /// The rows that are looked into.
  let filter: RowFilter

  let context: SearchContext
  let leastConfidence: UInt8
  let tree: LeafTree
  let unwantedTree: LeafTree?

  /// The leaves of the clause by number, with their cursors; those of what must not be.
  let leaves: [(number: Int, cursor: any LineCursor)]
  let unwanted: [(number: Int, cursor: any LineCursor)]
  private(set) var requirements: [Requirement] = []
  private(set) var unwantedLines: [any LineCursor] = []
  private(set) var unwantedStretches: [any LineCursor] = []

  /// Finds the lines of which only the narrator's words count; nil for none.
  let silenced: (any LineCursor)?

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
    let factory = CursorFactory(context: context, border: plan.border)
    let silenced = plan.people.filter { condition in
      condition.isNegated && plan.reach == .scene
        && (condition.role == .speaker || condition.role == .addressee)
    }
    func excluded() throws -> (any LineCursor)? {
      guard !silenced.isEmpty else { return nil }
      return UnionCursor(try silenced.map { try factory.cursor($0) })
    }
    self.silenced = try excluded()
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

  /// Hands the lines of a window that satisfy the plan to a sink; windows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func read(_ window: [Range<Int>], into sink: inout some MatchSink) throws {
    var found = FoundLeaves()
    var candidates = Candidates.window(window)
    for requirement in requirements {
      guard requirement.cursor.cost > 0,
        let next = try narrowed(candidates, by: requirement, &found)
      else { return }
      candidates = next
    }
    guard plan.clause != nil else { return try emitWhole(candidates, into: &sink) }
    for leaf in leaves where !found.contains(leaf.number) {
      try found.add(leaf.number) { try read(leaf.cursor, in: candidates, into: &$0) }
    }
    try emit(candidates, found, into: &sink)
  }

  // MARK: Narrowing

  func narrowed(
    _ candidates: Candidates,
    by requirement: Requirement,
    _ found: inout FoundLeaves
  ) throws -> Candidates? {
    switch requirement.kind {
    case .leaf(let number):
      let rows = try found.add(number) {
        try read(requirement.cursor, in: candidates, into: &$0)
      }
      return kept(candidates, holding: rows)
    case .line:
      let run = try run(requirement.cursor, in: candidates)
      let rows = run.rows.filter { context.directory.confidences[Int($0)] >= leastConfidence }
      guard case .stretches(let indexes) = candidates else {
        return rows.isEmpty ? nil : .rows(rows)
      }
      let kept = context.directory.stretches.rows(rows[...], in: indexes)
      return kept.isEmpty ? nil : .rows(kept)
    case .stretch:
      let present = try stretches(of: requirement.cursor, around: candidates)
      guard !present.isEmpty else { return nil }
      return kept(candidates, in: present)
    }
  }

  /// The candidates in which some rows lie that were read among them; nil for none.
  private func kept(_ candidates: Candidates, holding rows: ArraySlice<Int32>) -> Candidates? {
    let stretches = context.directory.stretches
    switch (candidates, plan.reach) {
    case (.stretches(let indexes), .scene):
      let kept = stretches.indexes(indexes, of: rows)
      return kept.isEmpty ? nil : .stretches(kept)
    case (.stretches(let indexes), .line):
      let kept = stretches.rows(rows, in: indexes)
      return kept.isEmpty ? nil : .rows(kept)
    case (_, .scene): return rows.isEmpty ? nil : .stretches(stretches.indexes(of: rows))
    case (_, .line): return rows.isEmpty ? nil : .rows(Array(rows))
    }
  }

  /// The lines that a cursor finds among the candidates and in zones that are looked into; between
  /// stretches that lie close together there may be more.
  func run(_ cursor: any LineCursor, in candidates: Candidates) throws -> LineRun {
    var run = LineRun()
    try read(cursor, in: candidates, into: &run)
    return run
  }

  private func read(
    _ cursor: any LineCursor,
    in candidates: Candidates,
    into run: inout LineRun
  ) throws {
    let first = run.count
    switch candidates {
    case .window(let ranges): try cursor.read(ranges, into: &run)
    case .stretches(let indexes):
      let ranges = context.directory.stretches.ranges(indexes, across: Self.readThrough)
      try cursor.read(ranges, into: &run)
    case .rows(let rows): try cursor.keep(rows, into: &run)
    }
    run.keep(isWanted, marks: context.directory.marks, from: first)
  }

  /// The stretches around the candidates in which a cursor finds a line of story.
  func stretches(
    of cursor: any LineCursor,
    around candidates: Candidates
  ) throws -> [Int32] {
    var run = LineRun()
    switch candidates {
    case .window(let ranges): try cursor.read(ranges, into: &run)
    case .stretches(let indexes):
      try cursor.read(context.directory.stretches.ranges(indexes), into: &run)
    case .rows(let rows):
      let indexes = context.directory.stretches.indexes(of: rows[...])
      try cursor.read(context.directory.stretches.ranges(indexes), into: &run)
    }
    let marks = context.directory.marks
    let rows = run.rows.filter { LineMark.isStory(marks[Int($0)]) }
    return context.directory.stretches.indexes(of: rows[...])
  }

  /// The candidates that lie in some stretches.
  func kept(_ candidates: Candidates, in present: [Int32]) -> Candidates? {
    switch candidates {
    case .window: return .stretches(present)
    case .stretches(let indexes):
      let present = Set(present)
      let kept = indexes.filter(present.contains)
      return kept.isEmpty ? nil : .stretches(kept)
    case .rows(let rows):
      let present = Set(present)
      let stretches = context.directory.stretches
      let kept = rows.filter {
        present.contains(Int32(truncatingIfNeeded: stretches.index(of: Int($0))))
      }
      return kept.isEmpty ? nil : .rows(kept)
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
}
