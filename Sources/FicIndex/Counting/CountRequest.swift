package import FicModel

/// What is asked of the matches of a query: how many stand where.
package struct CountRequest: Hashable, Sendable {
  /// The query, where to look and what is shown of it; its page and order do not matter.
  package var search: SearchRequest

  /// What is counted by.
  package var key: CountKey

  /// The number of parts wanted, at least 1.
  package var limit: Int

  /// Creates a request.
  package init(_ search: SearchRequest, by key: CountKey, limit: Int) {
    self.search = search
    self.key = key
    self.limit = limit
  }
}
