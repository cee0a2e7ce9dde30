import FicIndex
import FicModel
import GRDB

/// Searches for all alternatives of a query.
struct QuerySearch {
  private let plan: QueryPlan
  private let context: SearchContext
  private let conditions: ConditionCache

  /// Prepares a search.
  init(_ plan: QueryPlan, _ context: SearchContext, _ conditions: ConditionCache) {
    self.plan = plan
    self.context = context
    self.conditions = conditions
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
        among: plan.condition.map { try conditions.works($0, context.database) },
        context
      )
    }
  }

  /// What is found, added up by work.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func tally(_ weights: LeafWeights) throws -> LineTally {
    var sink = TallySink(weights, context.directory)
    try forEachWindow(searches()) { matches in
      sink.add(matches)
    }
    sink.finish()
    var works: [WorkTally] = []
    for (ordinal, own) in sink.works {
      var tally = own
      tally.work = try workID(ofOrdinal: ordinal)
      works.append(tally)
    }
    return LineTally(works: works.sorted { $0.work < $1.work })
  }

  /// The id of a work.
  ///
  /// - Throws: `DatabaseError`.
  func workID(ofOrdinal ordinal: Int) throws -> WorkID {
    let id = try context.database.integer(
      "SELECT id FROM work WHERE ordinal = ?",
      [.integer(ordinal)]
    )
    guard let id else { throw DamagedRecord(cause: "work has no ordinal \(ordinal)") }
    return WorkID(rawValue: UInt64(max(0, id)))
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
    var found: [MatchedLine] = []
    try forEachWindow(searches(in: work)) { matches in
      var place = 0
      while place < matches.count {
        let row = Int(matches.rows[place])
        var leaves = LeafSet()
        var count = 0
        var tells = false
        while place < matches.count, Int(matches.rows[place]) == row {
          let leaf = Int(matches.leaves[place])
          if leaf >= 0 { leaves.insert(leaf) }
          tells = tells || leaf < 0 || weights.telling.contains(leaf)
          count += Int(matches.counts[place])
          place += 1
        }
        guard tells, let key = key(ofRow: row, in: work) else { continue }
        if let line, key <= line { continue }
        found.append(MatchedLine(key: key, leaves: leaves, matches: count))
      }
    }
    return Array(found.sorted { $0.key < $1.key }.prefix(max(0, limit)))
  }

  /// The key of a line of a work.
  func key(ofRow row: Int, in work: WorkID) -> LineKey? {
    guard let index = context.directory.chapter(of: row) else { return nil }
    let chapter = context.directory.chapters[index]
    return LineKey(
      chapter: ChapterKey(work: work, chapter: RowKey.number(ofChapter: chapter.id)),
      line: row - chapter.rows.lowerBound
    )
  }

  /// Hands what all alternatives find together to `body`, window by window.
  private func forEachWindow(
    _ searches: [PlanSearch],
    _ body: (MatchRun) throws -> Void
  ) throws {
    var matches = MatchRun()
    if searches.count == 1 {
      try searches[0].filter.forEachWindow(context) { window in
        matches.removeAll()
        try searches[0].read(window, into: &matches)
        try body(matches)
      }
      return
    }
    // Windows of several alternatives end where a window of all rows does.
    let everything = try RowFilter(LinePlan(clause: nil), among: nil, context)
    try everything.forEachWindow(context) { window in
      let runs = try searches.map { search in
        var own = MatchRun()
        for range in search.filter.ranges where range.overlaps(window) {
          try search.read(range.clamped(to: window), into: &own)
        }
        return own
      }
      try body(MatchRun.joined(runs))
    }
  }
}
