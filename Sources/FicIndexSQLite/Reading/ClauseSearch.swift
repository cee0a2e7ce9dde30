import FicIndex
import GRDB

/// Finds the rows that satisfy a clause: in one scan where FTS5's figures can be trusted, else by
/// putting together the rows of the clause's parts.
struct ClauseSearch {
  /// The connection.
  let database: Database

  /// Ends a long scan.
  let watch: DeadlineWatch

  /// The works to look into, and the kind of unit.
  let works: WorkSelection

  /// The rows that satisfy a clause.
  ///
  /// - Throws: `DatabaseError`.
  func rows(_ clause: TermClause) throws -> CandidateRows {
    if let expression = MatchExpression(clause, unit: works.kind) { return try scan(expression) }
    switch clause {
    case .and(let clauses):
      return try combine(clauses) { $0.intersection($1) }
    case .or(let clauses):
      return try combine(clauses) { $0.union($1) }
    case .without(let wanted, let unwanted):
      return try rows(wanted).subtracting(try rows(unwanted))
    case .phrase, .prefix, .near:
      return CandidateRows(leaves: 1)
    }
  }

  private func combine(
    _ clauses: [TermClause],
    _ merge: (CandidateRows, CandidateRows) -> CandidateRows
  ) throws -> CandidateRows {
    guard let first = clauses.first else { return CandidateRows() }
    return try clauses.dropFirst().reduce(try rows(first)) { merge($0, try rows($1)) }
  }

  private func scan(_ expression: MatchExpression) throws -> CandidateRows {
    let table = works.kind.table
    let collector = PhraseCollector(expression, works: works, watch: watch)
    for chapters in works.chapterRanges {
      let range = RowKey.units(works.kind, ofChapters: chapters)
      try database.query(
        """
        SELECT rowid FROM \(table) WHERE \(table) MATCH ? AND rowid >= ? AND rowid <= ?
        AND \(PhraseCollector.name)(\(table), ?)
        """,
        [.utf8(expression.text), .integer(range.lowerBound), .integer(range.upperBound)],
        pointer: collector
      ) { _ in }
    }
    return CandidateRows(
      rowids: collector.rowids,
      frequencies: collector.frequencies,
      leaves: collector.leaves
    )
  }
}
