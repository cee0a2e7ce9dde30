/// A parsed chapter: its text and what the parser read in it.
public struct Chapter: Hashable, Sendable {
  /// UTF-8; every span of the chapter counts its bytes.
  public var text: [UInt8]

  /// Leads back to the source.
  public var offsetMap: OffsetMap

  /// Which of the work's documents it came from: an index into the parser's input.
  public var document: Int

  /// What it is called.
  public var title: ChapterTitle

  /// Where its source says that it is published, as that writes it; nil where it does not say.
  public var address: String?

  /// The paragraphs, headings and other lines that a reader sees as one, ascending and disjoint;
  /// their wrapped lines belong to them, blank lines and rules lie between.
  ///
  /// Empty where no reader told them: then each line of the text is one.
  public var paragraphs: [TextSpan]

  /// Ascending; they tile the text.
  public var zones: [Zone]

  /// Ascending and disjoint, in story zones.
  public var scenes: [Scene]

  /// Ascending by span.
  public var utterances: [Utterance]

  /// Ascending by span.
  public var mentions: [Mention]

  /// Creates a chapter.
  public init(
    text: [UInt8],
    offsetMap: OffsetMap = OffsetMap(),
    document: Int = 0,
    title: ChapterTitle = ChapterTitle(),
    zones: [Zone] = [],
    scenes: [Scene] = [],
    utterances: [Utterance] = [],
    mentions: [Mention] = [],
    paragraphs: [TextSpan] = [],
    address: String? = nil
  ) {
    self.text = text
    self.offsetMap = offsetMap
    self.document = document
    self.title = title
    self.zones = zones
    self.scenes = scenes
    self.utterances = utterances
    self.mentions = mentions
    self.paragraphs = paragraphs
    self.address = address
  }
}
