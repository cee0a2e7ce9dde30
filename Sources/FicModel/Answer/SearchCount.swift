/// The answer to a query that only asks how much.
public struct SearchCount: Hashable, Sendable, Decodable, JSONWritable {
  /// The figures.
  public var totals: SearchTotals

  /// Creates a record.
  public init(totals: SearchTotals) {
    self.totals = totals
  }

  private enum CodingKeys: String, CodingKey {
    case matches, scenes, chapters, works
  }

  /// Reads a record as `write(to:)` writes it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    totals = SearchTotals(
      works: try container.decode(Int.self, forKey: .works),
      chapters: try container.decode(Int.self, forKey: .chapters),
      scenes: try container.decode(Int.self, forKey: .scenes),
      matches: try container.decode(Int.self, forKey: .matches))
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
        works: try json.read("works"), chapters: try json.read("chapters"),
        scenes: try json.read("scenes"), matches: try json.read("matches")))
  }
}
