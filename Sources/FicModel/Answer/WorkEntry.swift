/// A work, as `works` lists it.
public struct WorkEntry: Hashable, Sendable, JSONWritable {
  /// A chapter in the table of contents.
  public struct Part: Hashable, Sendable, JSONWritable {
    /// Its place, number and title.
    public var chapter: ChapterLabel

    /// Its REF.
    public var ref: String

    /// The words of story in it.
    public var words: Int

    /// Creates a part.
    public init(chapter: ChapterLabel, ref: String, words: Int) {
      self.chapter = chapter
      self.ref = ref
      self.words = words
    }

    /// Appends an object.
    public func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("chapter", chapter)
        object.field("ref", ref)
        object.field("words", words)
      }
    }
  }

  /// Id, title and authors.
  public var work: WorkLabel

  /// The number of chapters that are stored.
  public var chapters: Int

  /// The number of scenes.
  public var scenes: Int

  /// The number of words of story.
  public var words: Int

  /// Where it stands on disk: a file or a folder.
  public var path: String

  /// What is known of it, in one form.
  public var facts: WorkFacts

  /// When it came into the index, in seconds since 1970; nil where that is not known.
  public var added: Int?

  /// The places in its text that match, where the text was asked; else nil.
  public var matches: Int?

  /// All that its source says, title and authors apart, in the source's own words.
  public var metadata: [MetadataField]

  /// The texts of it that the archive has, the shown one first; empty where there is one.
  public var sources: [WorkSource]

  /// The number of chapters that are gone from the archive and kept; `chapters` does not count
  /// them.
  public var removedChapters: Int

  /// The number of works in the list that hold the same text and are not listed for that.
  public var copies: Int

  /// The id of the work that holds this one's text and is listed in its place; nil for any other.
  public var copyOf: String?

  /// The chapters, as read; empty in a list of works.
  public var contents: [Part] = []

  /// Creates an entry.
  public init(
    work: WorkLabel,
    chapters: Int,
    scenes: Int,
    words: Int,
    path: String,
    facts: WorkFacts = WorkFacts(),
    added: Int? = nil,
    matches: Int? = nil,
    metadata: [MetadataField] = [],
    sources: [WorkSource] = [],
    removedChapters: Int = 0,
    copies: Int = 0,
    copyOf: String? = nil
  ) {
    self.work = work
    self.chapters = chapters
    self.scenes = scenes
    self.words = words
    self.path = path
    self.facts = facts
    self.added = added
    self.matches = matches
    self.metadata = metadata
    self.sources = sources
    self.removedChapters = removedChapters
    self.copies = copies
    self.copyOf = copyOf
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
      object.field("facts", facts)
      object.field(ifPresent: "added", added.map(UTCTime.text))
      object.field(ifPresent: "matches", matches)
      object.field("metadata", metadata)
      if !sources.isEmpty { object.field("sources", sources) }
      if removedChapters > 0 { object.field("removedChapters", removedChapters) }
      if copies > 0 { object.field("copies", copies) }
      object.field(ifPresent: "copyOf", copyOf)
      if !contents.isEmpty { object.field("contents", contents) }
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
      facts: try json.read("facts"),
      added: try json.read(ifPresent: "added", as: String.self).flatMap(UTCTime.seconds),
      matches: try json.read(ifPresent: "matches"),
      metadata: try json.read("metadata"),
      sources: try json.read(ifPresent: "sources") ?? [],
      removedChapters: try json.read(ifPresent: "removedChapters") ?? 0,
      copies: try json.read(ifPresent: "copies") ?? 0,
      copyOf: try json.read(ifPresent: "copyOf")
    )
  }
}
