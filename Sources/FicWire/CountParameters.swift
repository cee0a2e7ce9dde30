public import FicModel

/// What a count asks, as the query items of `/v1/count`.
public struct CountParameters: Hashable, Sendable {
  /// The names of the query items that say what is counted, and in which text.
  public static let scope = ["q", "limit", "confidence", "in", "copies", "exact", "upto"]

  /// The query and where to look; a page and an order it has not.
  public var search: SearchParameters

  /// What is counted by.
  public var key: CountKey

  /// Creates parameters.
  public init(_ search: SearchParameters, by key: CountKey) {
    self.search = search
    self.key = key
  }

  /// Reads query items; `maximumLimit` bounds `limit`.
  ///
  /// Throws: `Problem` for an unknown name, a missing query or a value out of its range.
  public init(_ items: QueryItems, maximumLimit: Int = 1000) throws(Problem) {
    try items.requireOnly(Self.scope + ["by"])
    var items = items
    let key = try items.choice("by", as: CountKey.self) ?? .work
    items.remove(["by"])
    self.init(try SearchParameters(items, maximumLimit: maximumLimit), by: key)
  }

  /// The target of the request line.
  public var target: String {
    var items = search.items
    items.append("by", key.rawValue)
    return APIPath.target(APIPath.count, items)
  }
}
