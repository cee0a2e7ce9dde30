/// A line of the archive that answers a query: a paragraph, or the part of one around its matches.
public struct Hit: Hashable, Sendable {
  /// The REF that `show` and `open` take.
  public var ref: String

  /// The work.
  public var work: WorkLabel

  /// The chapter.
  public var chapter: ChapterLabel

  /// The scene's place in the chapter, from 1; nil outside the story.
  public var scene: Int?

  /// What stretch of the chapter it lies in.
  public var zone: ZoneKind

  /// The kind of utterance that holds the first match; nil for narration.
  public var kind: UtteranceKind?

  /// The speaker of that utterance; of a match in narration, who else speaks in the line, if it is
  /// one person.
  ///
  /// Nil where nobody speaks or it is open.
  public var speaker: String?

  /// Whom it is to.
  public var addressees: [String]

  /// How sure the speaker is: 0…1; nil where there is none.
  public var confidence: Double?

  /// The rule that told the speaker.
  public var rule: String?

  /// The line, white space folded; `…` where it was cut.
  public var text: String

  /// Where the matches are: [start, end) in Unicode scalars of `text`.
  public var matches: [[Int]]

  /// What is said in the text that is shown, by whom.
  public var said: [Saying] = []

  /// The lines before it, in order.
  public var before: [String]

  /// The lines after it, in order.
  public var after: [String]

  /// Where the line stands on disk.
  public var source: SourcePlace

  /// How well it answers: greater is better, only comparable within one answer.
  public var score: Double

  /// The match in its context, if a concordance was asked for.
  public var keyword: KeywordInContext?

  /// The words of the query that its scene lacks; of lines that only come close.
  public var lacking: [String]

  /// Creates a hit.
  public init(
    ref: String,
    work: WorkLabel,
    chapter: ChapterLabel,
    scene: Int?,
    zone: ZoneKind,
    kind: UtteranceKind? = nil,
    speaker: String? = nil,
    addressees: [String] = [],
    confidence: Double? = nil,
    rule: String? = nil,
    text: String,
    matches: [[Int]],
    before: [String] = [],
    after: [String] = [],
    source: SourcePlace,
    score: Double,
    keyword: KeywordInContext? = nil,
    lacking: [String] = []
  ) {
    self.ref = ref
    self.work = work
    self.chapter = chapter
    self.scene = scene
    self.zone = zone
    self.kind = kind
    self.speaker = speaker
    self.addressees = addressees
    self.confidence = confidence
    self.rule = rule
    self.text = text
    self.matches = matches
    self.before = before
    self.after = after
    self.source = source
    self.score = score
    self.keyword = keyword
    self.lacking = lacking
  }
}

extension Hit: JSONWritable {
  /// Appends the record with `"type":"hit"` first.
  public func write(to writer: inout JSONWriter) { write(as: "hit", to: &writer) }

  /// Appends the record with its type first.
  func write(as type: String, to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", type)
      object.field("ref", ref)
      object.field("work", work)
      object.field("chapter", chapter)
      object.field("scene", scene)
      object.field("zone", zone.rawValue)
      object.field("kind", kind?.rawValue)
      object.field("speaker", speaker)
      object.field("addressees", addressees)
      object.field("confidence", confidence)
      object.field("rule", rule)
      object.field("text", text)
      object.field("matches", matches)
      object.field("said", said)
      object.field("before", before)
      object.field("after", after)
      object.field("source", source)
      object.field("score", score)
      object.field(ifPresent: "left", keyword?.left)
      object.field(ifPresent: "match", keyword?.match)
      object.field(ifPresent: "right", keyword?.right)
      if !lacking.isEmpty { object.field("lacking", lacking) }
    }
  }
}

extension Hit: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      ref: try json.read("ref"),
      work: try json.read("work"),
      chapter: try json.read("chapter"),
      scene: try json.read(ifPresent: "scene"),
      zone: try json.read("zone"),
      kind: try json.read(ifPresent: "kind"),
      speaker: try json.read(ifPresent: "speaker"),
      addressees: try json.read("addressees"),
      confidence: try json.read(ifPresent: "confidence"),
      rule: try json.read(ifPresent: "rule"),
      text: try json.read("text"),
      matches: try json.read("matches"),
      before: try json.read("before"),
      after: try json.read("after"),
      source: try json.read("source"),
      score: try json.read("score"),
      lacking: try json.read(ifPresent: "lacking") ?? []
    )
    said = try json.read(ifPresent: "said") ?? []
    if let match = try json.read(ifPresent: "match", as: String.self) {
      keyword = KeywordInContext(
        left: try json.read("left"),
        match: match,
        right: try json.read("right")
      )
    }
  }
}
