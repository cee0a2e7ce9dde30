import FicQuery

extension QueryNode {
  /// The phrases that must occur: of the text, and the names of people.
  var wantedPhrases: [QueryPhrase] {
    switch self {
    case .phrase(let phrase): return [phrase]
    case .near(let groups, _): return groups.flatMap(\.self)
    case .and(let nodes), .or(let nodes): return nodes.flatMap(\.wantedPhrases)
    case .not: return []
    case .constraint(let constraint):
      guard [.from, .to, .with, .about].contains(constraint.field),
        case .phrase(let phrase) = constraint.value
      else { return [] }
      return [phrase]
    }
  }

  /// The node without what it says of confidence; nil where nothing is left.
  var withoutConfidence: QueryNode? {
    switch self {
    case .constraint(let constraint): constraint.field == .confidence ? nil : self
    case .and(let nodes): .all(nodes.compactMap(\.withoutConfidence))
    case .or(let nodes): .any(nodes.compactMap(\.withoutConfidence))
    case .phrase, .near, .not: self
    }
  }

  /// The parts of the text that it asks for; those that it leaves out do not count.
  var zones: [QueryZone] {
    switch self {
    case .phrase, .near: return []
    case .constraint(let constraint):
      if case .zone(let zone) = constraint.value { return [zone] }
      return []
    case .and(let nodes), .or(let nodes): return nodes.flatMap(\.zones)
    case .not: return []
    }
  }

  /// The node without what it says of places in the text; nil where nothing is left.
  var withoutPlaces: QueryNode? {
    switch self {
    case .constraint(let constraint): constraint.field.kind == .place ? nil : self
    case .and(let nodes): .all(nodes.compactMap(\.withoutPlaces))
    case .or(let nodes): .any(nodes.compactMap(\.withoutPlaces))
    case .not(let node): node.withoutPlaces.map(QueryNode.not)
    case .phrase, .near: self
    }
  }

  /// The tree with `change` made to every leaf.
  func mapped(_ change: (QueryNode) -> QueryNode) -> QueryNode {
    switch self {
    case .phrase, .near, .constraint: change(self)
    case .and(let nodes): .all(nodes.map { $0.mapped(change) }) ?? self
    case .or(let nodes): .any(nodes.map { $0.mapped(change) }) ?? self
    case .not(let node): .not(node.mapped(change))
    }
  }

  /// The leaf with one phrase in place of another.
  func replacing(_ phrase: QueryPhrase, by other: QueryPhrase) -> QueryNode {
    switch self {
    case .phrase(phrase): return .phrase(other)
    case .near(let groups, let distance):
      return .near(groups.map { $0.map { $0 == phrase ? other : $0 } }, distance: distance)
    case .constraint(var constraint):
      if case .phrase(phrase) = constraint.value { constraint.value = .phrase(other) }
      return .constraint(constraint)
    default: return self
    }
  }
}
