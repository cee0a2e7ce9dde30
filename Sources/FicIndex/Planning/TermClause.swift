/// What a unit must hold: a tree over analysed terms.
///
/// No backend's syntax.
package indirect enum TermClause: Hashable, Sendable {
  /// The part of a unit that a clause looks into.
  package enum Column: Hashable, Sendable {
    /// The unit's words.
    case text
    /// The names of who is present in a scene; of scene units only.
    case cast
    /// The names of an utterance's speaker; of utterance units only.
    case speaker
    /// The names of an utterance's addressees; of utterance units only.
    case addressee
  }

  /// Terms one after the other; one term is a word.
  ///
  /// Never empty.
  case phrase([Term], in: Column)
  /// A phrase whose last term is only the start of a word.
  ///
  /// Never empty.
  case prefix([Term], in: Column)
  /// Phrases whose nearest ends lie at most `distance` words apart, in any order.
  case near([[Term]], distance: Int)
  /// All of them; never empty.
  case and([TermClause])
  /// One of them; never empty.
  case or([TermClause])
  /// The first and not the second.
  case without(TermClause, TermClause)

  /// The leaves in the order of the tree, those of what is excluded left out: what is counted and
  /// highlighted.
  package var countedLeaves: [TermClause] {
    switch self {
    case .phrase, .prefix, .near: [self]
    case .and(let clauses), .or(let clauses): clauses.flatMap(\.countedLeaves)
    case .without(let clause, _): clause.countedLeaves
    }
  }
}
