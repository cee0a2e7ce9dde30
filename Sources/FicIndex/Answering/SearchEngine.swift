import FicModel
import FicQuery

/// Answers queries from an index, whatever backend it has: parse, plan, find, rank, read, word.
package struct SearchEngine: Sendable {
  /// The index.
  package let index: any SearchIndex

  /// Creates an engine.
  package init(index: any SearchIndex) {
    self.index = index
  }

  /// Answers a request.
  ///
  /// Throws `QuerySyntaxError` for a query that cannot be answered, `IndexError` for an index that
  /// cannot answer (out of time, for instance), and `CancellationError`.
  package func search(
    _ request: SearchRequest,
    deadline: Deadline = .never
  ) async throws -> SearchAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    let query = try QueryParser.parse(request.query, limits: request.limits)
    let planner = Planner(zone: request.zone, minimumConfidence: request.minimumConfidence)
    let plan = try planner.plan(query)
    let question = SearchCursor.question(plan.understood, request)
    let cursor = try cursor(of: request, question: question)
    let statistics = try await index.statistics(deadline: deadline)
    let finder = UnitFinder(index: index, statistics: statistics, deadline: deadline)
    var cache = ChapterCache(index: index, deadline: deadline)
    var pager = HitPager(
      request: request,
      plans: plan.plans,
      matchers: plan.matchers,
      question: question
    )
    let holders = request.showsCopies ? [:] : try await index.copies(deadline: deadline)
    let totals: FoundTotals
    let folding: CopyFolding
    if let tallied = try await TalliedSearch(
      plan,
      finder: finder,
      request: request,
      holders: holders,
      at: cursor
    ) {
      folding = tallied.folding
      totals = FoundTotals(tallied.tally)
      if request.view != .count {
        try await tallied.fill(&pager, after: cursor, chapters: &cache)
      }
    } else {
      let found = try await units(of: plan, finder: finder, chapters: &cache)
      folding = CopyFolding(found.units, holders)
      let units = folding.shown(found.units)
      totals = FoundTotals(units, isExact: found.isExact)
      if request.view != .count {
        try await pager.add(HitOrder(units, by: request.sort), after: cursor, chapters: &cache)
      }
    }
    var answer = SearchAnswer(
      begin: try await begin(request, plan, statistics, deadline),
      cards: [],
      hits: pager.hits,
      end: SearchEnd(totals: totals.totals, copies: folding.folded)
    )
    guard request.view != .count else {
      answer.count = SearchCount(totals: totals.totals, copies: folding.folded)
      return answer
    }
    answer.end.works = totals.works(of: pager.hits, copies: folding.copies)
    answer.end.cursor = pager.next?.description
    if cursor == nil {
      let advice = SearchAdvice(
        finder: finder,
        request: request,
        query: query,
        plan: plan,
        holders: holders
      )
      let cards = CardFinder(index: index, deadline: deadline, holders: holders)
      answer.cards = try await cards.cards(for: plan.root)
      answer.end.elsewhere = try await advice.elsewhere(matches: totals.totals.matches)
      if totals.totals.works == 0 { answer.end.suggestions = try await advice.suggestions() }
    }
    answer.end.elapsedMilliseconds = Self.milliseconds(start.duration(to: clock.now))
    return answer
  }

  private func cursor(
    of request: SearchRequest,
    question: UInt32
  ) throws(QuerySyntaxError) -> SearchCursor? {
    guard let text = request.cursor else { return nil }
    guard let cursor = SearchCursor(text), cursor.question == question else {
      throw QuerySyntaxError(.badCursor, at: 0..<0)
    }
    return cursor
  }

  /// The units that answer.
  ///
  /// Where text must be read, half the time that is left is for that.
  func units(
    of plan: QueryPlan,
    finder: UnitFinder,
    chapters cache: inout ChapterCache
  ) async throws -> (units: [FoundUnit], isExact: Bool) {
    var units: [FoundUnit] = []
    var isExact = true
    for (number, plan) in plan.plans.enumerated() {
      let found = try await finder.units(of: plan, number: number)
      units += found.units
      isExact = isExact && found.isExact
    }
    guard plan.needsReading else { return (units, isExact) }
    let sifter = UnitSifter(
      plans: plan.plans,
      matchers: plan.matchers,
      deadline: finder.deadline.halfway
    )
    let sifted = try await sifter.sifted(units, chapters: &cache)
    return (sifted.units, sifted.isComplete)
  }

  private func begin(
    _ request: SearchRequest,
    _ plan: QueryPlan,
    _ statistics: IndexStatistics,
    _ deadline: Deadline
  ) async throws -> SearchBegin {
    let missing = try await MissingFiles(index: index, deadline: deadline).sentence(statistics)
    return SearchBegin(
      query: request.query,
      understood: plan.understood,
      generation: statistics.generation,
      complete: missing == nil,
      missing: missing
    )
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    let microseconds = Double(seconds) * 1e6 + (Double(attoseconds) / 1e12).rounded()
    return microseconds / 1000
  }
}

extension QueryPlan {
  /// What reads the text for each plan; nil for one without a clause.
  var matchers: [ClauseMatcher?] { plans.map { $0.candidates.clause.map(ClauseMatcher.init) } }
}

extension Deadline {
  /// The deadline halfway between now and this one.
  fileprivate var halfway: Deadline {
    guard let instant else { return .never }
    return Deadline(.now.advanced(by: ContinuousClock.now.duration(to: instant) / 2))
  }
}
