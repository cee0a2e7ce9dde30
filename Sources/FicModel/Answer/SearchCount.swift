/// The answer to a query that only asks how much.
public struct SearchCount: Hashable, Sendable, JSONWritable {
  /// The figures, without what is folded.
  public var totals: SearchTotals

  /// What is left out for being a copy; nil for nothing.
  public var copies: FoldedCopies?

  /// What was not looked at, for want of time or room: a sentence each.
  public var cuts: [String] = []

  /// Creates a record.
  public init(totals: SearchTotals, copies: FoldedCopies? = nil) {
    self.totals = totals
    self.copies = copies
  }

  /// Appends the record with `"type":"count"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "count")
      object.field("matches", totals.matches)
      object.field("scenes", totals.scenes)
      object.field("chapters", totals.chapters)
      object.field("works", totals.works)
      object.field(ifPresent: "copies", copies)
      if !cuts.isEmpty { object.field("cuts", cuts) }
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
      ),
      copies: try json.read(ifPresent: "copies")
    )
    cuts = try json.read(ifPresent: "cuts") ?? []
  }
}
