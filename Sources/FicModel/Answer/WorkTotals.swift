/// The true totals of one work in an answer, whatever part of its hits a page shows.
public struct WorkTotals: Hashable, Sendable, JSONWritable {
  /// The work's id.
  public var id: String

  /// Its scenes with a match.
  public var scenes: Int

  /// Its places that match.
  public var matches: Int

  /// Creates totals.
  public init(id: String, scenes: Int, matches: Int) {
    self.id = id
    self.scenes = scenes
    self.matches = matches
  }

  /// Appends `id`, `scenes`, `matches`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("id", id)
      object.field("scenes", scenes)
      object.field("matches", matches)
    }
  }
}

extension WorkTotals: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      id: try json.read("id"),
      scenes: try json.read("scenes"),
      matches: try json.read("matches")
    )
  }
}
