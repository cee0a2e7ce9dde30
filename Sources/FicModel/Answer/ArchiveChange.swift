/// Something that came into the archive, changed in it or went from it, as an index run noticed it.
public struct ArchiveChange: Hashable, Sendable, JSONWritable {
  /// What happened.
  public enum Kind: String, CaseIterable, Hashable, Sendable, JSONReadable {
    /// A work or a chapter is new.
    case came
    /// A chapter's words are others.
    case changed
    /// A chapter is gone from a file that is still there, or its file is gone and the settings keep
    /// it; its text is kept.
    case removed
    /// A work or a chapter is gone, with its text.
    case went
  }

  /// When the run noticed it, in seconds since 1970.
  public var time: Int

  /// What happened.
  public var kind: Kind

  /// The work.
  public var work: WorkLabel

  /// The chapter; nil for the whole work.
  public var chapter: ChapterLabel?

  /// The number of chapters that a whole work has, or had; nil for a chapter.
  public var chapters: Int?

  /// Creates a change.
  public init(
    time: Int,
    kind: Kind,
    work: WorkLabel,
    chapter: ChapterLabel? = nil,
    chapters: Int? = nil
  ) {
    self.time = time
    self.kind = kind
    self.work = work
    self.chapter = chapter
    self.chapters = chapters
  }

  /// Appends the record with `"type":"change"` first; `time` as `UTCTime` writes it.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "change")
      object.field("time", UTCTime.text(seconds: time))
      object.field("change", kind.rawValue)
      object.field("work", work)
      object.field("chapter", chapter)
      object.field("chapters", chapters)
    }
  }
}

extension ArchiveChange: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    guard let time = UTCTime.seconds(try json.read("time", as: String.self)) else {
      throw JSONError(expected: "a time")
    }
    self.init(
      time: time,
      kind: try json.read("change"),
      work: try json.read("work"),
      chapter: try json.read(ifPresent: "chapter"),
      chapters: try json.read(ifPresent: "chapters")
    )
  }
}
