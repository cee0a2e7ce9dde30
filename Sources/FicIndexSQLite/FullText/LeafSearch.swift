import FicIndex

/// Finds the rows that hold a leaf of a clause, by the postings of its words: of a phrase the words must
/// stand one after the other, of a NEAR close to each other.
struct LeafSearch {
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
    var parts: [[PhrasePart]] = []
    for phrase in phrases {
      var own: [PhrasePart] = []
      for (term, offset) in cover(of: phrase) {
        own.append(PhrasePart(postings: try table.postings(of: term), offset: offset))
      }
      guard !own.isEmpty, !own.contains(where: \.postings.isEmpty) else { return result }
      parts.append(own.sorted { $0.postings.leafCount < $1.postings.leafCount })
    }
    guard
      let lead = parts.indices.min(by: {
        parts[$0][0].postings.leafCount < parts[$1][0].postings.leafCount
      })
    else { return result }
    var candidates = RowSequence(works: works, rows: rows, kind: table.kind)
    var target = 0
    while let lower = candidates.next(from: target) {
      if watch.hasPassed { throw DeadlineWatch.interrupt }
      // A stretch: the rows that the next leaves of the rarest word hold.
      let upper = try parts[lead][0].postings.loadNext(from: lower)
      var common = parts[lead][0].postings.rows(from: lower, through: upper)
        .filter { candidates.contains($0) }
      var found = [PhraseRows?](repeating: nil, count: parts.count)
      for phrase in [lead] + parts.indices.filter({ $0 != lead }) where !common.isEmpty {
        let rows = try Self.rows(common, &parts[phrase], column: column)
        common = rows.rowids
        found[phrase] = rows
      }
      if !common.isEmpty {
        add(found.compactMap(\.self), phrases.map(\.count), distance: distance, to: &result)
      }
      guard upper < .max else { break }
      target = upper + 1
    }
    return result
  }

  /// The terms that stand for a phrase: the table of scenes has pairs of frequent words.
  private func cover(of phrase: [Term]) -> [(term: Term, offset: Int)] {
    guard table.kind == .scene else { return phrase.enumerated().map { ($0.element, $0.offset) } }
    return FrequentWords.standard.cover(of: phrase)
  }

  /// A term of a phrase.
  private struct PhrasePart {
    /// Its postings.
    var postings: TermPostings

    /// Its place in the phrase.
    var offset: Int
  }

  /// Those of some rows that hold a phrase.
  private static func rows(
    _ rows: [Int],
    _ parts: inout [PhrasePart],
    column: Int
  ) throws -> PhraseRows {
    let offset = parts[0].offset
    var found = try PhraseRows(rows, &parts[0].postings, column: column, offset: offset)
    for part in parts.indices.dropFirst() where !found.rowids.isEmpty {
      let offset = parts[part].offset
      try found.keep(&parts[part].postings, column: column, offset: offset)
    }
    return found
  }

  /// Adds the rows that all phrases have and that hold the leaf.
  private func add(
    _ phrases: [PhraseRows],
    _ lengths: [Int],
    distance: Int,
    to result: inout CandidateRows
  ) {
    guard let last = phrases.min(by: { $0.rowids.count < $1.rowids.count }) else { return }
    var places = [Int](repeating: 0, count: phrases.count)
    rows: for row in last.rowids {
      var starts: [[Int32]] = []
      for (number, phrase) in phrases.enumerated() {
        while places[number] < phrase.rowids.count, phrase.rowids[places[number]] < row {
          places[number] += 1
        }
        guard places[number] < phrase.rowids.count, phrase.rowids[places[number]] == row else {
          continue rows
        }
        starts.append(Array(phrase.starts(at: places[number])))
      }
      let frequency = Self.frequency(starts, lengths: lengths, distance: distance)
      guard frequency > 0 else { continue }
      result.rowids.append(row)
      result.frequencies.append(UInt16(clamping: frequency))
    }
  }

  /// How often the leaf occurs in a row, by the positions where its phrases begin; none is empty.
  private static func frequency(
    _ starts: [[Int32]],
    lengths: [Int],
    distance: Int
  ) -> Int {
    if starts.count == 1 { return starts[0].count }
    if lengths == [1, 1], starts[0] != starts[1] {
      return NearPair.frequency(starts[0], starts[1], distance: distance)
    }
    let participants = NearMatcher.participants(
      starts.map { $0.map(Int.init) },
      lengths: lengths,
      distance: distance
    )
    return participants.map(\.count).min() ?? 0
  }
}
