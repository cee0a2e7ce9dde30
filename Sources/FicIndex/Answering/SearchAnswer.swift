package import FicModel

/// What a `SearchEngine` answers.
package struct SearchAnswer: Hashable, Sendable {
  /// What was asked and how it was understood.
  package var begin: SearchBegin

  /// Who the names in the query are.
  package var cards: [CharacterCard]

  /// Lines whose scenes lack a word and that come closer than any that have all, or closest where
  /// none has; they stand before the hits.
  package var closest: [Hit] = []

  /// The page of hits.
  package var hits: [Hit]

  /// The figures, where only they were asked for.
  package var count: SearchCount?

  /// Totals and what else there is.
  package var end: SearchEnd

  /// The records in the order in which they are written; with `count`, that alone follows `begin`.
  package var records: [SearchRecord] {
    if let count { return [.begin(begin), .count(count)] }
    return [.begin(begin)] + cards.map(SearchRecord.card) + closest.map(SearchRecord.closest)
      + hits.map(SearchRecord.hit) + [.end(end)]
  }
}
