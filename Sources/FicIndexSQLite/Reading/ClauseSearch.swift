import FicIndex
import GRDB

/// Finds the rows that satisfy a clause, by putting together the rows of its leaves; leaves that only
/// FTS5 can find are asked of it.
struct ClauseSearch {
  /// The connection.
  let database: Database

  /// Ends a long scan.
  let watch: DeadlineWatch

  /// The works to look into, and the kind of unit.
  let works: WorkSelection

  /// Finds starts of words in scenes; nil where FTS5 must.
  let prefixes: PrefixSearch?

  /// The rows that satisfy a clause.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func rows(_ clause: TermClause) throws -> CandidateRows {
    guard let table = try FullTextTable(database, works.kind) else { return try matched(clause) }
    return try rows(clause, LeafSearch(table: table, works: works, watch: watch), among: nil)
  }

  private func rows(
    _ clause: TermClause,
    _ search: LeafSearch,
    among leaders: [Int]?
  ) throws -> CandidateRows {
    switch clause {
    case .phrase, .near:
      return try search.rows(clause, among: leaders) ?? matched(clause)
    case .prefix:
      return try prefixes?.rows(clause, in: works) ?? matched(clause)
    case .and(let clauses): return try conjunction(clauses, search, among: leaders)
    case .or(let clauses):
      guard let first = clauses.first else { return CandidateRows() }
      return try clauses.dropFirst().reduce(try rows(first, search, among: leaders)) {
        $0.union(try rows($1, search, among: leaders))
      }
    case .without(let wanted, let unwanted):
      let found = try rows(wanted, search, among: leaders)
      if found.rowids.isEmpty { return found }
      return found.subtracting(try rows(unwanted, search, among: found.rowids))
    }
  }

  /// The rows of all clauses: the cheapest leads, and the others are looked for among its rows.
  private func conjunction(
    _ clauses: [TermClause],
    _ search: LeafSearch,
    among leaders: [Int]?
  ) throws -> CandidateRows {
    guard !clauses.isEmpty else { return CandidateRows() }
    let costs = try clauses.map { try search.cost(of: $0) }
    let order = clauses.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    var parts = [CandidateRows](repeating: CandidateRows(), count: clauses.count)
    var common = leaders
    for place in order {
      let part = try rows(clauses[place], search, among: common)
      parts[place] = part
      common = part.rowids
      if part.rowids.isEmpty {
        return CandidateRows(leaves: TermClause.and(clauses).countedLeaves.count)
      }
    }
    return parts.dropFirst().reduce(parts[0]) { $0.intersection($1) }
  }

  // MARK: By FTS5

  /// The rows that satisfy a clause: in one scan where FTS5's figures can be trusted, else by putting
  /// together the rows of the clause's parts.
  private func matched(_ clause: TermClause) throws -> CandidateRows {
    if let expression = MatchExpression(clause, unit: works.kind) { return try scan(expression) }
    switch clause {
    case .and(let clauses):
      return try combine(clauses) { $0.intersection($1) }
    case .or(let clauses):
      return try combine(clauses) { $0.union($1) }
    case .without(let wanted, let unwanted):
      return try matched(wanted).subtracting(try matched(unwanted))
    case .phrase, .prefix, .near:
      return CandidateRows(leaves: 1)
    }
  }

  private func combine(
    _ clauses: [TermClause],
    _ merge: (CandidateRows, CandidateRows) -> CandidateRows
  ) throws -> CandidateRows {
    guard let first = clauses.first else { return CandidateRows() }
    return try clauses.dropFirst().reduce(try matched(first)) { merge($0, try matched($1)) }
  }

  private func scan(_ expression: MatchExpression) throws -> CandidateRows {
    let table = works.kind.table
    let collector = PhraseCollector(expression, works: works, watch: watch)
    for range in FullTextRow(works.kind).ranges(ofChapters: works.chapterRanges) {
      try database.query(
        """
        SELECT rowid FROM \(table) WHERE \(table) MATCH ? AND rowid >= ? AND rowid <= ?
        AND \(PhraseCollector.name)(\(table), ?)
        """,
        [.utf8(expression.text), .integer(range.lowerBound), .integer(range.upperBound)],
        pointer: collector
      ) { _ in }
    }
    return collector.found
  }
}
