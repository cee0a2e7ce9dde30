public import FicModel

/// The index, as `status` shows it.
public struct IndexReport: Hashable, Sendable, JSONWritable {
  /// What the index's engine can do.
  public struct Capabilities: Hashable, Sendable, JSONWritable {
    /// Whether it finds words near each other.
    public var near: Bool

    /// Whether its totals are exact.
    public var exactTotals: Bool

    /// Whether it proposes words that are like another.
    public var suggestions: Bool

    /// Creates capabilities.
    public init(near: Bool, exactTotals: Bool, suggestions: Bool) {
      self.near = near
      self.exactTotals = exactTotals
      self.suggestions = suggestions
    }

    /// Appends the fields.
    public func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("near", near)
        object.field("exactTotals", exactTotals)
        object.field("suggestions", suggestions)
      }
    }
  }

  /// Where it is.
  public var path: String

  /// The engine's name and version; nil where the index cannot be opened.
  public var engine: String?

  /// What the engine can do; nil where the index cannot be opened.
  public var capabilities: Capabilities?

  /// Counts its commits; nil where it cannot be read.
  public var generation: Int?

  /// How much it holds; nil where it cannot be read.
  public var counts: IndexCounts?

  /// Whether it may only be read, so that no run brings it up to date.
  public var isReadOnly: Bool

  /// Why it cannot be read.
  public var failure: Problem?

  /// Creates a report.
  public init(
    path: String,
    engine: String? = nil,
    capabilities: Capabilities? = nil,
    generation: Int? = nil,
    counts: IndexCounts? = nil,
    isReadOnly: Bool = false,
    failure: Problem? = nil
  ) {
    self.path = path
    self.engine = engine
    self.capabilities = capabilities
    self.generation = generation
    self.counts = counts
    self.isReadOnly = isReadOnly
    self.failure = failure
  }

  /// Appends the fields.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("path", path)
      object.field(ifPresent: "engine", engine)
      object.field(ifPresent: "capabilities", capabilities)
      object.field(ifPresent: "generation", generation)
      object.field(ifPresent: "counts", counts)
      if isReadOnly { object.field("readOnly", true) }
      object.field(ifPresent: "failure", failure)
    }
  }
}

extension IndexReport: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      path: try json.read("path"),
      engine: try json.read(ifPresent: "engine"),
      capabilities: try json.read(ifPresent: "capabilities"),
      generation: try json.read(ifPresent: "generation"),
      counts: try json.read(ifPresent: "counts"),
      isReadOnly: try json.read(ifPresent: "readOnly") ?? false,
      failure: try json.read(ifPresent: "failure")
    )
  }
}

extension IndexReport.Capabilities: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      near: try json.read("near"),
      exactTotals: try json.read("exactTotals"),
      suggestions: try json.read("suggestions")
    )
  }
}
