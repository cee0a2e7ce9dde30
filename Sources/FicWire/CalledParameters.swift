public import FicModel

/// What is asked of the names of somebody, as the query items of `/v1/called`.
public struct CalledParameters: Hashable, Sendable {
  /// The name.
  public var name: String

  /// The title of the work, or its id; empty for all works.
  public var work: String

  /// The last chapter that was read, of which nothing later may show; nil for all.
  public var upto: Int?

  /// The most people, from 1; nil for the daemon's default.
  public var limit: Int?

  /// Creates parameters.
  public init(name: String, work: String = "", upto: Int? = nil, limit: Int? = nil) {
    self.name = name
    self.work = work
    self.upto = upto
    self.limit = limit
  }

  /// Reads query items; `maximumLimit` bounds `limit`.
  ///
  /// Throws: `Problem` for an unknown or missing name, or a value out of its range.
  public init(_ items: QueryItems, maximumLimit: Int = 1000) throws(Problem) {
    guard let name = items["name"] else {
      throw Problem(
        code: "missing_parameter",
        status: 400,
        detail: "the request names nobody",
        hint: "give a name, percent-encoded: \(APIPath.called)?name=Smith"
      )
    }
    self.init(name: name)
    try Self.fields.read(items, into: &self, most: max(1, maximumLimit))
  }

  /// The target of the request line.
  public var target: String { APIPath.target(APIPath.called, Self.fields.queryItems(self)) }

  private static let fields: [RequestField<CalledParameters>] = [
    .text("name", .none, \.name),
    .text("work", .value("--work"), \.work),
    .chapter("upto", \.upto),
    .amount("limit", \.limit),
  ]
}
