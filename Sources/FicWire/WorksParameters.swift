public import FicModel

/// What a list of works asks, as the query items of `/v1/works`.
public struct WorksParameters: Hashable, Sendable {
  /// What the list is sorted by.
  public typealias Sort = WorksSort

  /// The query, in the query language; empty for all works.
  public var query: String

  /// What the list is sorted by.
  public var sort: Sort

  /// What decides the lot where the list is sorted by lot; nil for the daemon's choice.
  public var seed: Int?

  /// Whether the order is turned round.
  public var isReversed: Bool

  /// The most works, from 1; nil for the daemon's default.
  public var limit: Int?

  /// Where the page before ended; nil for the first page.
  public var cursor: String?

  /// Whether copies of listed works are listed too.
  public var copies: CopiesChoice

  /// Whether words of the text are meant as written, without their inflections.
  public var isExact: Bool

  /// Whether a screen shows the summaries.
  public var isLong = false

  /// Creates parameters.
  public init(
    query: String = "",
    sort: Sort = .relevance,
    isReversed: Bool = false,
    limit: Int? = nil,
    cursor: String? = nil,
    copies: CopiesChoice = .fold,
    isExact: Bool = false
  ) {
    self.query = query
    self.sort = sort
    self.isReversed = isReversed
    self.limit = limit
    self.cursor = cursor
    self.copies = copies
    self.isExact = isExact
  }

  /// Reads query items; `maximumLimit` bounds `limit`.
  ///
  /// Throws: `Problem` for an unknown name or a value out of its range.
  public init(_ items: QueryItems, maximumLimit: Int = 1000) throws(Problem) {
    self.init()
    try Self.fields.read(items, into: &self, most: max(1, maximumLimit))
  }

  /// The query items; what has its default is left out.
  public var items: QueryItems { Self.fields.queryItems(self) }

  /// The target of the request line.
  public var target: String { APIPath.target(APIPath.works, items) }
}
