package import FicModel
package import FicQuery

/// What is asked of a list of works.
package struct WorksRequest: Hashable, Sendable {
  /// What a list is sorted by.
  package typealias Sort = WorksSort

  /// The query as it was typed; all works where it holds nothing.
  package var query: String

  /// What the list is sorted by.
  package var sort: Sort

  /// What decides the lot, where the list is sorted by lot.
  package var seed: UInt64

  /// Whether the order is turned round; works of which it is not known stay last.
  package var isReversed: Bool

  /// The number of works wanted, at least 1.
  package var limit: Int

  /// Where to go on: what the last page gave.
  package var cursor: String?

  /// Whether works whose text a listed work holds are listed too.
  package var showsCopies: Bool

  /// Whether words of the text are meant as written, without their inflections.
  package var isExact: Bool

  /// How much the query may hold.
  package var limits: QueryLimits

  /// Creates a request.
  package init(
    query: String = "",
    sort: Sort = .relevance,
    seed: UInt64 = 0,
    isReversed: Bool = false,
    limit: Int = 100,
    cursor: String? = nil,
    showsCopies: Bool = false,
    isExact: Bool = false,
    limits: QueryLimits = QueryLimits()
  ) {
    self.query = query
    self.sort = sort
    self.seed = seed
    self.isReversed = isReversed
    self.limit = limit
    self.cursor = cursor
    self.showsCopies = showsCopies
    self.isExact = isExact
    self.limits = limits
  }
}
