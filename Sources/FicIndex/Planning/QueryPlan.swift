package import FicQuery

/// What a query comes to: one or more alternatives, every default settled.
package struct QueryPlan: Hashable, Sendable {
  /// The alternatives; never empty.
  package var plans: [SearchPlan]

  /// The query without what has no term in it.
  package var root: QueryNode

  /// The query in the query language, every default written out.
  package var understood: String

  /// Whether an alternative looked into the zone that the request gave, for want of `in:`.
  package var usesDefaultZone: Bool

  /// Whether the units of two alternatives can never overlap, so that their totals add up.
  package var areDisjoint: Bool

  /// Whether the text must be read to tell what counts.
  package var needsReading: Bool {
    !areDisjoint || plans.contains { !$0.exclusions.isEmpty }
  }
}
