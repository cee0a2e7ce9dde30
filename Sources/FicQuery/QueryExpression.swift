/// A regular expression as it was typed between slashes.
package struct QueryExpression: Hashable, Sendable {
  /// The expression, without the slashes.
  package var text: String

  /// Where it stands in the query, its slashes with it: Unicode scalars.
  package var span: Range<Int>

  /// Creates an expression.
  package init(text: String, span: Range<Int>) {
    self.text = text
    self.span = span
  }
}
