import FicModel
package import FicQuery

/// Turns a query into questions to an index, whatever backend it has.
///
/// Words are looked for together: in one turn where the query asks who speaks or for dialogue, else
/// in one scene (or in one stretch of other matter). Fields that OR joins are brought into
/// alternatives, each a plan of its own.
package struct Planner: Sendable {
  /// The part of the text to look into where the query does not say.
  package var zone: QueryZone

  /// The least confidence of who speaks where the query does not say: 0…1.
  package var minimumConfidence: Double

  /// Whether words are meant as written, without their inflections.
  package var isExact: Bool

  private let analyzer = Analyzer()

  /// Creates a planner.
  package init(
    zone: QueryZone = .story,
    minimumConfidence: Double = 0.5,
    isExact: Bool = false
  ) {
    self.zone = zone
    self.minimumConfidence = minimumConfidence
    self.isExact = isExact
  }

  /// The plan of a query.
  package func plan(_ query: Query) throws(QuerySyntaxError) -> QueryPlan {
    let whole = 0..<query.text.unicodeScalars.count
    guard let root = try simplified(query.root) else { throw QuerySyntaxError(.empty, at: whole) }
    guard !root.onlyExcludes else { throw QuerySyntaxError(.onlyExclusions, at: whole) }
    do throws(QuerySyntaxError) {
      var plans: [LinePlan] = []
      var usesDefaultZone = false
      let inflection = isExact ? nil : Self.language(of: root)
      let conjunctions = try ConjunctionExpander(inflection: inflection).expand(root)
      for conjunction in conjunctions {
        let builder = try ConjunctionPlanner(conjunction, planner: self)
        plans += try builder.plans()
        usesDefaultZone = usesDefaultZone || builder.usesDefaultZone
      }
      guard plans.count <= ConjunctionExpander.limit else {
        throw QuerySyntaxError(.tooComplex(limit: ConjunctionExpander.limit), at: whole)
      }
      return QueryPlan(
        plans: plans,
        root: root,
        understood: understood(root, plans: plans, usesDefaultZone: usesDefaultZone),
        usesDefaultZone: usesDefaultZone
      )
    } catch {
      throw error.span.isEmpty ? QuerySyntaxError(error.kind, at: whole) : error
    }
  }

  /// The language whose inflections the words of a query have: the one that it asks for, else
  /// English; nil where that language has none that are known.
  private static func language(of root: QueryNode) -> InflectedLanguage? {
    for leaf in root.wantedLeaves {
      guard case .constraint(let constraint) = leaf, constraint.field == .lang,
        case .phrase(let phrase) = constraint.value
      else { continue }
      guard let code = LanguageName.code(of: phrase.text) else { continue }
      return InflectedLanguage(rawValue: code)
    }
    return .en
  }

  /// The node without phrases that hold no term; nil where nothing is left.
  private func simplified(_ node: QueryNode) throws(QuerySyntaxError) -> QueryNode? {
    switch node {
    case .phrase(let phrase):
      return analyzer.terms(of: phrase.text).isEmpty ? nil : node
    case .near(let groups, let distance):
      let known = groups.map { $0.filter { !analyzer.terms(of: $0.text).isEmpty } }
        .filter { !$0.isEmpty }
      if known.count > 1 { return .near(known, distance: distance) }
      return known.first.flatMap { QueryNode.any($0.map(QueryNode.phrase)) }
    case .expression(let expression):
      _ = try TextExpression(expression)
      return node
    case .constraint(let constraint):
      if constraint.field.isOfWork {
        guard WorkCondition(constraint) != nil else {
          throw QuerySyntaxError(.missingValue(constraint.field), at: constraint.span)
        }
        return node
      }
      if case .phrase(let phrase) = constraint.value, analyzer.terms(of: phrase.text).isEmpty {
        throw QuerySyntaxError(.missingValue(constraint.field), at: constraint.span)
      }
      return node
    case .not(let inner):
      return try simplified(inner).map(QueryNode.not)
    case .and(let nodes):
      return QueryNode.all(try simplified(nodes))
    case .or(let nodes):
      return QueryNode.any(try simplified(nodes))
    }
  }

  private func simplified(_ nodes: [QueryNode]) throws(QuerySyntaxError) -> [QueryNode] {
    var result: [QueryNode] = []
    for node in nodes {
      if let node = try simplified(node) { result.append(node) }
    }
    return result
  }

  private func understood(
    _ root: QueryNode,
    plans: [LinePlan],
    usesDefaultZone: Bool
  ) -> String {
    var root = root
    var defaults: [QueryNode] = []
    if usesDefaultZone {
      let zone = QueryNode.constraint(
        QueryConstraint(field: .in, value: .zone(zone), span: 0..<0)
      )
      if root.zones.isEmpty {
        defaults.append(zone)
      } else if case .or(let nodes) = root {
        // One alternative says where to look and another does not.
        root = .or(nodes.map { $0.zones.isEmpty ? QueryNode.all([$0, zone]) ?? $0 : $0 })
      }
    }
    if plans.contains(where: \.asksWhoSpeaks),
      !root.constraints.contains(where: { $0.field == .confidence })
    {
      defaults.append(
        .constraint(
          QueryConstraint(
            field: .confidence,
            value: .confidence(minimumConfidence),
            span: 0..<0
          )
        )
      )
    }
    return QueryPrinter.print(QueryNode.all([root] + defaults) ?? root)
  }
}
