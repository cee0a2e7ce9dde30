public import FicModel

/// The body of `POST /v1/reindex`.
public struct ReindexRequest: Hashable, Sendable, JSONWritable {
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

  /// Appends `paths`, `all`, and the others where they are true.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("paths", paths)
      object.field("all", all)
      if rebuild { object.field("rebuild", true) }
      if gone { object.field("gone", true) }
    }
  }
}

extension ReindexRequest: JSONReadable {
  /// Reads what `write(to:)` writes; what is left out has its default.
  ///
  /// Throws: `JSONError` for what is no object, or has other values.
  public init(json: JSONValue) throws(JSONError) {
    guard case .object = json else { throw JSONError(expected: "an object") }
    self.init(
      paths: try json.read(ifPresent: "paths") ?? [],
      all: try json.read(ifPresent: "all") ?? false,
      rebuild: try json.read(ifPresent: "rebuild") ?? false,
      gone: try json.read(ifPresent: "gone") ?? false
    )
  }
}
