/// What a hit says of its chapter.
public struct ChapterLabel: Hashable, Sendable, JSONWritable {
  /// The chapter's place in the work, from 1.
  public var number: Int

  /// The printed number and title as one line, such as "III, Undertow"; nil where none is printed.
  public var title: String?

  /// Creates a label.
  public init(number: Int, title: String? = nil) {
    self.number = number
    self.title = title
  }

  /// Appends `number`, `title`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("number", number)
      object.field("title", title)
    }
  }
}

extension ChapterLabel: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      number: try json.read("number"),
      title: try json.read(ifPresent: "title")
    )
  }
}
