/// How much a query may hold, the day on which it is asked, and the queries that it may name.
package struct QueryLimits: Hashable, Sendable {
  /// The most bytes of UTF-8.
  package var bytes: Int

  /// The most words and values.
  package var terms: Int

  /// The most parentheses inside each other.
  package var depth: Int

  /// The day from which `7d` counts back, in days since 1970; nil where it is not known.
  package var today: Int?

  /// Queries that are saved, by their names: `@name` stands for one.
  package var saved: [String: String] = [:]

  /// Creates limits; the defaults are those of the design.
  package init(bytes: Int = 4096, terms: Int = 256, depth: Int = 64, today: Int? = nil) {
    self.bytes = bytes
    self.terms = terms
    self.today = today
    self.depth = min(depth, Self.greatestDepth)
  }

  /// The parser recurses once for each depth, so no setting may raise it further.
  private static let greatestDepth = 64
}
