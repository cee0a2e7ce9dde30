/// What a hit says of its chapter.
public struct ChapterLabel: Hashable, Sendable, JSONWritable {
  /// What of a chapter is gone from the archive, although its text is kept.
  public enum Removal: String, Hashable, Sendable, JSONReadable {
    /// Its file is there and does not hold it any more.
    case chapter
    /// Its file is gone.
    case file
  }

  /// The chapter's place in the work, from 1; of a removed chapter, the one that it had.
  public var number: Int

  /// The printed number and title as one line, such as "III, Undertow"; nil where none is printed.
  public var title: String?

  /// What is gone from the archive; nil for a chapter that is there.
  public var removal: Removal?

  /// Creates a label.
  public init(number: Int, title: String? = nil, removal: Removal? = nil) {
    self.number = number
    self.title = title
    self.removal = removal
  }

  /// Appends `number`, `title`, and `removed` where it is.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("number", number)
      object.field("title", title)
      object.field(ifPresent: "removed", removal?.rawValue)
    }
  }
}

extension ChapterLabel: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      number: try json.read("number"),
      title: try json.read(ifPresent: "title"),
      removal: try json.read(ifPresent: "removed")
    )
  }
}
