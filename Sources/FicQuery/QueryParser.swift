/// Reads the query language: words, phrases, operators, fields.
///
/// See `Documentation/QuerySyntax.md`.
///
/// OR binds weaker than AND, which stands between any two things that follow each other. What a
/// slip of the keyboard leaves behind (a stray quotation mark, a parenthesis too many, an operator
/// with nothing beside it) is read as if it were not there.
package struct QueryParser {
  /// The greatest distance of NEAR, in words: that of the longest unit of the index.
  package static let maximumDistance = 4000

  /// The distance of a NEAR that gives none, in words; FTS5 has the same.
  private static let defaultDistance = 10

  private let limits: QueryLimits
  private var lexer: QueryLexer
  private var terms = 0

  /// Operators without anything to join, in case nothing else is there.
  private var strayOperators: [QueryPhrase] = []

  private init(_ text: String, limits: QueryLimits) {
    self.limits = limits
    lexer = QueryLexer(text)
  }

  /// Reads a query; with `mayOnlyExclude` also one that only says what to leave out, which a list
  /// can be asked.
  ///
  /// Complexity: O(n²) in its length, which is bounded.
  package static func parse(
    _ text: String,
    limits: QueryLimits = QueryLimits(),
    mayOnlyExclude: Bool = false
  ) throws(QuerySyntaxError) -> Query {
    guard text.utf8.count <= limits.bytes else {
      throw QuerySyntaxError(
        .tooLong(bytes: text.utf8.count, limit: limits.bytes),
        at: 0..<text.unicodeScalars.count
      )
    }
    var parser = QueryParser(text, limits: limits)
    let whole = parser.lexer.wholeSpan
    let parsed = try parser.parseAlternatives(depth: 0, field: nil)
    let words = parser.strayOperators.map(QueryNode.phrase)
    guard let root = parsed ?? QueryNode.all(words) else {
      throw QuerySyntaxError(.empty, at: whole)
    }
    guard mayOnlyExclude || !root.onlyExcludes else {
      throw QuerySyntaxError(.onlyExclusions, at: whole)
    }
    return Query(text: text, root: root)
  }

  /// Reads up to the parenthesis that closes `depth`, or to the end.
  ///
  /// Nil where nothing is there.
  private mutating func parseAlternatives(
    depth: Int,
    field: QueryField?
  ) throws(QuerySyntaxError) -> QueryNode? {
    var alternatives: [QueryNode] = []
    var group: [QueryNode] = []
    var isNegated = false
    reading: while let token = try lexer.next() {
      switch token.kind {
      case .close:
        if depth > 0 { break reading }
        continue
      case .and:
        noteStray("AND", token)
        continue
      case .not:
        if token.span.count > 1 { noteStray("NOT", token) }
        isNegated.toggle()
        continue
      case .or:
        noteStray("OR", token)
        if let node = QueryNode.all(group) { alternatives.append(node) }
        group = []
      case .phrase, .expression, .field, .open, .near:
        guard let node = try parseItem(token, depth: depth, field: field) else { continue }
        group.append(isNegated ? .not(node) : node)
      }
      isNegated = false
    }
    if let node = QueryNode.all(group) { alternatives.append(node) }
    return QueryNode.any(alternatives)
  }

  private mutating func parseItem(
    _ token: QueryToken,
    depth: Int,
    field: QueryField?
  ) throws(QuerySyntaxError) -> QueryNode? {
    switch token.kind {
    case .phrase(let phrase, let slop):
      if let field { return try constraint(field, phrase, from: phrase.span.lowerBound) }
      if let saved = try savedQuery(phrase, depth: depth) { return saved }
      return try phraseNode(phrase, slop: slop)
    case .expression(let expression):
      if let field { throw QuerySyntaxError(.onlyValuesInField(field), at: token.span) }
      try count(1, at: token.span)
      return .expression(expression)
    case .field(let name):
      if let field { throw QuerySyntaxError(.onlyValuesInField(field), at: token.span) }
      return try parseValue(of: name, token, depth: depth)
    case .near:
      if let field { throw QuerySyntaxError(.onlyValuesInField(field), at: token.span) }
      return try parseNear()
    case .open:
      return try parseGroup(token, depth: depth, field: field)
    case .close, .and, .or, .not:
      return nil
    }
  }

  /// The saved query that a word names; nil where it names none, and is a word like others.
  private mutating func savedQuery(
    _ phrase: QueryPhrase,
    depth: Int
  ) throws(QuerySyntaxError) -> QueryNode? {
    guard phrase.text.hasPrefix("@"), !phrase.isQuoted,
      let text = limits.saved[String(phrase.text.dropFirst()).lowercased()]
    else { return nil }
    guard depth < limits.depth else {
      throw QuerySyntaxError(.tooDeep(limit: limits.depth), at: phrase.span)
    }
    var inner = limits
    inner.depth = limits.depth - depth - 1
    // A query that names itself would never end.
    inner.saved[String(phrase.text.dropFirst()).lowercased()] = nil
    do throws(QuerySyntaxError) {
      let node = try QueryParser.parse(text, limits: inner).root.placed(at: phrase.span)
      try count(node.leafCount, at: phrase.span)
      return node
    } catch {
      throw QuerySyntaxError(error.kind, at: phrase.span)
    }
  }

  private mutating func parseGroup(
    _ token: QueryToken,
    depth: Int,
    field: QueryField?
  ) throws(QuerySyntaxError) -> QueryNode? {
    guard depth < limits.depth else {
      throw QuerySyntaxError(.tooDeep(limit: limits.depth), at: token.span)
    }
    return try parseAlternatives(depth: depth + 1, field: field)
  }

  private mutating func parseValue(
    of field: QueryField,
    _ token: QueryToken,
    depth: Int
  ) throws(QuerySyntaxError) -> QueryNode {
    lexer.field = field
    defer { lexer.field = nil }
    let value = lexer.nextValue()
    switch value?.kind {
    case .phrase(let phrase, _):
      return try constraint(field, phrase, from: token.span.lowerBound)
    case .open:
      let group = try parseGroup(token, depth: depth, field: field)
      guard let group else { throw QuerySyntaxError(.missingValue(field), at: token.span) }
      return group
    default: throw QuerySyntaxError(.missingValue(field), at: token.span)
    }
  }

  private mutating func parseNear() throws(QuerySyntaxError) -> QueryNode? {
    let (groups, distance) = try lexer.nearArguments()
    for phrase in groups.joined() { try count(phrase) }
    return near(groups, distance: distance ?? Self.defaultDistance)
  }

  private mutating func phraseNode(
    _ phrase: QueryPhrase,
    slop: Int?
  ) throws(QuerySyntaxError) -> QueryNode? {
    try count(phrase)
    guard let slop, !phrase.isPrefix else { return .phrase(phrase) }
    let words = phrase.text.split(whereSeparator: \.isWhitespace).filter {
      $0.unicodeScalars.contains(where: \.isWordPart)
    }
    return near(
      words.map { [QueryPhrase(text: String($0), isQuoted: true, span: phrase.span)] },
      distance: slop
    )
  }

  private func near(_ groups: [[QueryPhrase]], distance: Int) -> QueryNode? {
    guard groups.count > 1 else {
      return groups.first.flatMap { QueryNode.any($0.map(QueryNode.phrase)) }
    }
    return .near(groups, distance: min(distance, Self.maximumDistance))
  }

  private mutating func constraint(
    _ field: QueryField,
    _ phrase: QueryPhrase,
    from start: Int
  ) throws(QuerySyntaxError) -> QueryNode {
    try count(phrase)
    let value = try QueryConstraint.Value(field: field, phrase: phrase, today: limits.today)
    return .constraint(
      QueryConstraint(field: field, value: value, span: start..<phrase.span.upperBound)
    )
  }

  private mutating func count(_ phrase: QueryPhrase) throws(QuerySyntaxError) {
    try count(max(1, phrase.text.split(whereSeparator: \.isWhitespace).count), at: phrase.span)
  }

  private mutating func count(_ words: Int, at span: Range<Int>) throws(QuerySyntaxError) {
    terms += words
    guard terms <= limits.terms else {
      throw QuerySyntaxError(.tooManyTerms(limit: limits.terms), at: span)
    }
  }

  private mutating func noteStray(_ word: String, _ token: QueryToken) {
    strayOperators.append(QueryPhrase(text: word, isQuoted: true, span: token.span))
  }
}
