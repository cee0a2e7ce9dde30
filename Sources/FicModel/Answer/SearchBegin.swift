/// The first record of an answer: what was asked and how it was understood.
public struct SearchBegin: Hashable, Sendable, JSONWritable {
  /// The version of the record format.
  public static let format = 1

  /// The version of the record format in which this answer is written.
  public var format: Int

  /// The query as it was typed.
  public var query: String

  /// The query as it was understood, in the query language, every default written out.
  public var understood: String

  /// The query as it was read, without defaults, where that is not what was typed; else nil.
  public var readAs: String?

  /// The words of which inflections were looked for too; none where there are none.
  public var inflections: [WordInflections] = []

  /// Counts the index's commits; equal generations give equal answers.
  public var generation: Int

  /// Whether every file of the archive is searchable.
  public var complete: Bool

  /// What is not searchable and why, a sentence; nil where the index is complete.
  public var missing: String?

  /// Creates a record.
  public init(
    query: String,
    understood: String,
    readAs: String? = nil,
    generation: Int,
    complete: Bool,
    missing: String? = nil
  ) {
    format = Self.format
    self.query = query
    self.understood = understood
    self.readAs = readAs
    self.generation = generation
    self.complete = complete
    self.missing = missing
  }

  /// Appends the record with `"type":"begin"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "begin")
      object.field("format", format)
      object.field("query", query)
      object.field("understood", understood)
      object.field(ifPresent: "readAs", readAs)
      if !inflections.isEmpty { object.field("inflections", inflections) }
      object.field("generation", generation)
      object.field("complete", complete)
      object.field(ifPresent: "missing", missing)
    }
  }
}

extension SearchBegin: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      query: try json.read("query"),
      understood: try json.read("understood"),
      readAs: try json.read(ifPresent: "readAs"),
      generation: try json.read("generation"),
      complete: try json.read("complete"),
      missing: try json.read(ifPresent: "missing")
    )
    format = try json.read("format")
    inflections = try json.read(ifPresent: "inflections") ?? []
  }
}
