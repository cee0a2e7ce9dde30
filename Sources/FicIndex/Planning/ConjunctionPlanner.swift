import FicModel
import FicQuery

/// Turns one alternative of a query into plans: one, or several whose units never overlap.
struct ConjunctionPlanner {
  /// Names that a column must hold, and must not hold.
  private struct Names {
    var wanted: [TermClause] = []
    var unwanted: [TermClause] = []

    mutating func add(_ clause: TermClause, isNegated: Bool) {
      if isNegated { unwanted.append(clause) } else { wanted.append(clause) }
    }
  }

  private let planner: Planner
  private let conjunction: Conjunction
  private var speakers = Names()
  private var addressees = Names()
  private var cast = Names()
  private var chapters = [1...Int(Int32.max)]
  private var minimumConfidence: Double?
  private var area: SearchArea

  /// Whether the zone is the one that the request gave.
  private(set) var usesDefaultZone = false

  /// Reads the fields of an alternative.
  init(_ conjunction: Conjunction, planner: Planner) throws(QuerySyntaxError) {
    self.planner = planner
    self.conjunction = conjunction
    area = SearchArea(.all)
    for (constraint, isNegated) in conjunction.constraints {
      try add(constraint, isNegated: isNegated)
    }
    try settleArea()
  }

  /// The plans.
  func plans() throws(QuerySyntaxError) -> [SearchPlan] {
    var result: [SearchPlan] = []
    for range in chapters {
      if area.story { result.append(try scenePlan(range)) }
      if !area.utterances.isEmpty { result.append(try utterancePlan(range)) }
      if !area.matter.isEmpty { result.append(matterPlan(range)) }
    }
    return result
  }

  // MARK: Fields

  private mutating func add(
    _ constraint: QueryConstraint,
    isNegated: Bool
  ) throws(QuerySyntaxError) {
    switch constraint.value {
    case .phrase(let phrase):
      add(constraint.field, phrase, isNegated: isNegated)
    case .chapters(let range):
      narrowChapters(to: range, isNegated: isNegated)
      guard !chapters.isEmpty else {
        throw QuerySyntaxError(.contradiction("chapter:", "chapter:"), at: constraint.span)
      }
    case .confidence(let figure):
      guard !isNegated else {
        throw QuerySyntaxError(
          .contradiction("-", QueryPrinter.print(constraint)),
          at: constraint.span
        )
      }
      minimumConfidence = max(figure, minimumConfidence ?? 0)
    case .zone, .range:
      break
    }
  }

  private mutating func add(_ field: QueryField, _ phrase: QueryPhrase, isNegated: Bool) {
    let expander = ConjunctionExpander()
    switch field {
    case .from:
      if let clause = expander.phraseClause(phrase, in: .speaker) {
        speakers.add(clause, isNegated: isNegated)
      }
    case .to:
      if let clause = expander.phraseClause(phrase, in: .addressee) {
        addressees.add(clause, isNegated: isNegated)
      }
    case .with:
      if let clause = expander.phraseClause(phrase, in: .cast) {
        cast.add(clause, isNegated: isNegated)
      }
    default:
      // Fields of the work are conditions already.
      break
    }
  }

  private mutating func narrowChapters(to range: ClosedRange<Int>, isNegated: Bool) {
    let allowed: [ClosedRange<Int>]
    if isNegated {
      let before = range.lowerBound > 1 ? [1...range.lowerBound - 1] : []
      allowed = before + [range.upperBound + 1...Int(Int32.max)]
    } else {
      allowed = [range]
    }
    chapters = chapters.flatMap { left in
      allowed.compactMap { left.overlaps($0) ? left.clamped(to: $0) : nil }
    }
  }

  /// Settles what is looked into: `in:` fields, else the default; only utterances where somebody's
  /// are asked for; only the story where somebody's presence is.
  private mutating func settleArea() throws(QuerySyntaxError) {
    let zones = conjunction.constraints.compactMap { item in
      if case .zone(let zone) = item.constraint.value {
        (zone: zone, isNegated: item.isNegated, span: item.constraint.span)
      } else {
        nil
      }
    }
    let wanted = zones.filter { !$0.isNegated }
    area = SearchArea(wanted.first?.zone ?? planner.zone)
    for zone in wanted.dropFirst() { area.formIntersection(SearchArea(zone.zone)) }
    for zone in zones where zone.isNegated { area.subtract(zone.zone) }
    guard !area.isEmpty else {
      let last = zones.last
      throw QuerySyntaxError(
        .contradiction(
          "in:\(wanted.first?.zone.rawValue ?? planner.zone.rawValue)",
          "\(last?.isNegated == true ? "-" : "")in:\(last?.zone.rawValue ?? "all")"
        ),
        at: last?.span ?? 0..<0
      )
    }
    let field = asksWhoSpeaks ? (speakers.wanted.isEmpty ? "to:" : "from:") : "with:"
    if asksWhoSpeaks || !cast.wanted.isEmpty {
      guard area.reachesStory else {
        let zone = (wanted.first?.zone ?? planner.zone).rawValue
        throw QuerySyntaxError(.contradiction(field, "in:\(zone)"), at: wanted.first?.span ?? 0..<0)
      }
      area.matter = []
    }
    if asksWhoSpeaks { area.narrowToUtterances() }
    guard !area.isEmpty else {
      throw QuerySyntaxError(.contradiction(field, "in:narration"), at: wanted.first?.span ?? 0..<0)
    }
    usesDefaultZone = wanted.isEmpty && !asksWhoSpeaks
  }

