/// The answer to a query that only asks how much.
public struct SearchCount: Hashable, Sendable, JSONWritable {
  /// The figures.
  public var totals: SearchTotals

  /// Creates a record.
  public init(totals: SearchTotals) {
    self.totals = totals
  }

  /// Appends the record with `"type":"count"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "count")
      object.field("matches", totals.matches)
      object.field("scenes", totals.scenes)
      object.field("chapters", totals.chapters)
      object.field("works", totals.works)
    }
  }
}

extension SearchCount: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      totals: SearchTotals(
        works: try json.read("works"),
        chapters: try json.read("chapters"),
        scenes: try json.read("scenes"),
        matches: try json.read("matches")
      )
    )
  }
}
