import FicIndex
import FicModel
import GRDB

/// Searches for all alternatives of a query.
struct QuerySearch {
  private let plan: QueryPlan
  private let context: SearchContext

  /// The works that satisfy a condition.
  private let works: (WorkCondition) throws -> WorkSet

  /// Prepares a search.
  init(
    _ plan: QueryPlan,
    _ context: SearchContext,
    works: @escaping (WorkCondition) throws -> WorkSet
  ) {
    self.plan = plan
    self.context = context
    self.works = works
  }

  /// The searches of the alternatives, their cursors before the first line.
  ///
  /// - Parameter work: The only work that is looked into; nil for those of the plans.
  /// - Returns: A search for each alternative.
  /// - Throws: `DatabaseError`.
  func searches(in work: WorkID? = nil) throws -> [PlanSearch] {
    let numbers = Dictionary(
      uniqueKeysWithValues: plan.leaves.enumerated().map { ($0.element, $0.offset) }
    )
    return try plan.plans.map { plan in
      var plan = plan
      if let work, plan.works?.contains(work) ?? true {
        plan.works = [work]
      } else if work != nil {
        plan.works = []
      }
      return try PlanSearch(
        plan,
        numbers: numbers,
        among: plan.condition.map(works),
        context
      )
    }
  }

  /// What is found, added up by work, and the lines that tell where they are few.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func tally(_ weights: LeafWeights) throws -> (tally: LineTally, lines: [MatchedLine]?) {
    if let tally = try keptTally(weights) { return (tally, nil) }
    var sink = TallyWithLines(weights, context.directory)
    try hand(try searches(), to: &sink)
    var tally = sink.tally
    let works = tally.works().sorted { $0.work < $1.work }
    return (LineTally(works: works), sink.lines.isCut ? nil : sink.lines.lines)
  }

  /// What is found, by the sums that are kept of a word with very many lines; nil where there are
  /// none, or where more than that word is asked for.
  private func keptTally(_ weights: LeafWeights) throws -> LineTally? {
    guard plan.plans.count == 1, let only = plan.plans.first,
      only == LinePlan(clause: only.clause, minimumConfidence: only.minimumConfidence),
      case .phrase(let phrase)? = only.clause, !phrase.isPrefix, phrase.terms.count == 1,
      phrase.forms.isEmpty,
      let changed = context.directory.goneWorks,
      case .list(let list)? = try context.entry(of: phrase.terms[0].bytes)?.place
    else { return nil }
    let sql = "SELECT data FROM posting_sum WHERE list = ?"
    guard let data = try context.database.first(sql, [.integer(list)], { $0.bytes(0) }) else {
      return nil
    }
    let sums = WorkSums(data)
    var sink = TallySink(weights, context.directory)
    for sum in sums.works where !changed.contains(sum.ordinal) { sink.take(sum) }
    let search = try searches()[0]
    try RowFilter(changed, context).forEachWindow(context) { window in
      try search.read(window, into: &sink)
    }
    return LineTally(works: sink.works().sorted { $0.work < $1.work })
  }

  /// The lines of a work in reading order, behind a line, at most `limit`.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func lines(
    _ weights: LeafWeights,
    of work: WorkID,
    after line: LineKey?,
    limit: Int
  ) throws -> [MatchedLine] {
    var sink = WorkLines(weights) { row in
      LinePlace(row: row, context.directory).flatMap { place in
        line.map { place.key > $0 } ?? true ? place : nil
      }
    }
    try hand(try searches(in: work), to: &sink)
    return Array(sink.lines.sorted { $0.key < $1.key }.prefix(max(0, limit)))
  }

  /// Hands what all alternatives find together to a sink.
  private func hand(_ searches: [PlanSearch], to sink: inout some MatchSink) throws {
    if searches.count == 1 {
      try searches[0].filter.forEachWindow(context) { window in
        try searches[0].read(window, into: &sink)
      }
      return
    }
    // Windows of several alternatives end where a window of all rows does.
    let everything = try RowFilter(LinePlan(clause: nil), among: nil, context)
    try everything.forEachWindow(context) { window in
      let runs = try searches.map { search in
        var own = MatchRun()
        let ranges = window.flatMap(search.filter.ranges(in:))
        if !ranges.isEmpty { try search.read(ranges, into: &own) }
        return own
      }
      MatchRun.hand(runs, to: &sink, context.directory.stretches)
    }
  }
}