  private var asksWhoSpeaks: Bool { !speakers.wanted.isEmpty || !addressees.wanted.isEmpty }

  // MARK: Plans

  private func scenePlan(_ range: ClosedRange<Int>) throws(QuerySyntaxError) -> SearchPlan {
    let (clause, unwanted) = Self.clauses(
      wanted: conjunction.wanted + cast.wanted,
      unwanted: conjunction.unwanted + cast.unwanted
    )
    var exclusions = (speakers.unwanted + addressees.unwanted).map {
      UtteranceExclusion(kinds: nil, clause: $0)
    }
    if !area.withoutKinds.isEmpty {
      exclusions.append(UtteranceExclusion(kinds: area.withoutKinds, clause: nil))
    }
    guard exclusions.isEmpty || !conjunction.wanted.isEmpty else {
      throw QuerySyntaxError(.onlyExclusions, at: 0..<0)
    }
    var plan = CandidatePlan(unit: .scene, clause: clause)
    plan.chapters = bounds(range)
    return searchPlan(plan, unwanted: unwanted, exclusions: exclusions)
  }

  private func utterancePlan(_ range: ClosedRange<Int>) throws(QuerySyntaxError) -> SearchPlan {
    let (clause, unwanted) = Self.clauses(
      wanted: conjunction.wanted + speakers.wanted + addressees.wanted,
      unwanted: conjunction.unwanted + speakers.unwanted + addressees.unwanted
    )
    var plan = CandidatePlan(unit: .utterance, clause: clause)
    plan.sceneClause = try sceneClause()
    plan.chapters = bounds(range)
    let all = Set(UtteranceKind.allCases).subtracting([.notSpeech])
    plan.utteranceKinds = area.utterances == all ? nil : area.utterances
    plan.minimumConfidence =
      minimumConfidence ?? (asksWhoSpeaks ? planner.minimumConfidence : 0)
    return searchPlan(plan, unwanted: unwanted)
  }

  private func matterPlan(_ range: ClosedRange<Int>) -> SearchPlan {
    let (clause, unwanted) = Self.clauses(
      wanted: conjunction.wanted,
      unwanted: conjunction.unwanted
    )
    var plan = CandidatePlan(unit: .matter, clause: clause)
    plan.chapters = bounds(range)
    let all = Set(ZoneKind.allCases).subtracting([.story])
    plan.zones = area.matter == all ? nil : area.matter
    return searchPlan(plan, unwanted: unwanted)
  }

  private func searchPlan(
    _ candidates: CandidatePlan,
    unwanted: TermClause?,
    exclusions: [UtteranceExclusion] = []
  ) -> SearchPlan {
    var candidates = candidates
    candidates.condition = WorkCondition.all(conjunction.conditions)
    return SearchPlan(
      candidates: candidates,
      exclusions: exclusions,
      unwanted: unwanted,
      asksWhoSpeaks: candidates.unit == .utterance && asksWhoSpeaks
    )
  }

  /// What the scene of an utterance must hold.
  ///
  /// Who must not be present needs something that must be: the speaker, the addressee or the words,
  /// which the scene holds as well.
  private func sceneClause() throws(QuerySyntaxError) -> TermClause? {
    guard !cast.wanted.isEmpty || !cast.unwanted.isEmpty else { return nil }
    var wanted = cast.wanted
    if wanted.isEmpty {
      wanted =
        (speakers.wanted + addressees.wanted).map(\.inCast) + conjunction.wanted.map(\.firstWords)
    }
    let (clause, unwanted) = Self.clauses(wanted: wanted, unwanted: cast.unwanted)
    guard unwanted == nil else { throw QuerySyntaxError(.onlyExclusions, at: 0..<0) }
    return clause
  }

  private func bounds(_ range: ClosedRange<Int>) -> ClosedRange<Int>? {
    range == 1...Int(Int32.max) ? nil : range
  }

  /// The clause of what must be and what must not; what must not be alone is the second of the two.
  private static func clauses(
    wanted: [TermClause],
    unwanted: [TermClause]
  ) -> (clause: TermClause?, unwanted: TermClause?) {
    let all = ConjunctionExpander.joined(wanted, TermClause.and)
    guard let none = ConjunctionExpander.joined(unwanted, TermClause.or) else { return (all, nil) }
    return all.map { (.without($0, none), nil) } ?? (nil, none)
  }
}

extension TermClause {
  /// A leaf over the names of who is present instead of who speaks.
  fileprivate var inCast: TermClause {
    switch self {
    case .phrase(let terms, _): .phrase(terms, in: .cast)
    case .prefix(let terms, _): .prefix(terms, in: .cast)
    case .near, .and, .or, .without: self
    }
  }

  /// A clause that every text satisfies that holds what satisfies this one, interrupted or not: the
  /// first words of its phrases.
  fileprivate var firstWords: TermClause {
    switch self {
    case .phrase(let terms, let column):
      .phrase(Array(terms.prefix(1)), in: column)
    case .prefix(let terms, let column):
      terms.count == 1 ? self : .phrase(Array(terms.prefix(1)), in: column)
    case .near(let phrases, _):
      .and(phrases.map { .phrase(Array($0.prefix(1)), in: .text) })
    case .and(let clauses): .and(clauses.map(\.firstWords))
    case .or(let clauses): .or(clauses.map(\.firstWords))
    case .without(let wanted, _): wanted.firstWords
    }
  }
}
