/// What an answer leaves out because a work that it shows holds the same text.
public struct FoldedCopies: Hashable, Sendable, JSONWritable {
  /// Works that are copies of a work with a match, and have one themselves.
  public var works: Int

  /// The places in them that match.
  public var matches: Int

  /// Creates figures.
  public init(works: Int, matches: Int) {
    self.works = works
    self.matches = matches
  }

  /// Appends `works`, `matches`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("works", works)
      object.field("matches", matches)
    }
  }
}

extension FoldedCopies: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(works: try json.read("works"), matches: try json.read("matches"))
  }
}
