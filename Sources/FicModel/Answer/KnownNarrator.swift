/// Who tells a work and is "I" in it, where a name was asked for that nobody has: it may be theirs.
public struct KnownNarrator: Hashable, Sendable, JSONWritable {
  /// The work.
  public var work: WorkLabel

  /// The narrator's name; `I` or `you` where the text tells none that was understood.
  public var name: String

  /// The lines that the narrator speaks.
  public var lines: Int

  /// The query with the narrator in the place of whoever was asked for.
  public var query: String

  /// The name that was asked for and that an alias may give the narrator; nil where it is known.
  public var alias: String?

  /// Creates a record.
  public init(work: WorkLabel, name: String, lines: Int, query: String, alias: String?) {
    self.work = work
    self.name = name
    self.lines = lines
    self.query = query
    self.alias = alias
  }

  /// Appends `work`, `name`, `lines`, `query`, and `alias` where there is one.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("work", work)
      object.field("name", name)
      object.field("lines", lines)
      object.field("query", query)
      object.field(ifPresent: "alias", alias)
    }
  }
}

extension KnownNarrator: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      work: try json.read("work"),
      name: try json.read("name"),
      lines: try json.read("lines"),
      query: try json.read("query"),
      alias: try json.read(ifPresent: "alias")
    )
  }
}
