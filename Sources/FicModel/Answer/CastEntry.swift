/// A member of a work's cast, as `cast` lists it.
public struct CastEntry: Hashable, Sendable, JSONWritable {
  /// The work.
  public var work: WorkLabel

  /// The fullest name.
  public var name: String

  /// The other forms, the most frequent first.
  public var aliases: [String]

  /// By evidence.
  public var gender: Gender?

  /// Whether the member tells the work and is "I" in it, or "you".
  public var isNarrator: Bool

  /// The lines that the member speaks.
  public var lines: Int

  /// The scenes in which the member speaks or is named.
  public var scenes: Int

  /// The chapters in which the member speaks or is named.
  public var chapters: Int

  /// The first of these chapters, from 1.
  public var first: Int

  /// The last of these chapters.
  public var last: Int

  /// Whom the member talks with, the most frequent first.
  public var talksWith: [CharacterCard.Partner]

  /// Creates an entry.
  public init(
    work: WorkLabel,
    name: String,
    aliases: [String],
    gender: Gender?,
    isNarrator: Bool = false,
    lines: Int,
    scenes: Int,
    chapters: Int,
    first: Int,
    last: Int,
    talksWith: [CharacterCard.Partner]
  ) {
    self.work = work
    self.name = name
    self.aliases = aliases
    self.gender = gender
    self.isNarrator = isNarrator
    self.lines = lines
    self.scenes = scenes
    self.chapters = chapters
    self.first = first
    self.last = last
    self.talksWith = talksWith
  }

  /// Appends the record with `"type":"member"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "member")
      object.field("name", name)
      object.field("aliases", aliases)
      object.field("gender", gender?.rawValue)
      if isNarrator { object.field("narrator", true) }
      object.field("lines", lines)
      object.field("scenes", scenes)
      object.field("chapters", chapters)
      object.field("first", first)
      object.field("last", last)
      object.field("talksWith", talksWith)
      object.field("work", work)
    }
  }
}

extension CastEntry: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      work: try json.read("work"),
      name: try json.read("name"),
      aliases: try json.read("aliases"),
      gender: try json.read(ifPresent: "gender"),
      isNarrator: try json.read(ifPresent: "narrator") ?? false,
      lines: try json.read("lines"),
      scenes: try json.read("scenes"),
      chapters: try json.read("chapters"),
      first: try json.read("first"),
      last: try json.read("last"),
      talksWith: try json.read("talksWith")
    )
  }
}
