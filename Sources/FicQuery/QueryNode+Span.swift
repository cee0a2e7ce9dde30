extension QueryNode {
  /// The node as it stands at another place: what a saved query holds stands where its name does.
  func placed(at span: Range<Int>) -> QueryNode {
    switch self {
    case .phrase(let phrase): return .phrase(phrase.placed(at: span))
    case .near(let groups, let distance):
      return .near(groups.map { $0.map { $0.placed(at: span) } }, distance: distance)
    case .expression(var expression):
      expression.span = span
      return .expression(expression)
    case .constraint(var constraint):
      constraint.span = span
      if case .phrase(let phrase) = constraint.value {
        constraint.value = .phrase(phrase.placed(at: span))
      }
      return .constraint(constraint)
    case .and(let nodes): return .and(nodes.map { $0.placed(at: span) })
    case .or(let nodes): return .or(nodes.map { $0.placed(at: span) })
    case .not(let node): return .not(node.placed(at: span))
    }
  }
}

extension QueryPhrase {
  fileprivate func placed(at span: Range<Int>) -> QueryPhrase {
    var phrase = self
    phrase.span = span
    return phrase
  }
}
