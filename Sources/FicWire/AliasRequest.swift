public import FicModel

/// The body of `PUT /v1/aliases`: further names of somebody.
public struct AliasRequest: Hashable, Sendable {
  /// The name to show.
  public var name: String

  /// Other names; none to keep somebody apart from others.
  public var aliases: [String]

  /// A part of a work's title, or its id; nil for all works.
  public var work: String?

  /// Creates a request.
  public init(name: String, aliases: [String], work: String? = nil) {
    self.name = name
    self.aliases = aliases
    self.work = work
  }

  /// Reads the items of a body.
  ///
  /// - Throws: `Problem` for an unknown name; `bad_body` without a name.
  public init(_ items: QueryItems) throws(Problem) {
    try items.requireOnly(["name", "aliases", "work"])
    guard let name = items["name"] else {
      throw .badBody(
        expected: #"{"name":"Edwin Smith","aliases":["the tall agent"],"work":"a title"}"#
      )
    }
    self.init(name: name, aliases: items.values(of: "aliases"), work: items["work"])
  }

  /// The items of a body.
  public var items: QueryItems {
    var items = QueryItems()
    items.append("name", name)
    for alias in aliases { items.append("aliases", alias) }
    items.append("work", work)
    return items
  }
}
