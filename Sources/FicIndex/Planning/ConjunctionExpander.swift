import FicQuery

/// Brings a query into alternatives of conjunctions: fields of the text come apart, plain text
/// stays one clause, and so do fields of the work.
struct ConjunctionExpander {
  /// The most alternatives.
  static let limit = 16

  private let analyzer = Analyzer()

  /// The language whose inflections words have; nil where they are meant as written.
  private let inflection: InflectedLanguage?

  /// Creates an expander.
  init(inflection: InflectedLanguage? = nil) {
    self.inflection = inflection
  }

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
    case .phrase, .near, .expression:
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
    case .phrase, .near, .expression: return nil
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
    case .phrase(let phrase): return terms(of: phrase).map(TermClause.phrase)
    case .expression(let expression): return .expression(TextExpression(expression.text))
    case .near(let groups, let distance):
      let known = groups.map { $0.compactMap(terms) }.filter { !$0.isEmpty }
      if known.count > 1 { return .near(known, distance: distance) }
      return known.first.flatMap { Self.joined($0.map(TermClause.phrase), TermClause.or) }
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

  /// The terms of a phrase; nil where it has none.
  func terms(of phrase: QueryPhrase) -> TermPhrase? {
    if phrase.hasWildcards, let pattern = pattern(of: phrase) { return pattern }
    let terms = analyzer.terms(of: phrase.text)
    guard !terms.isEmpty else { return nil }
    let inflects = terms.count == 1 && !phrase.isPrefix && !phrase.isQuoted && phrase.isLowerCase
    return TermPhrase(
      terms,
      isPrefix: phrase.isPrefix,
      inflection: inflects ? inflection(of: terms[0]) : nil
    )
  }

  /// The language in which a word may have inflections; nil for none.
  private func inflection(of term: Term) -> InflectedLanguage? {
    inflection.flatMap { InflectionFinder.mayInflect(term.bytes, in: $0) ? $0 : nil }
  }

  /// The start of a word and how it goes on; nil where the start is no one word.
  private func pattern(of phrase: QueryPhrase) -> TermPhrase? {
    let start = phrase.text.prefix { !WordPattern.isSign($0) }
    let terms = analyzer.terms(of: String(start))
    guard terms.count == 1 else { return nil }
    return TermPhrase(
      terms,
      pattern: WordPattern(phrase.text.dropFirst(start.count), analyzer)
    )
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

extension QueryPhrase {
  /// Whether it has no capital, which would make it a name or a word that is meant as written.
  fileprivate var isLowerCase: Bool {
    text.unicodeScalars.allSatisfy { !$0.properties.isUppercase }
  }
}
