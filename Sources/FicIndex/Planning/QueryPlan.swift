package import FicModel
package import FicQuery

/// What a query comes to: one or more alternatives, every default settled.
package struct QueryPlan: Hashable, Sendable {
  /// The alternatives; never empty.
  package var plans: [LinePlan]

  /// The query without what has no term in it.
  package var root: QueryNode

  /// The query in the query language, every default written out.
  package var understood: String

  /// Whether an alternative looked into the zone that the request gave, for want of `in:`.
  package var usesDefaultZone: Bool

  /// Creates a plan of alternatives without the query that they come from.
  package init(_ plans: [LinePlan]) {
    self.init(plans: plans, root: .and([]), understood: "", usesDefaultZone: false)
  }

  init(plans: [LinePlan], root: QueryNode, understood: String, usesDefaultZone: Bool) {
    self.plans = plans
    self.root = root
    self.understood = understood
    self.usesDefaultZone = usesDefaultZone
  }

  /// The different leaves of all alternatives, each with its number, those of what is excluded with
  /// them.
  package var leaves: [TermClause] {
    let all = plans.flatMap { ($0.clause?.leaves ?? []) + ($0.unwanted?.leaves ?? []) }
    return Array(all.distinct().prefix(LeafSet.capacity))
  }

  /// The last chapter of which anything may show; nil where an alternative looks into all.
  package var border: Int? {
    plans.allSatisfy { $0.border != nil } ? plans.compactMap(\.border).max() : nil
  }

  /// Whether every alternative looks into some works or chapters only.
  package var isNarrowed: Bool {
    plans.allSatisfy { plan in
      plan.condition != nil || plan.works != nil || plan.chapters != nil || !plan.printed.isEmpty
    }
  }

  /// The chapters that are looked into, by their places; nil where an alternative asks for none.
  package var chapters: [ClosedRange<Int>]? {
    let ranges = plans.compactMap(\.chapters)
    return ranges.count == plans.count ? ranges : nil
  }

  /// What the query looks into, whatever words it asks for.
  package var ground: QueryPlan {
    QueryPlan(
      plans.map { plan in
        var plan = plan
        plan.clause = nil
        plan.unwanted = nil
        return plan
      }.distinct()
    )
  }

  /// The plan with other voices: those that it had, too.
  package func narrowed(to voices: Set<Voice>) -> QueryPlan {
    QueryPlan(
      plans.map { plan in
        var plan = plan
        plan.voices.formIntersection(voices)
        return plan
      }
    )
  }

  /// The plan for some works only.
  package func narrowed(to works: [WorkID]) -> QueryPlan {
    let works = Set(works)
    return QueryPlan(
      plans.map { plan in
        var plan = plan
        plan.works = (plan.works.map { works.intersection($0) } ?? works).sorted()
        return plan
      }
    )
  }

  /// Those of some leaves, by number, that lines are found by when the closest are looked for: not
  /// regular expressions, which would read every text, where there are words beside them.
  package func finding(_ numbers: [Int]) -> [Int] {
    let leaves = leaves
    let words = numbers.filter { !leaves[$0].isExpression }
    return words.isEmpty ? numbers : words
  }

  /// The leaves that a line may be found by.
  package var wanted: [TermClause] {
    plans.flatMap { $0.clause?.wantedLeaves ?? [] }.distinct()
  }
}

extension TermClause {
  /// The different leaves in the order of the tree, without those of what is excluded.
  package var wantedLeaves: [TermClause] {
    switch self {
    case .phrase, .near, .expression: [self]
    case .and(let clauses), .or(let clauses): clauses.flatMap(\.wantedLeaves).distinct()
    case .without(let wanted, _): wanted.wantedLeaves
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, where it comes first.
  fileprivate func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
