import FicIndex

/// The posting lists of the leaves of a clause, each read once.
struct PostingLists {
  private var lists: [TermClause: PostingList] = [:]

  /// Reads the lists of all leaves, those of what is excluded too.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  init(of clause: TermClause, in source: some PostingSource) throws {
    guard source.directory.units > 0 else { return }
    try read(clause, source)
  }

  /// The list of a leaf; nil where no unit holds it, or where it is no single word.
  subscript(leaf: TermClause) -> PostingList? { lists[leaf] }

  private mutating func read(_ clause: TermClause, _ source: some PostingSource) throws {
    switch clause {
    case .phrase(let terms, let column):
      let cover = FrequentWords.standard.cover(of: terms)
      guard cover.count == 1, let key = Self.key(cover[0].term, column) else { return }
      lists[clause] = try source.list(of: key)
    case .prefix(let terms, let column):
      guard terms.count == 1, let key = Self.key(terms[0], column) else { return }
      lists[clause] = try Self.merged(key, source)
    case .near: return
    case .and(let clauses), .or(let clauses):
      for clause in clauses { try read(clause, source) }
    case .without(let wanted, let unwanted):
      try read(wanted, source)
      try read(unwanted, source)
    }
  }

  /// The key of the list of a leaf that is one word of the text, or one pair of frequent words; nil for
  /// another clause.
  static func key(ofWord clause: TermClause) -> [UInt8]? {
    guard case .phrase(let terms, .text) = clause else { return nil }
    let cover = FrequentWords.standard.cover(of: terms)
    return cover.count == 1 ? key(cover[0].term, .text) : nil
  }

  /// The key of the lists of a term in a column; nil where the column has none.
  static func key(_ term: Term, _ column: TermClause.Column) -> [UInt8]? {
    switch column {
    case .text: [UnitInverter.textColumn] + term.bytes
    case .cast: [UnitInverter.castColumn] + term.bytes
    case .speaker, .addressee: nil
    }
  }

  /// The units that hold any of the terms whose keys start with `prefix`, with the sums of their
  /// frequencies; nil where there is none.
  private static func merged(
    _ prefix: [UInt8],
    _ source: some PostingSource
  ) throws -> PostingList? {
    var only: PostingList?
    var sum: DensePostings?
    try source.readLists(startingWith: prefix) { list in
      guard let first = only else {
        only = list
        return
      }
      if sum == nil {
        sum = DensePostings(units: source.directory.units)
        sum?.add(first)
      }
      sum?.add(list)
    }
    return sum.map(\.list) ?? only
  }
}
