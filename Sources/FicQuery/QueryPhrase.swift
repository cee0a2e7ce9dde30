/// Words as they were typed, without quotation marks and wildcard; the index says what its terms
/// are.
package struct QueryPhrase: Hashable, Sendable {
  /// The words.
  ///
  /// Never holds a double quotation mark.
  package var text: String

  /// Whether a wildcard followed, so that the last term is only the start of a word.
  package var isPrefix: Bool

  /// Whether quotation marks stood around it.
  package var isQuoted: Bool

  /// Whether it is one word in which signs stand for letters: `*` for any, `?` for one.
  package var hasWildcards: Bool

  /// Where the words stand in the query: Unicode scalars.
  package var span: Range<Int>

  /// Creates a phrase.
  package init(
    text: String,
    isPrefix: Bool = false,
    isQuoted: Bool = false,
    hasWildcards: Bool = false,
    span: Range<Int>
  ) {
    self.text = text
    self.isPrefix = isPrefix
    self.isQuoted = isQuoted
    self.hasWildcards = hasWildcards
    self.span = span
  }
}
