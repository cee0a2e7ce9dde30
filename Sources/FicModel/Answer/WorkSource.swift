/// One of the texts of a work that the archive has: a file, or a folder of chapter files.
public struct WorkSource: Hashable, Sendable, JSONWritable {
  /// Where it stands on disk: a file or a folder.
  public var path: String

  /// The chapters in it.
  public var chapters: Int

  /// The words of story in it.
  public var words: Int

  /// The day of its last update as `YYYY-MM-DD`; nil where it is not known.
  public var updated: String?

  /// The address of the work as the source has it, in its canonical form, such as `ao3/1234`.
  public var address: String?

  /// The keys of the facts that the work has from it, because the shown text does not state them.
  public var facts: [String]

  /// Whether its text is the one that is searched and shown.
  public var isShown: Bool

  /// Creates a source.
  public init(
    path: String,
    chapters: Int,
    words: Int,
    updated: String? = nil,
    address: String? = nil,
    facts: [String] = [],
    isShown: Bool
  ) {
    self.path = path
    self.chapters = chapters
    self.words = words
    self.updated = updated
    self.address = address
    self.facts = facts
    self.isShown = isShown
  }

  /// Appends `path`, `chapters`, `words`, `updated`, `address`, `facts`, `isShown`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("path", path)
      object.field("chapters", chapters)
      object.field("words", words)
      object.field("updated", updated)
      object.field("address", address)
      object.field("facts", facts)
      object.field("isShown", isShown)
    }
  }
}

extension WorkSource: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      path: try json.read("path"),
      chapters: try json.read("chapters"),
      words: try json.read("words"),
      updated: try json.read(ifPresent: "updated"),
      address: try json.read(ifPresent: "address"),
      facts: try json.read(ifPresent: "facts") ?? [],
      isShown: try json.read("isShown")
    )
  }
}
