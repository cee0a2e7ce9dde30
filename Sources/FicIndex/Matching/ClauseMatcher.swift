import FicModel

/// Decides whether a unit satisfies a clause, and where, by reading its text: the plain meaning of
/// `TermClause`, with which every backend must agree.
package struct ClauseMatcher: Sendable {
  /// The clause.
  package let clause: TermClause

  private let analyzer = Analyzer()
  private let patterns: [TermPattern]
  private let indexes: [TermPattern: Int]

  /// Prepares a clause.
  package init(_ clause: TermClause) {
    self.clause = clause
    var seen: Set<TermPattern> = []
    patterns = clause.patterns.filter { seen.insert($0).inserted }
    indexes = Dictionary(
      uniqueKeysWithValues: patterns.enumerated().map { ($0.element, $0.offset) }
    )
  }

  /// Reads one column of a unit: the terms of the pieces of `text`, one after the other.
  ///
  /// Complexity: linear in the number of bytes times the number of different terms of the clause.
  func scan(_ pieces: [TextSpan], of text: [UInt8], in column: TermClause.Column) -> ColumnScan {
    var scan = ColumnScan(patternCount: patterns.count)
    let wanted = patterns.indices.filter { patterns[$0].column == column }
    guard !wanted.isEmpty else { return scan }
    var position = 0
    for (index, piece) in pieces.enumerated() {
      let range = piece.intersection(TextSpan(0, text.count)).range
      analyzer.analyze(text.span.extracting(range)) { term, span in
        for pattern in wanted where patterns[pattern].matches(term) {
          let word = ColumnScan.Word(span: span.shifted(by: range.lowerBound), piece: index)
          scan.add(word, at: position, pattern: pattern)
        }
        position += 1
        return true
      }
    }
    return scan
  }

  /// Where the counted leaves occur, in the order of `countedLeaves`; nil where the clause is not
  /// satisfied.
  ///
  /// What `isExcluded` says of an occurrence in the text decides whether it counts; it is not asked
  /// for what must not be.
  func matches(
    in scans: [TermClause.Column: ColumnScan],
    isExcluded: (_ spans: [TextSpan]) -> Bool = { _ in false }
  ) -> [LeafMatches]? {
    matches(of: clause, in: scans, isExcluded: isExcluded)
  }

  private func matches(
    of clause: TermClause,
    in scans: [TermClause.Column: ColumnScan],
    isExcluded: (_ spans: [TextSpan]) -> Bool
  ) -> [LeafMatches]? {
    switch clause {
    case .phrase, .prefix, .near:
      let leaf = leafMatches(of: clause, in: scans, isExcluded: isExcluded)
      return leaf.frequency > 0 ? [leaf] : nil
    case .and(let clauses):
      var result: [LeafMatches] = []
      for clause in clauses {
        guard let found = matches(of: clause, in: scans, isExcluded: isExcluded) else { return nil }
        result += found
      }
      return result
    case .or(let clauses):
      var result: [LeafMatches] = []
      var isSatisfied = false
      for clause in clauses {
        if let found = matches(of: clause, in: scans, isExcluded: isExcluded) {
          result += found
          isSatisfied = true
        } else {
          result += clause.countedLeaves.map { .none(in: $0.column) }
        }
      }
      return isSatisfied ? result : nil
    case .without(let wanted, let unwanted):
      guard matches(of: unwanted, in: scans, isExcluded: { _ in false }) == nil else { return nil }
      return matches(of: wanted, in: scans, isExcluded: isExcluded)
    }
  }

  private func leafMatches(
    of leaf: TermClause,
    in scans: [TermClause.Column: ColumnScan],
    isExcluded: (_ spans: [TextSpan]) -> Bool
  ) -> LeafMatches {
    let column = leaf.column
    guard let scan = scans[column] else { return .none(in: column) }
    let phrases = leaf.phrasePatterns.map { $0.compactMap { indexes[$0] } }
    var starts = phrases.map { phraseStarts($0, in: scan) }
    if column == .text {
      for index in starts.indices {
        starts[index].removeAll { isExcluded(scan.spans(from: $0, count: phrases[index].count)) }
      }
    }
    if case .near(_, let distance) = leaf {
      starts = NearMatcher.participants(
        starts,
        lengths: phrases.map(\.count),
        distance: distance
      )
    }
    let places = zip(starts, phrases).flatMap { list, phrase in
      list.map { start in (start: start, count: phrase.count) }
    }
    return LeafMatches(
      column: column,
      occurrences: places.sorted { $0.start < $1.start }
        .map { scan.spans(from: $0.start, count: $0.count) },
      frequency: starts.map(\.count).min() ?? 0
    )
  }

  private func phraseStarts(_ phrase: [Int], in scan: ColumnScan) -> [Int] {
    guard let first = phrase.first else { return [] }
    return scan.positions[first].filter { start in
      phrase.indices.dropFirst().allSatisfy { scan.holds(phrase[$0], at: start + $0) }
    }
  }
}

extension TermClause {
  /// The column that a leaf looks into; the text for what is no leaf.
  package var column: Column {
    switch self {
    case .phrase(_, let column), .prefix(_, let column): column
    case .near, .and, .or, .without: .text
    }
  }

  /// The phrases of a leaf as patterns.
  fileprivate var phrasePatterns: [[TermPattern]] {
    switch self {
    case .phrase(let terms, let column):
      return [terms.map { TermPattern(bytes: $0.bytes, isPrefix: false, column: column) }]
    case .prefix(let terms, let column):
      var patterns = terms.map { TermPattern(bytes: $0.bytes, isPrefix: false, column: column) }
      if let last = patterns.indices.last { patterns[last].isPrefix = true }
      return [patterns]
    case .near(let phrases, _):
      return phrases.map { $0.map { TermPattern(bytes: $0.bytes, isPrefix: false, column: .text) } }
    case .and, .or, .without:
      return []
    }
  }

  /// All patterns in it, those of what must not be included.
  fileprivate var patterns: [TermPattern] {
    switch self {
    case .phrase, .prefix, .near: phrasePatterns.flatMap(\.self)
    case .and(let clauses), .or(let clauses): clauses.flatMap(\.patterns)
    case .without(let wanted, let unwanted): wanted.patterns + unwanted.patterns
    }
  }
}
