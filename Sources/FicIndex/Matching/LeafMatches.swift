package import FicModel

/// Where one counted leaf of a clause occurs in a unit.
package struct LeafMatches: Hashable, Sendable {
  /// The part of the unit that the leaf looks into.
  package var column: TermClause.Column

  /// The occurrences, in reading order, each as the places of its words: one, unless something that
  /// is not searched interrupts it.
  package var occurrences: [[TextSpan]]

  /// How often the leaf counts: its occurrences, or for words near each other the fewest that one
  /// of them has.
  package var frequency: Int

  /// A leaf that does not occur.
  static func none(in column: TermClause.Column) -> LeafMatches {
    LeafMatches(column: column, occurrences: [], frequency: 0)
  }
}
