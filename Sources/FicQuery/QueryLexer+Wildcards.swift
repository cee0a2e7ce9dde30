// Signs for letters inside a word.

extension QueryLexer {
  /// The word in `range` where an asterisk in it stands for any letters, or a question mark for
  /// one; nil where none does.
  ///
  /// A question mark at either end is punctuation, an asterisk at the end alone a prefix's. An
  /// asterisk that begins a word is emphasis where another one ends it or a later word.
  ///
  /// - Throws: `QuerySyntaxError` where an asterisk has no letters before it.
  func wordWithWildcards(in range: Range<Int>) throws(QuerySyntaxError) -> QueryToken? {
    guard field == nil else { return nil }
    let isPart = { (index: Int) in scalars[index].isWordPart || scalars[index] == "*" }
    guard let start = range.first(where: isPart), let last = range.last(where: isPart),
      let letter = range.first(where: { scalars[$0].isWordPart })
    else { return nil }
    let body = start..<last + 1
    guard
      body.allSatisfy({ isPart($0) || scalars[$0] == "?" || scalars[$0].isSingleQuote })
    else { return nil }
    if start < letter {
      guard !hasEndingAsterisk(from: letter) else { return nil }
      throw QuerySyntaxError(.wildcardWithoutStart, at: range)
    }
    let end = body.last { scalars[$0] != "*" } ?? start
    let hasSign = (start...end).contains { scalars[$0] == "*" || scalars[$0] == "?" }
    guard hasSign else { return nil }
    let phrase = QueryPhrase(text: text(body), hasWildcards: true, span: range)
    return QueryToken(kind: .phrase(phrase, slop: nil), span: range)
  }

  /// Whether an asterisk ends a word somewhere behind `start`.
  private func hasEndingAsterisk(from start: Int) -> Bool {
    (start + 1..<max(start + 1, end)).contains { index in
      scalars[index] == "*" && !scalars[index - 1].isQuerySpace
        && (index + 1 == end || !scalars[index + 1].isWordPart)
    }
  }
}
