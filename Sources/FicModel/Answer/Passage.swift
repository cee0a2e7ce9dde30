/// A stretch of a chapter, ready to read: what `show` prints.
public struct Passage: Hashable, Sendable, JSONWritable {
  /// A paragraph of it.
  public struct Paragraph: Hashable, Sendable, JSONWritable {
    /// The paragraph's text, white space folded.
    public var text: String

    /// What stretch of the chapter it lies in.
    public var zone: ZoneKind

    /// The scene's place in the chapter, from 1; nil outside the story.
    public var scene: Int?

    /// Who speaks in it, in order; empty for narration.
    public var speakers: [String]

    /// What is said in it, by whom.
    public var said: [Saying] = []

    /// Its REF.
    public var ref: String

    /// Whether the REF that was asked for lies in it.
    public var isTarget: Bool

    /// Creates a paragraph.
    public init(
      text: String,
      zone: ZoneKind,
      scene: Int?,
      speakers: [String],
      ref: String,
      isTarget: Bool
    ) {
      self.text = text
      self.zone = zone
      self.scene = scene
      self.speakers = speakers
      self.ref = ref
      self.isTarget = isTarget
    }

    /// Appends the fields.
    public func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("text", text)
        object.field("zone", zone.rawValue)
        object.field("scene", scene)
        object.field("speakers", speakers)
        object.field("said", said)
        object.field("ref", ref)
        object.field("isTarget", isTarget)
      }
    }
  }

  /// The REF that was asked for.
  public var ref: String

  /// The work.
  public var work: WorkLabel

  /// The chapter.
  public var chapter: ChapterLabel

  /// Where the target stands on disk.
  public var source: SourcePlace

  /// Where the chapter is published, as its file says; nil where that does not say.
  public var address: String?

  /// In reading order.
  public var paragraphs: [Paragraph]

  /// The texts of the work that the archive has, the shown one first; empty where there is one.
  public var sources: [WorkSource]

  /// The last chapter that was read, of which nothing later is shown; nil for all.
  public var upto: Int?

  /// The REF of what comes before, as much as this is: a scene or a chapter; nil at the start.
  public var previous: String?

  /// The REF of what comes next; nil at the end.
  public var next: String?

  /// Creates a passage.
  public init(
    ref: String,
    work: WorkLabel,
    chapter: ChapterLabel,
    source: SourcePlace,
    address: String? = nil,
    paragraphs: [Paragraph],
    sources: [WorkSource] = []
  ) {
    self.ref = ref
    self.work = work
    self.chapter = chapter
    self.source = source
    self.address = address
    self.paragraphs = paragraphs
    self.sources = sources
  }

  /// Appends the record with `"type":"passage"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "passage")
      object.field("ref", ref)
      object.field("work", work)
      object.field("chapter", chapter)
      object.field("source", source)
      object.field(ifPresent: "address", address)
      object.field("paragraphs", paragraphs)
      if !sources.isEmpty { object.field("sources", sources) }
      object.field(ifPresent: "previous", previous)
      object.field(ifPresent: "next", next)
    }
  }
}

extension Passage: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      ref: try json.read("ref"),
      work: try json.read("work"),
      chapter: try json.read("chapter"),
      source: try json.read("source"),
      address: try json.read(ifPresent: "address"),
      paragraphs: try json.read("paragraphs"),
      sources: try json.read(ifPresent: "sources") ?? []
    )
    previous = try json.read(ifPresent: "previous")
    next = try json.read(ifPresent: "next")
  }
}

extension Passage.Paragraph: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      text: try json.read("text"),
      zone: try json.read("zone"),
      scene: try json.read(ifPresent: "scene"),
      speakers: try json.read("speakers"),
      ref: try json.read("ref"),
      isTarget: try json.read("isTarget")
    )
    said = try json.read(ifPresent: "said") ?? []
  }
}
