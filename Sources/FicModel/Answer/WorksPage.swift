/// What stands below a page of a list of works.
public struct WorksPage: Hashable, Sendable, JSONWritable {
  /// How many works the whole list has.
  public var total: Int

  /// How the query was understood; empty where none was given.
  public var understood: String

  /// What to ask for the next page; nil on the last one.
  public var cursor: String?

  /// Queries that may have been meant; only where nothing was found.
  public var suggestions: [String]

  /// Creates a record.
  public init(
    total: Int,
    understood: String = "",
    cursor: String? = nil,
    suggestions: [String] = []
  ) {
    self.total = total
    self.understood = understood
    self.cursor = cursor
    self.suggestions = suggestions
  }

  /// Appends the record with `"type":"page"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "page")
      object.field("total", total)
      object.field("understood", understood)
      object.field("suggestions", suggestions)
      object.field("cursor", cursor)
    }
  }
}

extension WorksPage: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      total: try json.read("total"),
      understood: try json.read("understood"),
      cursor: try json.read(ifPresent: "cursor"),
      suggestions: try json.read("suggestions")
    )
  }
}
