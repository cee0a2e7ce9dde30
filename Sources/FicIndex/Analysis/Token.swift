package import FicModel

/// A term and the bytes that it was made of.
package struct Token: Hashable, Sendable {
  /// What is indexed.
  package var term: Term

  /// Where it is in the text that was analyzed; a possessive ending lies outside.
  package var span: TextSpan
}
