/// A name that may have been meant, where nobody has the one that was asked for.
public struct NearName: Hashable, Sendable, JSONWritable {
  /// The name, as texts write it.
  public var name: String

  /// The lines that whoever is called so speaks, in all works that the search shows.
  public var lines: Int

  /// The query with this name.
  public var query: String

  /// Creates a record.
  public init(name: String, lines: Int, query: String) {
    self.name = name
    self.lines = lines
    self.query = query
  }

  /// Appends `name`, `lines` and `query`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("name", name)
      object.field("lines", lines)
      object.field("query", query)
    }
  }
}

extension NearName: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      name: try json.read("name"),
      lines: try json.read("lines"),
      query: try json.read("query")
    )
  }
}
