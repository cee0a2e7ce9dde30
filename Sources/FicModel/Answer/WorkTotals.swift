/// The true totals of one work in an answer, whatever part of its hits a page shows.
public struct WorkTotals: Hashable, Sendable, JSONWritable {
  /// The work's id.
  public var id: String

  /// Its scenes with a match.
  public var scenes: Int

  /// Its places that match.
  public var matches: Int

  /// The copies of it that have a match and are left out.
  public var copies: Int

  /// Creates totals.
  public init(id: String, scenes: Int, matches: Int, copies: Int = 0) {
    self.id = id
    self.scenes = scenes
    self.matches = matches
    self.copies = copies
  }

  /// Appends `id`, `scenes`, `matches`, and `copies` where there are.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("id", id)
      object.field("scenes", scenes)
      object.field("matches", matches)
      if copies > 0 { object.field("copies", copies) }
    }
  }
}

extension WorkTotals: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      id: try json.read("id"),
      scenes: try json.read("scenes"),
      matches: try json.read("matches"),
      copies: try json.read(ifPresent: "copies") ?? 0
    )
  }
}
