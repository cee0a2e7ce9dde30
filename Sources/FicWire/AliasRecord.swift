public import FicModel

/// A line of `GET /v1/aliases`: somebody whom the user names.
public struct AliasRecord: Hashable, Sendable, JSONWritable {
  /// The name to show.
  public var name: String

  /// The other names.
  public var aliases: [String]

  /// The work in which this holds, as the file writes it; nil for all works.
  public var work: String?

  /// The file that says so.
  public var file: String

  /// Its line, from 1.
  public var line: Int

  /// Creates a record.
  public init(name: String, aliases: [String], work: String?, file: String, line: Int) {
    self.name = name
    self.aliases = aliases
    self.work = work
    self.file = file
    self.line = line
  }

  /// Appends the record with `"type":"alias"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "alias")
      object.field("name", name)
      object.field("aliases", aliases)
      object.field("work", work)
      object.field("file", file)
      object.field("line", line)
    }
  }
}

extension AliasRecord: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      name: try json.read("name"),
      aliases: try json.read("aliases"),
      work: try json.read(ifPresent: "work"),
      file: try json.read("file"),
      line: try json.read("line")
    )
  }
}
