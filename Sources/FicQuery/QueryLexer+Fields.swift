// Fields and their values.

extension QueryLexer {
  /// The longest name that a field could have; longer words before a colon are text.
  private static let longestFieldName = 12

  /// The field that the word in `range` begins with; moves behind its colon.
  ///
  /// A word is taken for a field if it is two to twelve lower-case ASCII letters and a colon, and a
  /// value follows. A known name may have capitals, as phones write it, and a blank behind it.
  mutating func field(in range: Range<Int>) throws(QuerySyntaxError) -> QueryToken? {
    guard let colon = scalars[range].firstIndex(of: ":") else { return nil }
    var name = text(range.lowerBound..<colon)
    let isFollowed =
      colon + 1 < end && !scalars[colon + 1].isQuerySpace && scalars[colon + 1] != ")"
    let value = scalars[(colon + 1)..<end].first { !$0.isQuerySpace }
    if let value, value != ")", let field = QueryField(rawValue: name.lowercased()),
      isFollowed || field.mayBegin(with: value)
    {
      name = field.rawValue
    }
    guard Self.couldBeField(name) else { return nil }
    if let field = QueryField(rawValue: name) {
      position = colon + 1
      return QueryToken(kind: .field(field), span: range.lowerBound..<colon + 1)
    }
    let isAddress = text(colon + 1..<min(colon + 3, end)) == "//"
    guard isFollowed, !isAddress else { return nil }
    let span = range.lowerBound..<range.upperBound
    throw QuerySyntaxError(
      .unknownField(name: name, nearest: QueryField.nearestName(to: name)),
      at: span
    )
  }

  /// Whether a word before a colon looks like a field's name.
  static func couldBeField(_ name: some StringProtocol) -> Bool {
    (2...longestFieldName).contains(name.utf8.count)
      && name.unicodeScalars.allSatisfy(\.isFieldLetter)
  }
}

extension QueryLexer {
  /// The word at the position; a sign of comparison and the number behind the blank are one.
  mutating func value() -> Range<Int> {
    let word = chunk()
    let isSign = scalars[word].allSatisfy { "<>=\u{2264}\u{2265}".unicodeScalars.contains($0) }
    guard isSign, !word.isEmpty, field?.kind == .count || field?.kind == .date else { return word }
    guard skipSpaces() else { return word }
    return word.lowerBound..<chunk().upperBound
  }

  /// Whether an asterisk at any place of a value stands for anything.
  var takesPattern: Bool { field?.kind == .text }

  /// The text of a value with an asterisk before, in or without a word; one that only ends in one
  /// is a prefix, as everywhere.
  func pattern(in range: Range<Int>) -> String? {
    guard let first = scalars[range].firstIndex(of: "*") else { return nil }
    let rest = scalars[first..<range.upperBound]
    let isPrefix =
      rest.allSatisfy { $0 == "*" } && first > range.lowerBound && scalars[first - 1].isWordPart
    guard !isPrefix else { return nil }
    return String(
      String.UnicodeScalarView(
        scalars[range].map { $0.isDoubleQuote || $0.isQuerySpace ? " " : $0 }
      )
    )
  }
}

extension QueryField {
  /// Whether a value may begin so, where the name has capitals and a blank stands behind the colon:
  /// `Chapter: three` and `In: the end` are words that somebody remembers.
  fileprivate func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    if kind == .person || kind == .text { return true }
    return self != .in && "0123456789<>=.(\u{2264}\u{2265}".unicodeScalars.contains(scalar)
  }
}
