public import FicModel

/// The body of `POST /v1/forget`.
public struct ForgetRequest: Hashable, Sendable {
  /// The most that one request may name.
  public static let maximum = 256

  /// What is gone from the archive and shall be kept no longer: REFs of chapters or works, or parts
  /// of titles.
  public var forget: [String]

  /// Creates a request.
  public init(forget: [String]) {
    self.forget = forget
  }

  /// Reads the items of a body.
  ///
  /// - Throws: `Problem` `bad_body` for what names nothing or too much.
  public init(_ items: QueryItems) throws(Problem) {
    try items.requireOnly(["forget"])
    self.init(forget: items.values(of: "forget"))
    guard (1...Self.maximum).contains(forget.count) else {
      throw .badBody(expected: #"{"forget":["k7f2qdmx:100003","a title"]}, 1 to \#(Self.maximum)"#)
    }
  }

  /// The items of a body.
  public var items: QueryItems {
    var items = QueryItems()
    for text in forget { items.append("forget", text) }
    return items
  }
}
