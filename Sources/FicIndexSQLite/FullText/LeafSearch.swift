import FicIndex

/// Finds the rows that hold a leaf of a clause, by the postings of its words: of a phrase the words must
/// stand one after the other, of a NEAR close to each other.
struct LeafSearch {
  /// How many rows for each leaf of a word are looked up one by one, rather than all of the leaf passed.
  ///
  /// A leaf of 4,050 bytes has some five hundred postings of dialogue. Not fitted: what was measured, speakers'
  /// phrases, lies far below it.
  private static let rowsLookedUpPerLeaf = 128

  /// The table.
  let table: FullTextTable

  /// The works to look into.
  let works: WorkSelection

  /// Ends a long search.
  let watch: DeadlineWatch

  /// The units of a leaf with its figures, in `units` only if that is given; nil for a leaf that only
  /// FTS5 can find: a prefix.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func rows(_ leaf: TermClause, among units: [Int]? = nil) throws -> CandidateRows? {
    let found: CandidateRows
    switch leaf {
    case .phrase(let terms, let column):
      guard let column = Self.number(of: column, in: table.kind) else {
        return CandidateRows(leaves: 1)
      }
      found = try find([terms], column: column, distance: 0, among: units.map(fullTextRows))
    case .near(let phrases, let distance):
      found = try find(phrases, column: 0, distance: distance, among: units.map(fullTextRows))
    case .prefix, .and, .or, .without: return nil
    }
    return CandidateRows(ofRows: found, table.kind)
  }

  /// The full-text rows of some units, ascending.
  private func fullTextRows(_ units: [Int]) -> [Int] {
    let rows = units.map(FullTextRow(table.kind).row)
    // Far rows follow all others, whatever their keys.
    return rows.contains(where: FullTextRow.isFar) ? rows.sorted() : rows
  }

  /// How long a clause takes to find, in leaves of the index.
  ///
  /// Of words that must stand together the rarest counts, since the others are skipped.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func cost(of clause: TermClause) throws -> Int {
    switch clause {
    case .phrase(let terms, _):
      let cover = cover(of: terms)
      return try cover.map { try table.postings(of: $0.term).leafCount }.min() ?? 0
    case .near(let phrases, _):
      return try phrases.joined().map { try table.postings(of: $0).leafCount }.min() ?? 0
    case .prefix: return .max / 4
    case .and(let clauses): return try clauses.map(cost).min() ?? 0
    case .or(let clauses): return try clauses.map(cost).reduce(0) { min($0 + $1, .max / 4) }
    case .without(let wanted, _): return try cost(of: wanted)
    }
  }

  private static func number(
    of column: TermClause.Column,
    in kind: IndexUnit.Kind
  ) -> Int? {
    switch (column, kind) {
    case (.text, _): 0
    case (.cast, .scene), (.speaker, .utterance): 1
    case (.addressee, .utterance): 2
    default: nil
    }
  }

  private func find(
    _ phrases: [[Term]],
    column: Int,
    distance: Int,
    among rows: [Int]?
  ) throws -> CandidateRows {
    var result = CandidateRows(leaves: 1)
    var words: [LeafMatcher.Word] = []
    for (phrase, terms) in phrases.enumerated() {
      for (term, offset) in cover(of: terms) {
        let postings = try table.postings(of: term)
        if postings.isEmpty { return result }
        words.append(
          LeafMatcher.Word(postings: postings, phrase: phrase, offset: Int32(clamping: offset))
        )
      }
    }
    let matcher = LeafMatcher(
      words,
      lengths: phrases.map(\.count),
      distance: distance,
      column: column
    )
    guard var matcher else { return result }
    var candidates = RowSequence(works: works, rows: rows, kind: table.kind)
    let takesAll = works.isEverything && rows == nil
    var target = 0
    let looksRowsUp =
      rows.map { $0.count / Self.rowsLookedUpPerLeaf < matcher.lead.leafCount } ?? false
    while let lower = candidates.next(from: target) {
      if watch.hasPassed { throw DeadlineWatch.interrupt }
      if looksRowsUp {
        target = lower + 1
        guard works.contains(row: lower) else { continue }
        result.add(lower, try matcher.frequency(inRow: lower))
        continue
      }
      // A stretch: the rows that the next leaves of the rarest word hold.
      let upper = try matcher.loadNext(from: lower)
      for match in matcher.lead.matches(from: lower, through: upper) {
        guard takesAll || candidates.contains(match.row) else { continue }
        result.add(match.row, try matcher.frequency(match))
      }
      guard upper < .max else { break }
      target = upper + 1
    }
    return result
  }

  /// The terms that stand for a phrase, pairs among them where the table has those.
  private func cover(of phrase: [Term]) -> [(term: Term, offset: Int)] {
    guard table.kind.hasPairs else { return phrase.enumerated().map { ($0.element, $0.offset) } }
    return FrequentWords.standard.cover(of: phrase)
  }
}

extension CandidateRows {
  /// Adds a row that holds its one leaf so often, if it does.
  fileprivate mutating func add(_ row: Int, _ frequency: Int) {
    guard frequency > 0 else { return }
    rowids.append(row)
    frequencies.append(UInt16(clamping: frequency))
  }
}
