import FicQuery

/// Conditions that must hold together: one alternative of a query.
struct Conjunction {
  /// What the text must hold.
  var wanted: [TermClause] = []

  /// What the text must not hold.
  var unwanted: [TermClause] = []

  /// What must be known of the work.
  var conditions: [WorkCondition] = []

  /// The fields of the text, each with whether it is negated.
  var constraints: [(constraint: QueryConstraint, isNegated: Bool)] = []

  /// Both together.
  func merging(_ other: Conjunction) -> Conjunction {
    var result = self
    for clause in other.wanted where !wanted.contains(clause) { result.wanted.append(clause) }
    for clause in other.unwanted where !unwanted.contains(clause) { result.unwanted.append(clause) }
    for condition in other.conditions where !conditions.contains(condition) {
      result.conditions.append(condition)
    }
    result.constraints += other.constraints
    return result
  }
}

/// Brings a query into alternatives of conjunctions: fields of the text come apart, plain text stays
/// one clause, and so do fields of the work.
struct ConjunctionExpander {
  /// The most alternatives.
  static let limit = 16

  private let analyzer = Analyzer()

  /// The alternatives of a node.
  func expand(_ node: QueryNode) throws(QuerySyntaxError) -> [Conjunction] {
    try expand(node, isNegated: false)
  }

  private func expand(
    _ node: QueryNode,
    isNegated: Bool
  ) throws(QuerySyntaxError) -> [Conjunction] {
    if let clause = clause(of: node) {
      return [isNegated ? Conjunction(unwanted: [clause]) : Conjunction(wanted: [clause])]
    }
    if let condition = condition(of: node) {
      return [Conjunction(conditions: [isNegated ? .not(condition) : condition])]
    }
    switch node {
    case .constraint(let constraint):
      return [Conjunction(constraints: [(constraint, isNegated)])]
    case .not(let inner):
      return try expand(inner, isNegated: !isNegated)
    case .and(let nodes):
      return isNegated ? try alternatives(nodes, true) : try combinations(nodes, false)
    case .or(let nodes):
      return isNegated ? try combinations(nodes, true) : try alternatives(nodes, false)
    case .phrase, .near:
      return []
    }
  }

  /// One of the nodes: those that are plain text make one alternative, and those about the work.
  private func alternatives(
    _ nodes: [QueryNode],
    _ isNegated: Bool
  ) throws(QuerySyntaxError) -> [Conjunction] {
    var result: [Conjunction] = []
    let plain = isNegated ? [] : nodes.filter { clause(of: $0) != nil }
    if let node = QueryNode.any(plain), let clause = clause(of: node) {
      result.append(Conjunction(wanted: [clause]))
    }
    let conditions = nodes.compactMap(condition)
    if !conditions.isEmpty {
      let wanted = isNegated ? conditions.map(WorkCondition.not) : conditions
      result.append(Conjunction(conditions: [wanted.count > 1 ? .or(wanted) : wanted[0]]))
    }
    for node in nodes where (isNegated || clause(of: node) == nil) && condition(of: node) == nil {
      result += try expand(node, isNegated: isNegated)
    }
    try checkCount(result)
    return result
  }

  /// All of the nodes: every choice of one alternative of each.
  private func combinations(
    _ nodes: [QueryNode],
    _ isNegated: Bool
  ) throws(QuerySyntaxError) -> [Conjunction] {
    var result = [Conjunction()]
    for node in nodes {
      let alternatives = try expand(node, isNegated: isNegated)
      result = result.flatMap { left in alternatives.map { left.merging($0) } }
      try checkCount(result)
    }
    return result
  }

  private func checkCount(_ conjunctions: [Conjunction]) throws(QuerySyntaxError) {
    guard conjunctions.count <= Self.limit else {
      throw QuerySyntaxError(.tooComplex(limit: Self.limit), at: 0..<0)
    }
  }

  /// The condition of a node that only asks what is known of the work; nil for any other.
  private func condition(of node: QueryNode) -> WorkCondition? {
    switch node {
    case .phrase, .near: return nil
    case .constraint(let constraint): return WorkCondition(constraint)
    case .not(let inner): return condition(of: inner).map(WorkCondition.not)
    case .and(let nodes), .or(let nodes):
      let conditions = nodes.compactMap(condition)
      guard conditions.count == nodes.count else { return nil }
      if case .or = node { return .or(conditions) }
      return .and(conditions)
    }
  }

  /// The clause of a node that is plain text and says what must be; nil for any other.
  private func clause(of node: QueryNode) -> TermClause? {
    switch node {
    case .constraint, .not: return nil
    case .phrase(let phrase): return phraseClause(phrase, in: .text)
    case .near(let phrases, let distance):
      return .near(phrases.map { analyzer.terms(of: $0.text) }, distance: distance)
    case .or(let nodes):
      let clauses = nodes.compactMap(clause)
      return clauses.count == nodes.count ? Self.joined(clauses, TermClause.or) : nil
    case .and(let nodes):
      var wanted: [TermClause] = []
      var unwanted: [TermClause] = []
      for node in nodes {
        if let clause = clause(of: node) {
          wanted.append(clause)
        } else if case .not(let inner) = node, let clause = clause(of: inner) {
          unwanted.append(clause)
        } else {
          return nil
        }
      }
      guard let all = Self.joined(wanted, TermClause.and) else { return nil }
      guard let none = Self.joined(unwanted, TermClause.or) else { return all }
      return .without(all, none)
    }
  }

  /// A phrase as a leaf of a clause; nil where it has no term.
  func phraseClause(_ phrase: QueryPhrase, in column: TermClause.Column) -> TermClause? {
    let terms = analyzer.terms(of: phrase.text)
    guard !terms.isEmpty else { return nil }
    return phrase.isPrefix ? .prefix(terms, in: column) : .phrase(terms, in: column)
  }

  /// The only clause, or the different ones joined; nil where there is none.
  static func joined(
    _ clauses: [TermClause],
    _ join: ([TermClause]) -> TermClause
  ) -> TermClause? {
    var seen: Set<TermClause> = []
    let different = clauses.filter { seen.insert($0).inserted }
    return different.count > 1 ? join(different) : different.first
  }
}
