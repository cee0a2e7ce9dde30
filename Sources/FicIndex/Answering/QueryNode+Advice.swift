import FicQuery

extension QueryNode {
  /// The nodes that hold no others, without those of what must not be.
  var wantedLeaves: [QueryNode] {
    switch self {
    case .phrase, .near, .expression, .constraint: [self]
    case .and(let nodes), .or(let nodes): nodes.flatMap(\.wantedLeaves)
    case .not: []
    }
  }

  /// The phrases that must occur: of the text, and the names of people.
  var wantedPhrases: [QueryPhrase] {
    wantedLeaves.flatMap { leaf -> [QueryPhrase] in
      switch leaf {
      case .phrase(let phrase): return [phrase]
      case .near(let groups, _): return groups.flatMap(\.self)
      case .constraint(let constraint):
        guard [.from, .to, .with, .about].contains(constraint.field),
          case .phrase(let phrase) = constraint.value
        else { return [] }
        return [phrase]
      case .expression, .and, .or, .not: return []
      }
    }
  }

  /// The parts of the text that it asks for; those that it leaves out do not count.
  var zones: [QueryZone] {
    wantedLeaves.flatMap(\.constraints).compactMap {
      if case .zone(let zone) = $0.value { zone } else { nil }
    }
  }

  /// The node without what it says of confidence; nil where nothing is left.
  var withoutConfidence: QueryNode? { without { $0.field == .confidence } }

  /// The node without what it says of places in the text; nil where nothing is left.
  var withoutPlaces: QueryNode? { without { $0.field.kind == .place } }

  private func without(_ isUnwanted: (QueryConstraint) -> Bool) -> QueryNode? {
    switch self {
    case .constraint(let constraint): isUnwanted(constraint) ? nil : self
    case .and(let nodes): .all(nodes.compactMap { $0.without(isUnwanted) })
    case .or(let nodes): .any(nodes.compactMap { $0.without(isUnwanted) })
    case .not(let node): node.without(isUnwanted).map(QueryNode.not)
    case .phrase, .near, .expression: self
    }
  }

  /// The tree with `change` made to every leaf.
  func mapped(_ change: (QueryNode) -> QueryNode) -> QueryNode {
    switch self {
    case .phrase, .near, .expression, .constraint: change(self)
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
