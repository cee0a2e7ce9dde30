/// A part of a query.
package indirect enum QueryNode: Hashable, Sendable {
  /// A word or a phrase of the text.
  case phrase(QueryPhrase)
  /// One word or phrase of each group near each other: at most `distance` words between their
  /// nearest ends.
  case near([[QueryPhrase]], distance: Int)
  /// A regular expression over the text of a line.
  case expression(QueryExpression)
  /// A field and its value.
  case constraint(QueryConstraint)
  /// All of them; never empty.
  case and([QueryNode])
  /// One of them; never empty.
  case or([QueryNode])
  /// What must not be.
  case not(QueryNode)
}

extension QueryNode {
  /// Whether it only says what must not be, so that nothing is left to look for.
  package var onlyExcludes: Bool {
    switch self {
    case .phrase, .near, .expression, .constraint: false
    case .and(let nodes): nodes.allSatisfy(\.onlyExcludes)
    case .or(let nodes): nodes.contains(where: \.onlyExcludes)
    case .not(let node): !node.onlyExcludes
    }
  }

  /// A node that wants all of `nodes`, lists in it dissolved; nil where there is none.
  package static func all(_ nodes: [QueryNode]) -> QueryNode? {
    let flat = nodes.flatMap { node in
      if case .and(let inner) = node { inner } else { [node] }
    }
    return flat.count > 1 ? .and(flat) : flat.first
  }

  /// A node that wants one of `nodes`, alternatives in it dissolved; nil where there is none.
  package static func any(_ nodes: [QueryNode]) -> QueryNode? {
    let flat = nodes.flatMap { node in
      if case .or(let inner) = node { inner } else { [node] }
    }
    return flat.count > 1 ? .or(flat) : flat.first
  }

  /// The number of words and values in it.
  package var leafCount: Int {
    switch self {
    case .phrase, .expression, .constraint: 1
    case .near(let groups, _): groups.reduce(0) { $0 + $1.count }
    case .and(let nodes), .or(let nodes): nodes.reduce(0) { $0 + $1.leafCount }
    case .not(let node): node.leafCount
    }
  }
}
