public import FicModel

/// The body of `PUT /v1/aliases`: that names are one person, or several.
public struct AliasRequest: Hashable, Sendable {
  /// What is said of the names.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    /// The aliases are further names of somebody.
    case add
    /// They are one person; what is set of each comes along.
    case merge
    /// Each is a person of its own.
    case split
  }

  /// What is said of the names.
  public var change: Change

  /// The name to show.
  public var name: String

  /// Other names; none to keep somebody apart from others.
  public var aliases: [String]

  /// Whether only to tell what would come of it.
  public var isPreview: Bool

  /// A part of a work's title, or its id; nil for all works.
  public var work: String?

  /// Creates a request.
  public init(
    _ change: Change = .add,
    name: String,
    aliases: [String],
    work: String? = nil,
    isPreview: Bool = false
  ) {
    self.change = change
    self.name = name
    self.aliases = aliases
    self.work = work
    self.isPreview = isPreview
  }

  /// Reads the items of a body.
  ///
  /// - Throws: `Problem` for an unknown name; `bad_body` without a name, or with one only where
  ///   names are joined or parted.
  public init(_ items: QueryItems) throws(Problem) {
    try items.requireOnly(["change", "name", "aliases", "work", "preview"])
    let change = try items.choice("change", as: Change.self) ?? .add
    guard let name = items["name"], change == .add || items["aliases"] != nil else {
      throw .badBody(
        expected: #"{"name":"Edwin Smith","aliases":["the tall agent"],"work":"a title"}"#
      )
    }
    self.init(
      change,
      name: name,
      aliases: items.values(of: "aliases"),
      work: items["work"],
      isPreview: try items.flag("preview") ?? false
    )
  }

  /// The items of a body.
  public var items: QueryItems {
    var items = QueryItems()
    items.append("change", change == .add ? nil : change.rawValue)
    items.append("name", name)
    for alias in aliases { items.append("aliases", alias) }
    items.append("work", work)
    items.append("preview", isPreview ? "true" : nil)
    return items
  }
}
