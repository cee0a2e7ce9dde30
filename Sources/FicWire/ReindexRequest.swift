public import FicModel

/// The body of `POST /v1/reindex`.
public struct ReindexRequest: Hashable, Sendable {
  /// Absolute paths of files and folders of the archive; empty for all of it.
  public var paths: [String]

  /// Whether unchanged files are read again too.
  public var all: Bool

  /// Whether what is derived from the stored texts is made anew before.
  public var rebuild: Bool

  /// Whether what was in folders that are empty now goes.
  public var gone: Bool

  /// Creates a request.
  public init(
    paths: [String] = [],
    all: Bool = false,
    rebuild: Bool = false,
    gone: Bool = false
  ) {
    self.paths = paths
    self.all = all
    self.rebuild = rebuild
    self.gone = gone
  }

  /// Reads the items of a body.
  ///
  /// - Throws: `Problem` for an unknown name or a value that is neither true nor false.
  public init(_ items: QueryItems) throws(Problem) {
    try items.requireOnly(["paths", "all", "rebuild", "gone"])
    self.init(
      paths: items.values(of: "paths"),
      all: try items.flag("all") ?? false,
      rebuild: try items.flag("rebuild") ?? false,
      gone: try items.flag("gone") ?? false
    )
  }

  /// The items of a body; what has its default is left out.
  public var items: QueryItems {
    var items = QueryItems()
    for path in paths { items.append("paths", path) }
    items.append("all", all ? "true" : nil)
    items.append("rebuild", rebuild ? "true" : nil)
    items.append("gone", gone ? "true" : nil)
    return items
  }
}
