/// How much an index holds.
public struct IndexCounts: Hashable, Sendable, JSONWritable {
  /// Works.
  public var works: Int

  /// Works whose text another work holds, which `works` does not count.
  public var copies: Int

  /// Chapters.
  public var chapters: Int

  /// Scenes of story.
  public var scenes: Int

  /// Utterances.
  public var utterances: Int

  /// Words of story.
  public var words: Int

  /// Bytes of stored text, as UTF-8.
  public var textBytes: Int

  /// Files that are searchable.
  public var files: Int

  /// Creates counts.
  public init(
    works: Int = 0,
    copies: Int = 0,
    chapters: Int = 0,
    scenes: Int = 0,
    utterances: Int = 0,
    words: Int = 0,
    textBytes: Int = 0,
    files: Int = 0
  ) {
    self.works = works
    self.copies = copies
    self.chapters = chapters
    self.scenes = scenes
    self.utterances = utterances
    self.words = words
    self.textBytes = textBytes
    self.files = files
  }

  /// Appends the figures.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("works", works)
      if copies > 0 { object.field("copies", copies) }
      object.field("chapters", chapters)
      object.field("scenes", scenes)
      object.field("utterances", utterances)
      object.field("words", words)
      object.field("textBytes", textBytes)
      object.field("files", files)
    }
  }
}

extension IndexCounts: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      works: try json.read("works"),
      copies: try json.read(ifPresent: "copies") ?? 0,
      chapters: try json.read("chapters"),
      scenes: try json.read("scenes"),
      utterances: try json.read("utterances"),
      words: try json.read("words"),
      textBytes: try json.read("textBytes"),
      files: try json.read("files")
    )
  }
}
