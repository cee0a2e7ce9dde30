import FicQuery

extension QueryNode {
  /// The nodes that hold no others, those of what must not be with them.
  var leaves: [QueryNode] {
    switch self {
    case .phrase, .near, .expression, .constraint: [self]
    case .and(let nodes), .or(let nodes): nodes.flatMap(\.leaves)
    case .not(let node): node.leaves
    }
  }

  /// The fields in it.
  var constraints: [QueryConstraint] {
    leaves.compactMap { if case .constraint(let constraint) = $0 { constraint } else { nil } }
  }

  /// Whether it asks for something of the text: who speaks, where it stands, what is near.
  var asksForText: Bool {
    leaves.contains { leaf in
      switch leaf {
      case .near, .expression: true
      default: false
      }
    }
      || constraints.contains { !$0.field.isOfWork }
  }

  /// The condition of a query that asks for nothing of the text: its words may be anything that is
  /// known of a work.
  ///
  /// Nil where no word is left.
  func workCondition(_ words: (QueryPhrase) -> WorkCondition?) -> WorkCondition? {
    switch self {
    case .phrase(let phrase): return words(phrase)
    case .near, .expression: return nil
    case .constraint(let constraint): return WorkCondition(constraint)
    case .not(let node): return node.workCondition(words).map(WorkCondition.not)
    case .and(let nodes): return .all(nodes.compactMap { $0.workCondition(words) })
    case .or(let nodes):
      let conditions = nodes.compactMap { $0.workCondition(words) }
      return conditions.count > 1 ? .or(conditions) : conditions.first
    }
  }

  /// Whether a word or a phrase is in it.
  var hasWords: Bool { leaves.count > constraints.count }
}
