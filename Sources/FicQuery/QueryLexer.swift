/// Cuts a query into tokens.
///
/// Any text lexes, but a field that there is none of and an asterisk that begins a word.
struct QueryLexer {
  let scalars: [Unicode.Scalar]
  let end: Int

  /// The next scalar to read.
  var position: Int

  /// The field whose value is read, if one is: its values may be patterns, or comparisons.
  var field: QueryField?

  /// Creates a lexer of a whole query.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    end = scalars.count
    position = 0
  }

  /// The span of the whole query.
  var wholeSpan: Range<Int> { 0..<scalars.count }

  /// The next token; nil at the end.
  mutating func next() throws(QuerySyntaxError) -> QueryToken? {
    while skipSpaces() {
      let start = position
      let scalar = scalars[start]
      switch scalar {
      case "(", ")":
        position += 1
        return QueryToken(kind: scalar == "(" ? .open : .close, span: start..<position)
      case "-" where startsExclusion, "\u{2212}" where startsExclusion:
        position += 1
        return QueryToken(kind: .not, span: start..<position)
      case "/":
        if let token = expression() { return token }
        if let token = try word() { return token }
      default:
        if let token = quoted() { return token }
        if position == start, let token = try word() { return token }
      }
    }
    return nil
  }

  /// What stands after a field's colon: a phrase, `(`, or nil where no value does.
  mutating func nextValue() -> QueryToken? {
    guard skipSpaces(), scalars[position] != ")" else { return nil }
    let start = position
    if scalars[start] == "(" {
      position += 1
      return QueryToken(kind: .open, span: start..<position)
    }
    if let token = quoted() { return token }
    if position > start { return nil }
    return phrase(of: value())
  }

  /// What stands between the parenthesis after NEAR and its end, and the distance if one is given.
  ///
  /// The last comma parts the two where only digits follow it.
  mutating func nearArguments() throws(QuerySyntaxError) -> (
    groups: [[QueryPhrase]], distance: Int?
  ) {
    let start = position
    var depth = 0
    var comma: Int?
    while position < end, depth > 0 || scalars[position] != ")" {
      let mark = position
      if quoted() != nil || position > mark { continue }
      switch scalars[position] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0: comma = position
      default: break
      }
      position += 1
    }
    let close = min(position, end)
    position = min(close + 1, end)
    var (bodyEnd, distance) = (close, Int?.none)
    if let comma {
      let digits = scalars[comma + 1..<close].filter { !$0.isQuerySpace }
      if !digits.isEmpty, digits.allSatisfy({ $0 >= "0" && $0 <= "9" }) {
        distance = Self.number(digits)
        bodyEnd = comma
      }
    }
    var body = QueryLexer(scalars: scalars, range: start..<bodyEnd)
    return (try body.nearGroups(), distance)
  }

  /// The words of a NEAR: each a group of its own, or several that OR joins in parentheses.
  private mutating func nearGroups() throws(QuerySyntaxError) -> [[QueryPhrase]] {
    var groups: [[QueryPhrase]] = []
    var isOpen = false
    var isJoined = false
    while let token = try next() {
      switch token.kind {
      case .phrase(let phrase, nil) where !isOpen: groups.append([phrase])
      case .phrase(let phrase, nil) where isJoined:
        groups[groups.count - 1].append(phrase)
        isJoined = false
      case .open where !isOpen:
        groups.append([])
        (isOpen, isJoined) = (true, true)
      case .close where isOpen: isOpen = false
      case .or where isOpen: isJoined = true
      default: throw QuerySyntaxError(.onlyWordsInNear, at: token.span)
      }
    }
    return groups.filter { !$0.isEmpty }
  }

  private init(scalars: [Unicode.Scalar], range: Range<Int>) {
    self.scalars = scalars
    end = range.upperBound
    position = range.lowerBound
  }
}

// MARK: - Words

extension QueryLexer {
  /// Moves to what is no space; false at the end.
  mutating func skipSpaces() -> Bool {
    while position < end, scalars[position].isQuerySpace { position += 1 }
    return position < end
  }

  /// Whether the sign at the position stands before something that it excludes.
  private var startsExclusion: Bool {
    guard position + 1 < end else { return false }
    let next = scalars[position + 1]
    if next.isQuerySpace || next == ")" || next == "-" { return false }
    guard position > 0 else { return true }
    let last = scalars[position - 1]
    return last.isQuerySpace || last == "("
  }

  /// Reads up to a space, a parenthesis or a double quotation mark.
  mutating func chunk() -> Range<Int> {
    let start = position
    while position < end {
      let scalar = scalars[position]
      if scalar.isQuerySpace || scalar == "(" || scalar == ")" || scalar.isDoubleQuote { break }
      position += 1
    }
    return start..<position
  }

