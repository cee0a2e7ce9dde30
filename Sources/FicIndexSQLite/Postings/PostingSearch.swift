import FicIndex

/// Finds the units that satisfy a clause in posting lists.
///
/// A clause has lists where its leaves are single words, pairs of frequent words, or single starts of
/// words, of the text or of the names of who is present.
struct PostingSearch<Source: PostingSource> {
  /// Where the lists come from.
  let source: Source

  /// The lists of the clause's leaves.
  let lists: PostingLists

  /// The units to look into, ascending.
  let ranges: [Range<Int>]

  /// Ends a long search.
  let watch: DeadlineWatch

  /// The units that satisfy a clause, with the figures of its leaves.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func rows(_ clause: TermClause) throws -> CandidateRows {
    if watch.hasPassed { throw DeadlineWatch.interrupt }
    switch clause {
    case .phrase, .prefix, .near:
      return lists[clause].map(rows) ?? CandidateRows(leaves: 1)
    case .and(let clauses):
      if clauses.count > 1, clauses.allSatisfy(\.isLeaf) { return conjunction(clauses) }
      return try combine(clauses) { $0.intersection($1) }
    case .or(let clauses):
      return try combine(clauses) { $0.union($1) }
    case .without(let wanted, let unwanted):
      return try rows(wanted).subtracting(try rows(unwanted))
    }
  }

  private func combine(
    _ clauses: [TermClause],
    _ merge: (CandidateRows, CandidateRows) -> CandidateRows
  ) throws -> CandidateRows {
    guard let first = clauses.first else { return CandidateRows() }
    return try clauses.dropFirst().reduce(try rows(first)) { merge($0, try rows($1)) }
  }

  private func rows(_ list: PostingList) -> CandidateRows {
    var rows = CandidateRows(leaves: 1)
    rows.rowids.reserveCapacity(list.count)
    rows.frequencies.reserveCapacity(list.count)
    list.forEach(in: ranges) { unit, frequency in
      rows.rowids.append(unit)
      rows.frequencies.append(UInt16(truncatingIfNeeded: frequency))
    }
    return rows
  }

  /// The units that hold all leaves.
  private func conjunction(_ leaves: [TermClause]) -> CandidateRows {
    var result = CandidateRows(leaves: leaves.count)
    guard let lists = conjunction(of: .and(leaves)), !lists.isEmpty else { return result }
    let found = CommonUnits(of: lists, in: ranges)
    for place in 0..<found.count {
      result.rowids.append(Int(found.units[place]))
      for leaf in leaves.indices {
        result.frequencies.append(found.frequencies[leaf * found.stride + place])
      }
    }
    return result
  }

  /// The lists of the leaves of a clause that wants several leaves and nothing else; empty where
  /// nothing holds one of them; nil for another clause.
  func conjunction(of clause: TermClause) -> [PostingList]? {
    guard case .and(let leaves) = clause, leaves.count > 1, leaves.allSatisfy(\.isLeaf) else {
      return nil
    }
    let found = leaves.compactMap { lists[$0] }
    return found.count == leaves.count ? found : []
  }
}

extension TermClause {
  /// Whether it is a leaf.
  var isLeaf: Bool {
    switch self {
    case .phrase, .prefix, .near: true
    case .and, .or, .without: false
    }
  }

  /// Whether posting lists of scenes can answer it.
  var hasPostings: Bool {
    switch self {
    case .phrase(let terms, let column):
      FrequentWords.standard.cover(of: terms).count == 1 && (column == .text || column == .cast)
    case .prefix(let terms, let column):
      terms.count == 1 && (column == .text || column == .cast)
    case .near: false
    case .and(let clauses), .or(let clauses): clauses.allSatisfy(\.hasPostings)
    case .without(let wanted, let unwanted): wanted.hasPostings && unwanted.hasPostings
    }
  }
}
