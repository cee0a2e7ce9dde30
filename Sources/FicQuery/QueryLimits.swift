/// How much a query may hold.
package struct QueryLimits: Hashable, Sendable {
  /// The most bytes of UTF-8.
  package var bytes: Int

  /// The most words and values.
  package var terms: Int

  /// The most parentheses inside each other.
  package var depth: Int

  /// Creates limits; the defaults are those of the design.
  package init(bytes: Int = 4096, terms: Int = 256, depth: Int = 64) {
    self.bytes = bytes
    self.terms = terms
    self.depth = min(depth, Self.greatestDepth)
  }

  /// The parser recurses once for each depth, so no setting may raise it further.
  private static let greatestDepth = 64
}
