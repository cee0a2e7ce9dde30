/// What a user asks for, as the parser understood it.
package struct Query: Hashable, Sendable {
  /// The query as it was typed; every span counts its Unicode scalars.
  package var text: String

  /// The tree.
  package var root: QueryNode

  /// Creates a query.
  package init(text: String, root: QueryNode) {
    self.text = text
    self.root = root
  }
}
