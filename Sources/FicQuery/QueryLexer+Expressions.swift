// Regular expressions between slashes.

extension QueryLexer {
  /// The expression between the slash at the position and one that ends a word; nil where none
  /// does.
  ///
  /// A slash behind a backslash is a character of the expression.
  mutating func expression() -> QueryToken? {
    let start = position
    guard start + 2 < end, !scalars[start + 1].isQuerySpace, scalars[start + 1] != "/" else {
      return nil
    }
    var isEscaped = false
    for index in start + 1..<end {
      if isEscaped || scalars[index] == "\\" {
        isEscaped.toggle()
        continue
      }
      guard scalars[index] == "/", !scalars[index - 1].isQuerySpace else { continue }
      let next = index + 1 < end ? scalars[index + 1] : " "
      guard next.isQuerySpace || next == ")" else { continue }
      position = index + 1
      let span = start..<index + 1
      let expression = QueryExpression(text: text(start + 1..<index), span: span)
      return QueryToken(kind: .expression(expression), span: span)
    }
    return nil
  }
}
