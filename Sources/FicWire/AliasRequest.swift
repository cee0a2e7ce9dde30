public import FicModel

/// The body of `PUT /v1/aliases`: further names of somebody.
public struct AliasRequest: Hashable, Sendable, JSONWritable {
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

  /// Appends `name`, `aliases`, `work`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("name", name)
      object.field("aliases", aliases)
      object.field(ifPresent: "work", work)
    }
  }
}

extension AliasRequest: JSONReadable {
  /// Reads what `write(to:)` writes; `aliases` and `work` may be left out.
  ///
  /// Throws: `JSONError` for what is no object, or has other values.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      name: try json.read("name"),
      aliases: try json.read(ifPresent: "aliases") ?? [],
      work: try json.read(ifPresent: "work")
    )
  }
}
