import FicModel
import FicQuery

/// Counts what other matter than the story holds of a query: notes and summaries.
struct MatterAdvice {
  /// What is asked of one kind of other matter.
  private struct Question {
    var zone: QueryZone
    var root: QueryNode
    var plans: [SearchPlan]

    /// The only plan, where what it finds can be told from its candidates alone.
    var candidates: CandidatePlan? {
      guard plans.count == 1, let plan = plans.first, plan.unwanted == nil,
        plan.exclusions.isEmpty, plan.candidates.clause != nil, plan.candidates.zones != nil
      else { return nil }
      return plan.candidates
    }
  }

  let finder: UnitFinder
  let request: SearchRequest
  let query: Query

  /// For each copy, the work that is shown in its place.
  let holders: [WorkID: WorkID]

  /// The matches in each kind, but for kinds without any.
  func elsewhere(in zones: [QueryZone]) async throws -> [Elsewhere] {
    guard finder.statistics.units[.matter] ?? 0 > 0 else { return [] }
    let questions = zones.compactMap(question)
    var matches = try await togetherMatches(of: questions)
    if matches == nil {
      matches = []
      for question in questions { matches?.append(try await self.matches(of: question)) }
    }
    return zip(questions, matches ?? []).compactMap { question, matches in
      let folded = CopyFolding(matches, holders).folded?.matches ?? 0
      let count = matches.values.reduce(-folded, +)
      guard count > 0 else { return nil }
      let field = QueryConstraint(field: .in, value: .zone(question.zone), span: 0..<0)
      let node = QueryNode.all([question.root, .constraint(field)]) ?? question.root
      return Elsewhere(reason: .notes, matches: count, query: QueryPrinter.print(node))
    }
  }

  /// The question about a kind; nil where that cannot be counted.
  private func question(_ zone: QueryZone) -> Question? {
    let planner = Planner(zone: zone, minimumConfidence: request.minimumConfidence)
    guard let plan = try? planner.plan(query), plan.usesDefaultZone, !plan.needsReading else {
      return nil
    }
    let plans = plan.plans.filter { $0.candidates.unit == .matter }
    return Question(zone: zone, root: plan.root, plans: plans)
  }

  private func matches(of question: Question) async throws -> [WorkID: Int] {
    var matches: [WorkID: Int] = [:]
    for plan in question.plans {
      matches.merge(try await finder.matches(of: plan), uniquingKeysWith: +)
    }
    return matches
  }

  /// The matches of several kinds by one question to the index; nil where the kinds are asked for
  /// different things.
  private func togetherMatches(of questions: [Question]) async throws -> [[WorkID: Int]]? {
    let plans = questions.compactMap(\.candidates)
    guard plans.count == questions.count, var all = plans.first else { return nil }
    all.zones = plans.reduce(into: []) { $0.formUnion($1.zones ?? []) }
    for var plan in plans {
      plan.zones = all.zones
      guard plan == all else { return nil }
    }
    let list = try await finder.index.candidates(for: all, deadline: finder.deadline)
    guard list.zones.count == list.count else { return nil }
    let counter = MatchCounter(all.clause?.countedLeaves ?? [])
    var matches = [[WorkID: Int]](repeating: [:], count: plans.count)
    for position in 0..<list.count {
      let own = counter.matches(list.frequencies(at: position))
      let work = list.keys[position].chapter.work
      for (place, plan) in plans.enumerated()
      where plan.zones?.contains(list.zones[position]) ?? true {
        matches[place][work, default: 0] += own
      }
    }
    return matches
  }
}
