import FicQuery

extension QueryNode {
  /// Whether it asks for something of the text: who speaks, where it stands, what is near.
  var asksForText: Bool {
    switch self {
    case .phrase: false
    case .near: true
    case .constraint(let constraint): !constraint.field.isOfWork
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.asksForText)
    case .not(let node): node.asksForText
    }
  }

  /// The condition of a query that asks for nothing of the text: its words may be anything that is
  /// known of a work.
  ///
  /// Nil where no word is left.
  func workCondition(_ words: (QueryPhrase) -> WorkCondition?) -> WorkCondition? {
    switch self {
    case .phrase(let phrase): return words(phrase)
    case .near: return nil
    case .constraint(let constraint): return WorkCondition(constraint)
    case .not(let node): return node.workCondition(words).map(WorkCondition.not)
    case .and(let nodes): return .all(nodes.compactMap { $0.workCondition(words) })
    case .or(let nodes):
      let conditions = nodes.compactMap { $0.workCondition(words) }
      return conditions.count > 1 ? .or(conditions) : conditions.first
    }
  }

  /// Whether a word or a phrase is in it.
  var hasWords: Bool {
    switch self {
    case .phrase, .near: true
    case .constraint: false
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.hasWords)
    case .not(let node): node.hasWords
    }
  }
}
