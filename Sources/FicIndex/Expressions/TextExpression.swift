import FicQuery

/// A regular expression that is looked for in the text of lines.
package struct TextExpression: Hashable, Sendable {
  /// The expression, which PCRE2 understands.
  package var text: String

  /// Creates an expression.
  package init(_ text: String) {
    self.text = text
  }

  /// Reads what was typed.
  ///
  /// - Throws: `QuerySyntaxError` for what is no expression, at the place that is wrong.
  init(_ typed: QueryExpression) throws(QuerySyntaxError) {
    text = typed.text
    do throws(RegularExpression.Failure) {
      _ = try RegularExpression(text)
    } catch {
      // Behind the slash, the character before the place where it cannot go on.
      let before = text.utf8.prefix(error.offset)
      let scalars = String(decoding: before, as: UTF8.self).unicodeScalars.count
      let start = min(typed.span.lowerBound + max(1, scalars), typed.span.upperBound - 1)
      throw QuerySyntaxError(.badExpression(error.fault), at: start..<start + 1)
    }
  }

  /// The expression, ready to be tried; nil for one that was never read.
  package var compiled: RegularExpression? { try? RegularExpression(text) }

  /// Letters that stand in a row in every text that it matches, folded, the longest first; none
  /// where that is not known.
  ///
  /// A word of the line holds each of them, since the words of a text hold its letters in their
  /// order.
  package var requiredLetters: [[UInt8]] { RequiredLetters(text).runs }
}
