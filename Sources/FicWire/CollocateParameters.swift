public import FicModel

/// What is asked of the words beside matches, as the query items of `/v1/collocates`.
public struct CollocateParameters: Hashable, Sendable {
  /// The most words on either side that stand beside a match.
  public static let windows = 1...50

  /// The words on either side where the request does not say.
  public static let defaultWindow = 5

  /// How often a word must stand there where the request does not say.
  public static let defaultMinimum = 3

  /// The query and where to look; a page and an order it has not.
  public var search: SearchParameters

  /// How many words on either side stand beside a match.
  public var window: Int

  /// What stands there less often is left out.
  public var minimum: Int

  /// Creates parameters.
  public init(
    _ search: SearchParameters,
    window: Int = defaultWindow,
    minimum: Int = defaultMinimum
  ) {
    self.search = search
    self.window = window
    self.minimum = minimum
  }

  /// Reads query items; `maximumLimit` bounds `limit`.
  ///
  /// Throws: `Problem` for an unknown name, a missing query or a value out of its range.
  public init(_ items: QueryItems, maximumLimit: Int = 1000) throws(Problem) {
    try items.requireOnly(CountParameters.scope + ["window", "minimum"])
    var items = items
    let window = try items.integer("window", in: Self.windows) ?? Self.defaultWindow
    let minimum = try items.integer("minimum", in: 1...Int.max) ?? Self.defaultMinimum
    items.remove(["window", "minimum"])
    self.init(
      try SearchParameters(items, maximumLimit: maximumLimit),
      window: window,
      minimum: minimum
    )
  }

  /// The target of the request line.
  public var target: String {
    var items = search.items
    items.append("window", window == Self.defaultWindow ? nil : String(window))
    items.append("minimum", minimum == Self.defaultMinimum ? nil : String(minimum))
    return APIPath.target(APIPath.collocates, items)
  }
}
