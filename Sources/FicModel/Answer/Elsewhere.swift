/// Matches that the answer left out and that another query would show.
public struct Elsewhere: Hashable, Sendable, JSONWritable {
  /// Why they were left out.
  public enum Reason: String, Hashable, Sendable, JSONReadable {
    /// They stand in notes, summaries and other matter around the story.
    case notes
    /// Their speaker or addressee is not sure, or not known.
    case unsureSpeaker = "unsure_speaker"
    /// They stand in what is known of works, or in the names of files; the query lists those works.
    case works
  }

  /// Why they were left out.
  public var reason: Reason

  /// The places that match, or the works.
  public var matches: Int

  /// The query that shows them.
  public var query: String

  /// The first of the works by title, where the query asked for them with `in:all`.
  public var works: [WorkLabel]

  /// Creates a record.
  public init(reason: Reason, matches: Int, query: String, works: [WorkLabel] = []) {
    self.reason = reason
    self.matches = matches
    self.query = query
    self.works = works
  }

  /// Appends `reason`, `matches`, `query`, and `works` where there are some.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("reason", reason.rawValue)
      object.field("matches", matches)
      object.field("query", query)
      if !works.isEmpty { object.field("works", works) }
    }
  }
}

extension Elsewhere: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      reason: try json.read("reason"),
      matches: try json.read("matches"),
      query: try json.read("query"),
      works: try json.read(ifPresent: "works") ?? []
    )
  }
}
