package import FicModel

/// What a `SearchEngine` answers.
package struct SearchAnswer: Hashable, Sendable {
  /// What was asked and how it was understood.
  package var begin: SearchBegin

  /// Who the names in the query are.
  package var cards: [CharacterCard]

  /// Lines whose scenes lack a word and that come about as close as any that has all, or closest
  /// where none has, the closest first; each stands before the hits that come less close.
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
    var records = [.begin(begin)] + cards.map(SearchRecord.card)
    var closest = closest[...]
    for hit in hits {
      while let next = closest.first, next.score > hit.score {
        records.append(.closest(closest.removeFirst()))
      }
      records.append(.hit(hit))
    }
    return records + closest.map(SearchRecord.closest) + [.end(end)]
  }
}
