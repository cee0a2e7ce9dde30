public import FicModel

/// A line of `GET /v1/queries`: a saved query.
public struct NamedQueryRecord: Hashable, Sendable, JSONWritable {
  /// What a search calls it, behind an `@`.
  public var name: String

  /// The query.
  public var query: String

  /// When it was last asked what is new, in seconds since 1970; nil of what is not watched.
  public var lastAsked: Int?

  /// The lines that are new since; nil of what is not watched.
  public var new: Int?

  /// Creates a record.
  public init(name: String, query: String, lastAsked: Int? = nil, new: Int? = nil) {
    self.name = name
    self.query = query
    self.lastAsked = lastAsked
    self.new = new
  }

  /// Appends the record with `"type":"query"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "query")
      object.field("name", name)
      object.field("query", query)
      object.field(ifPresent: "lastAsked", lastAsked.map { UTCTime.text(seconds: $0) })
      object.field(ifPresent: "new", new)
    }
  }
}
