/// A work, as `works` lists it.
public struct WorkEntry: Hashable, Sendable, JSONWritable {
  /// Id, title and authors.
  public var work: WorkLabel

  /// The number of chapters.
  public var chapters: Int

  /// The number of scenes.
  public var scenes: Int

  /// The number of words of story.
  public var words: Int

  /// Where it stands on disk: a file or a folder.
  public var path: String

  /// Its other metadata.
  public var metadata: [MetadataField]

  /// Creates an entry.
  public init(
    work: WorkLabel,
    chapters: Int,
    scenes: Int,
    words: Int,
    path: String,
    metadata: [MetadataField] = []
  ) {
    self.work = work
    self.chapters = chapters
    self.scenes = scenes
    self.words = words
    self.path = path
    self.metadata = metadata
  }

  /// Appends the record with `"type":"work"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "work")
      object.field("work", work)
      object.field("chapters", chapters)
      object.field("scenes", scenes)
      object.field("words", words)
      object.field("path", path)
      object.field("metadata", metadata)
    }
  }
}

extension MetadataField: JSONWritable {
  /// Appends `key`, `value`, `origin`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("key", key)
      object.field("value", value)
      object.field("origin", origin.rawValue)
    }
  }
}

extension WorkEntry: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      work: try json.read("work"),
      chapters: try json.read("chapters"),
      scenes: try json.read("scenes"),
      words: try json.read("words"),
      path: try json.read("path"),
      metadata: try json.read("metadata")
    )
  }
}
