/// How much of the archive answers a query.
public struct SearchTotals: Hashable, Sendable, JSONWritable {
  /// Works with a match.
  public var works: Int

  /// Chapters with a match.
  public var chapters: Int

  /// Scenes with a match.
  public var scenes: Int

  /// Places that match: words, or whole phrases where one was asked for.
  public var matches: Int

  /// Whether the figures are exact; otherwise they are lower bounds.
  public var exact: Bool

  /// Creates totals.
  public init(
    works: Int = 0,
    chapters: Int = 0,
    scenes: Int = 0,
    matches: Int = 0,
    exact: Bool = true
  ) {
    self.works = works
    self.chapters = chapters
    self.scenes = scenes
    self.matches = matches
    self.exact = exact
  }

  /// Appends the figures.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("works", works)
      object.field("chapters", chapters)
      object.field("scenes", scenes)
      object.field("matches", matches)
      object.field("exact", exact)
    }
  }
}

extension SearchTotals: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      works: try json.read("works"),
      chapters: try json.read("chapters"),
      scenes: try json.read("scenes"),
      matches: try json.read("matches"),
      exact: try json.read("exact")
    )
  }
}
