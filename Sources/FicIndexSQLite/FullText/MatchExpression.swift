import FicIndex

/// A clause as FTS5 takes it, and which leaf each of its phrases counts for.
///
/// It is never a syntax error: every term is quoted and every column is one that the table has.
struct MatchExpression: Equatable {
  /// The expression, as UTF-8.
  private(set) var text: [UInt8] = []

  /// For each phrase in the order of the expression, its counted leaf; nil where it is not counted.
  private(set) var leafOfPhrase: [Int?] = []

  /// The number of counted leaves.
  let leaves: Int

  /// The entries of its stack that FTS5's parser may use: 100 (`fts5YYSTACKDEPTH`), less those that a
  /// leaf takes.
  private static let stackBound = 90

  /// The greatest distance of a NEAR that FTS5 reads without overflow; no unit has more words.
  private static let maximumDistance = 1_000_000

  /// A term that no text holds, for what cannot match: U+001F, which every Analyzer drops.
  private static let nothing: [UInt8] = [0x1F]

  private let unit: IndexUnit.Kind

  /// The name of the text column.
  private var textColumn = "text"

  /// Lowers a clause to an expression over the table of `unit`.
  ///
  /// Nil where FTS5 would not count right or not read the expression: a tree that is too deep for its
  /// parser, or one that has an OR below an AND that is not the whole tree. (When such an AND fails on a
  /// row, FTS5 forgets the places of all phrases below it, those that stand on a later row included.)
  init?(_ clause: TermClause, unit: IndexUnit.Kind) {
    guard Self.stack(of: clause) <= Self.stackBound, Self.isCountedRight(clause, isRoot: true)
    else { return nil }
    self.unit = unit
    leaves = clause.countedLeaves.count
    var nextLeaf = 0
    write(Node(clause, nextLeaf: &nextLeaf))
  }

  /// Lowers one phrase or prefix to an expression over a table of names or values, of one column.
  init(name leaf: TermClause, column: String) {
    unit = .matter
    leaves = 1
    textColumn = column
    write(leaf: leaf, number: 0)
  }

  private static func isCountedRight(_ clause: TermClause, isRoot: Bool) -> Bool {
    switch clause {
    case .phrase, .prefix, .near: return true
    case .and(let clauses):
      guard isRoot || !clauses.contains(where: hasAlternatives) else { return false }
      return clauses.allSatisfy { isCountedRight($0, isRoot: false) }
    case .or(let clauses): return clauses.allSatisfy { isCountedRight($0, isRoot: false) }
    case .without(let wanted, _): return isCountedRight(wanted, isRoot: false)
    }
  }

  private static func hasAlternatives(_ clause: TermClause) -> Bool {
    switch clause {
    case .phrase, .prefix, .near: false
    case .or: true
    case .and(let clauses): clauses.contains(where: hasAlternatives)
    case .without(let wanted, _): hasAlternatives(wanted)
    }
  }

  // MARK: Writing

  /// A clause whose leaves know their numbers, since operands may change places.
  private indirect enum Node {
    case leaf(TermClause, number: Int?)
    case group(String, [Node], stack: Int)

    init(_ clause: TermClause, nextLeaf: inout Int, isCounted: Bool = true) {
      switch clause {
      case .phrase, .prefix, .near:
        self = .leaf(clause, number: isCounted ? nextLeaf : nil)
        if isCounted { nextLeaf += 1 }
      case .and(let clauses), .or(let clauses):
        var nodes: [Node] = []
        for clause in clauses {
          nodes.append(Node(clause, nextLeaf: &nextLeaf, isCounted: isCounted))
        }
        let isAnd = if case .and = clause { true } else { false }
        // The deepest first, so that the parser has nothing before it on its stack.
        nodes = nodes.enumerated()
          .sorted { ($1.element.stack, $0.offset) < ($0.element.stack, $1.offset) }
          .map(\.element)
        self = .group(isAnd ? "AND" : "OR", nodes, stack: MatchExpression.stack(of: clause))
      case .without(let wanted, let unwanted):
        let left = Node(wanted, nextLeaf: &nextLeaf, isCounted: isCounted)
        let right = Node(unwanted, nextLeaf: &nextLeaf, isCounted: false)
        self = .group("NOT", [left, right], stack: MatchExpression.stack(of: clause))
      }
    }

    var stack: Int {
      switch self {
      case .leaf: 1
      case .group(_, _, let stack): stack
      }
    }
  }

  /// How many entries of the parser's stack a clause takes, its leaves counted as one.
  private static func stack(of clause: TermClause) -> Int {
    switch clause {
    case .phrase, .prefix, .near: return 1
    case .and(let clauses), .or(let clauses):
      let needs = clauses.map { stack(of: $0) + 1 }.sorted(by: >)
      return max(needs.first ?? 1, (needs.dropFirst().first ?? 0) + 2)
    case .without(let wanted, let unwanted):
      return max(stack(of: wanted) + 1, stack(of: unwanted) + 3)
    }
  }

  private mutating func write(_ node: Node) {
    switch node {
    case .leaf(let clause, let number): write(leaf: clause, number: number)
    case .group(let name, let nodes, _):
      guard !nodes.isEmpty else { return write(phrase: [], in: .text, number: nil) }
      for (index, node) in nodes.enumerated() {
        if index > 0 { write(" \(name) ") }
        write("(")
        write(node)
        write(")")
      }
    }
  }

  private mutating func write(leaf: TermClause, number: Int?) {
    switch leaf {
    case .phrase(let terms, let column):
      write(phrase: terms, in: column, number: number)
    case .prefix(let terms, let column):
      write(phrase: terms, in: column, number: number)
      write(" *")
    case .near(let phrases, let distance):
      write("text : NEAR(")
      for phrase in phrases {
        write(quoted: phrase)
        write(" ")
        leafOfPhrase.append(number)
      }
      write(", \(min(max(0, distance), Self.maximumDistance)))")
    case .and, .or, .without: break
    }
  }

  private mutating func write(
    phrase terms: [Term],
    in column: TermClause.Column,
    number: Int?
  ) {
    if let name = name(of: column) {
      write("\(name) : ")
      write(quoted: terms)
    } else {
      write("\(textColumn) : ")
      write(quoted: [])
    }
    leafOfPhrase.append(number)
  }

  private mutating func write(quoted terms: [Term]) {
    text.append(UInt8(ascii: "\""))
    let isSearchable = terms.allSatisfy { term in
      !term.bytes.isEmpty && !term.bytes.contains(0)
        && !term.bytes.contains(FullTextTokenizer.termSeparator)
    }
    let terms = isSearchable && !terms.isEmpty ? terms.map(\.bytes) : [Self.nothing]
    for (index, term) in terms.enumerated() {
      if index > 0 { text.append(FullTextTokenizer.termSeparator) }
      for byte in term {
        text.append(byte)
        if byte == UInt8(ascii: "\"") { text.append(byte) }
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ syntax: String) { text += Array(syntax.utf8) }

  private func name(of column: TermClause.Column) -> String? {
    switch (column, unit) {
    case (.text, _): textColumn
    case (.cast, .scene): "cast"
    case (.speaker, .utterance): "speaker"
    case (.addressee, .utterance): "addressee"
    default: nil
    }
  }
}
