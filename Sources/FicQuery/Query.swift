/// What a user asks for, as the parser understood it.
package struct Query: Hashable, Sendable {
  /// The query as it was typed; every span counts its Unicode scalars.
  package var text: String

  /// The tree; what else is asked may be added to it.
  package var root: QueryNode

  /// The query as it was read, where that is not what was typed.
  package let reading: String?

  /// Creates a query.
  package init(text: String, root: QueryNode) {
    self.text = text
    self.root = root
    reading = QueryPrinter.print(root, ifOtherThan: text)
  }
}