  private mutating func word() throws(QuerySyntaxError) -> QueryToken? {
    let range = chunk()
    switch text(range) {
    case "AND": return QueryToken(kind: .and, span: range)
    case "OR": return QueryToken(kind: .or, span: range)
    case "NOT": return QueryToken(kind: .not, span: range)
    case "NEAR" where position < end && scalars[position] == "(":
      position += 1
      return QueryToken(kind: .near, span: range)
    default: break
    }
    if let field = try field(in: range) { return field }
    if let token = try wordWithWildcards(in: range) { return token }
    return phrase(of: range)
  }

  /// A word with its wildcard; nil where no letter or digit is in it.
  private func phrase(of range: Range<Int>) -> QueryToken? {
    if takesPattern, let pattern = pattern(in: range) {
      return QueryToken(
        kind: .phrase(QueryPhrase(text: pattern, span: range), slop: nil),
        span: range
      )
    }
    guard scalars[range].contains(where: \.isWordPart) else { return nil }
    var last = range.upperBound
    while scalars[last - 1] == "*" { last -= 1 }
    let first = scalars[range.lowerBound]
    // What begins emphasis is no part of the word, unless another asterisk stands in it.
    var start = range.lowerBound
    while scalars[start] == "*" { start += 1 }
    if scalars[start..<last].contains("*") { start = range.lowerBound }
    let isPrefix =
      last < range.upperBound && first != "*" && first != "_" && scalars[last - 1].isWordPart
    let phrase = QueryPhrase(
      text: text(start..<last),
      isPrefix: isPrefix,
      span: range
    )
    return QueryToken(kind: .phrase(phrase, slop: nil), span: range)
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// The value of ASCII digits; a million where it is more.
  static func number(_ digits: some Sequence<Unicode.Scalar>) -> Int {
    digits.reduce(0) { min($0 * 10 + Int($1.value) - 0x30, 1_000_000) }
  }
}

// MARK: - Quotation marks

extension QueryLexer {
  /// A quoted phrase at the position, with the wildcard or the distance behind it.
  ///
  /// A mark that nothing closes opens a phrase to the query's end where it stands at the start of a
  /// word, and is skipped elsewhere. Quotes without words are skipped. Nil with the position
  /// unmoved where no mark stands.
  private mutating func quoted() -> QueryToken? {
    let start = position
    guard start < end, let close = closingQuote() else { return nil }
    position = min(close + 1, end)
    guard close > start else { return nil }
    if takesPattern, var pattern = pattern(in: start + 1..<close) {
      while position < end, scalars[position] == "*" {
        pattern += "*"
        position += 1
      }
      let phrase = QueryPhrase(text: pattern, isQuoted: true, span: start..<position)
      return QueryToken(kind: .phrase(phrase, slop: nil), span: start..<position)
    }
    var isPrefix = false
    if position < end, scalars[position] == "*" {
      isPrefix = true
      position += 1
    }
    let slop = isPrefix ? nil : slop()
    var body = String.UnicodeScalarView()
    for scalar in scalars[start + 1..<close] {
      body.append(scalar.isDoubleQuote || scalar.isQuerySpace ? " " : scalar)
    }
    while body.last == "*" {
      body.removeLast()
      isPrefix = isPrefix || (body.last?.isWordPart ?? false) && body.first != "*"
    }
    guard body.contains(where: \.isWordPart) else { return nil }
    let phrase = QueryPhrase(
      text: String(body),
      isPrefix: isPrefix,
      isQuoted: true,
      span: start..<position
    )
    return QueryToken(kind: .phrase(phrase, slop: slop), span: start..<position)
  }

  /// The end of the phrase that the mark at the position opens: the position itself for a mark to
  /// be skipped, nil where no mark opens.
  private func closingQuote() -> Int? {
    let rest = position + 1..<max(position + 1, end)
    if scalars[position].isDoubleQuote {
      if let close = scalars[rest].firstIndex(where: \.isDoubleQuote) { return close }
      return isAtWordStart ? end : position
    }
    guard scalars[position].isSingleQuote, isAtWordStart else { return nil }
    return rest.first { index in
      guard scalars[index].isSingleQuote, !scalars[index - 1].isQuerySpace, index > position + 1
      else { return false }
      guard index + 1 < end else { return true }
      let next = scalars[index + 1]
      return next.isQuerySpace || next == ")" || next == "*" || next == "~"
    }
  }

  /// Whether a word could begin at the position.
  private var isAtWordStart: Bool {
    guard position > 0 else { return true }
    let last = scalars[position - 1]
    return last.isQuerySpace || last == "(" || last == ":" || last == "-" || last == "\u{2212}"
  }

  /// The number after a tilde, if both stand at the position.
  private mutating func slop() -> Int? {
    guard position + 1 < end, scalars[position] == "~" else { return nil }
    let digits = scalars[position + 1..<end].prefix { $0 >= "0" && $0 <= "9" }
    guard !digits.isEmpty else { return nil }
    position += 1 + digits.count
    return Self.number(digits)
  }
}
