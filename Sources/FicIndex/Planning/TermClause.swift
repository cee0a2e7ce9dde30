/// What a stretch of text must hold: a tree over analysed terms.
///
/// No backend's syntax.
package indirect enum TermClause: Hashable, Sendable {
  /// A word or a phrase, within one line.
  case phrase(TermPhrase)
  /// One phrase of each group, whose nearest ends lie at most `distance` words apart, in any order.
  case near([[TermPhrase]], distance: Int)
  /// What a regular expression matches, within one line.
  case expression(TextExpression)
  /// All of them; never empty.
  case and([TermClause])
  /// One of them; never empty.
  case or([TermClause])
  /// The first and not the second.
  case without(TermClause, TermClause)

  /// The leaves in the order of the tree, those of what is excluded with them.
  package var leaves: [TermClause] {
    switch self {
    case .phrase, .near, .expression: [self]
    case .and(let clauses), .or(let clauses): clauses.flatMap(\.leaves)
    case .without(let wanted, let unwanted): wanted.leaves + unwanted.leaves
    }
  }

  /// The phrases of a leaf; those of all leaves of a tree.
  package var phrases: [TermPhrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .near(let groups, _): groups.flatMap(\.self)
    case .expression: []
    case .and, .or, .without: leaves.flatMap(\.phrases)
    }
  }

  /// Whether it is a regular expression, for which no list of lines is kept.
  package var isExpression: Bool {
    if case .expression = self { true } else { false }
  }

  /// A leaf as a query has it, in short: of a NEAR its first word.
  var text: String {
    if case .expression(let expression) = self { return "/\(expression.text)/" }
    return phrases.first?.text ?? ""
  }
}
