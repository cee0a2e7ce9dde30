import FicModel
import FicQuery

/// Turns one alternative of a query into plans: one, or several whose units never overlap.
struct ConjunctionPlanner {
  private let planner: Planner
  private let conjunction: Conjunction
  private var people: [PersonCondition] = []
  private var chapters = [1...Int(Int32.max)]
  private var printed: [PrintedCondition] = []
  private var border: Int?
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
  func plans() throws(QuerySyntaxError) -> [LinePlan] {
    var result: [LinePlan] = []
    for range in chapters { result.append(try plan(range)) }
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
    case .chapters(let range) where constraint.field == .printed:
      let condition = PrintedCondition(numbers: range, isNegated: isNegated)
      if !printed.contains(condition) { printed.append(condition) }
    case .chapters(let range):
      if constraint.field == .upto, !isNegated { close(behind: range.upperBound) }
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
    // Fields of the work are conditions already.
    guard let role = PersonCondition.Role(field),
      let name = ConjunctionExpander().terms(of: phrase)
    else { return }
    let condition = PersonCondition(role: role, name: name, isNegated: isNegated)
    if !people.contains(condition) { people.append(condition) }
  }

  /// Leaves nothing to see behind a chapter, nor of one with a greater number above it: a file is
  /// missing before that.
  private mutating func close(behind chapter: Int) {
    border = min(border ?? chapter, chapter)
    let later = PrintedCondition(numbers: chapter + 1...Int(Int32.max), isNegated: true)
    if !printed.contains(later) { printed.append(later) }
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

  /// Settles what is looked into: `in:` fields, else the default; only turns where somebody's are
  /// asked for; only the story where somebody's presence is.
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
    try settlePeople(at: wanted.first)
    usesDefaultZone = wanted.isEmpty && !asksWhoSpeaks
  }

  /// People speak, and are present, in the story only.
  private mutating func settlePeople(
    at zone: (zone: QueryZone, isNegated: Bool, span: Range<Int>)?
  ) throws(QuerySyntaxError) {
    guard let role = people.first(where: { !$0.isNegated })?.role else { return }
    let name = (zone?.zone ?? planner.zone).rawValue
    let field = people.contains { !$0.isNegated && $0.role == .speaker } ? "from:" : role.field
    area.zones.formIntersection([.story])
    guard !area.isEmpty else {
      throw QuerySyntaxError(.contradiction(field, "in:\(name)"), at: zone?.span ?? 0..<0)
    }
    if asksWhoSpeaks { area.narrowToTurns() }
    guard !area.isEmpty else {
      throw QuerySyntaxError(.contradiction(field, "in:narration"), at: zone?.span ?? 0..<0)
    }
  }

  private var asksWhoSpeaks: Bool {
    people.contains(where: \.asksWhoSpeaks)
  }

  // MARK: Plans

  private func plan(_ range: ClosedRange<Int>) throws(QuerySyntaxError) -> LinePlan {
    let asksForLine = people.contains { !$0.isNegated && $0.role != .present }
    let isTurn = !area.voices.contains(.narration) && area.zones.contains(.story)
    var plan = LinePlan(
      clause: ConjunctionExpander.joined(conjunction.wanted, TermClause.and),
      unwanted: ConjunctionExpander.joined(conjunction.unwanted, TermClause.or),
      reach: asksForLine || isTurn ? .line : .scene,
      zones: area.zones,
      voices: area.voices,
      people: people,
      condition: WorkCondition.all(conjunction.conditions),
      chapters: bounds(range),
      printed: printed,
      border: border
    )
    let wantsSomething = plan.clause != nil || people.contains { !$0.isNegated }
    let excludesSpeakers = people.contains { $0.isNegated && $0.role != .present }
    guard !excludesSpeakers || wantsSomething else {
      throw QuerySyntaxError(.onlyExclusions, at: 0..<0)
    }
    plan.minimumConfidence =
      minimumConfidence ?? (asksWhoSpeaks ? planner.minimumConfidence : 0)
    return plan
  }

  private func bounds(_ range: ClosedRange<Int>) -> ClosedRange<Int>? {
    range == 1...Int(Int32.max) ? nil : range
  }
}

extension PersonCondition.Role {
  /// The role that a field asks for; nil where it asks for something else.
  fileprivate init?(_ field: QueryField) {
    switch field {
    case .from: self = .speaker
    case .to: self = .addressee
    case .with: self = .present
    case .about: self = .named
    default: return nil
    }
  }

  /// The field that asks for it, with its colon.
  fileprivate var field: String {
    switch self {
    case .speaker: "from:"
    case .addressee: "to:"
    case .present: "with:"
    case .named: "about:"
    }
  }
}
