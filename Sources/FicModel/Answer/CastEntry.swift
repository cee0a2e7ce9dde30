/// A member of a work's cast, as `cast` lists it.
public struct CastEntry: Hashable, Sendable, JSONWritable {
  /// What a chapter has of a member.
  public struct Appearance: Hashable, Sendable {
    /// The place of the chapter in the work, from 1.
    public var chapter: Int

    /// The lines that the member speaks in it.
    public var lines: Int

    /// The scenes of it in which the member speaks or is named.
    public var scenes: Int

    /// Up to which chapter one has to have read to know of it, as `upto:` counts.
    public var border: Int

    /// Creates an appearance.
    public init(chapter: Int, lines: Int, scenes: Int, border: Int? = nil) {
      self.chapter = chapter
      self.border = border ?? chapter
      self.lines = lines
      self.scenes = scenes
    }
  }

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

  /// The chapters in which the member speaks or is named, as read.
  public var appearances: [Appearance]

  /// The chapters of the work.
  public var chaptersOfWork: Int

  /// Whom the member talks with, the most frequent first.
  public var talksWith: [CharacterCard.Partner]

  /// The place in the work's cast; nil where that is not told.
  public var member: CastID?

  /// Up to which chapter one has to have read to know the name and each alias, as `CastMember` has
  /// it.
  public var firstChapters: [Int] = []

  /// Creates an entry.
  public init(
    work: WorkLabel,
    name: String,
    aliases: [String],
    gender: Gender?,
    isNarrator: Bool = false,
    lines: Int,
    scenes: Int,
    appearances: [Appearance],
    chaptersOfWork: Int,
    talksWith: [CharacterCard.Partner]
  ) {
    self.work = work
    self.name = name
    self.aliases = aliases
    self.gender = gender
    self.isNarrator = isNarrator
    self.lines = lines
    self.scenes = scenes
    self.appearances = appearances
    self.chaptersOfWork = chaptersOfWork
    self.talksWith = talksWith
  }

  /// How many chapters the member speaks or is named in.
  public var chapters: Int { appearances.count }

  /// The first of these chapters; 0 for none.
  public var first: Int { appearances.first?.chapter ?? 0 }

  /// The last of these chapters; 0 for none.
  public var last: Int { appearances.last?.chapter ?? 0 }

  /// The last chapter in which the member speaks; nil for none.
  public var lastSpoken: Int? { appearances.last { $0.lines > 0 }?.chapter }

  /// The chapters between the first and the last in which the member neither speaks nor is named.
  public var gaps: [ClosedRange<Int>] {
    zip(appearances, appearances.dropFirst()).compactMap { one, next in
      next.chapter > one.chapter + 1 ? one.chapter + 1...next.chapter - 1 : nil
    }
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
      object.field("appearances", appearances)
      object.field("chaptersOfWork", chaptersOfWork)
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
      appearances: try json.read("appearances"),
      chaptersOfWork: try json.read("chaptersOfWork"),
      talksWith: try json.read("talksWith")
    )
  }
}

extension CastEntry.Appearance: JSONWritable, JSONReadable {
  /// Appends an object.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("chapter", chapter)
      object.field("lines", lines)
      object.field("scenes", scenes)
    }
  }

  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      chapter: try json.read("chapter"),
      lines: try json.read("lines"),
      scenes: try json.read("scenes")
    )
  }
}
