/// What a stretch of text must hold: a tree over analysed terms.
///
/// No backend's syntax.
package indirect enum TermClause: Hashable, Sendable {
  /// A word or a phrase, within one line.
  case phrase(TermPhrase)
  /// One phrase of each group, whose nearest ends lie at most `distance` words apart, in any order.
  case near([[TermPhrase]], distance: Int)
  /// All of them; never empty.
  case and([TermClause])
  /// One of them; never empty.
  case or([TermClause])
  /// The first and not the second.
  case without(TermClause, TermClause)

  /// The leaves in the order of the tree, those of what is excluded with them.
  package var leaves: [TermClause] {
    switch self {
    case .phrase, .near: [self]
    case .and(let clauses), .or(let clauses): clauses.flatMap(\.leaves)
    case .without(let wanted, let unwanted): wanted.leaves + unwanted.leaves
    }
  }

  /// The phrases of a leaf; those of all leaves of a tree.
  package var phrases: [TermPhrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .near(let groups, _): groups.flatMap(\.self)
    case .and, .or, .without: leaves.flatMap(\.phrases)
    }
  }
}
