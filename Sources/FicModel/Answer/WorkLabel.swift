/// What a hit says of its work.
public struct WorkLabel: Hashable, Sendable, JSONWritable {
  /// The work's id, as `WorkID` writes it.
  public var id: String

  /// The title; the file's or folder's name where no title is known.
  public var title: String

  /// The authors, in order.
  public var authors: [String]

  /// Creates a label.
  public init(id: String, title: String, authors: [String] = []) {
    self.id = id
    self.title = title
    self.authors = authors
  }

  /// Appends `id`, `title`, `authors`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("id", id)
      object.field("title", title)
      object.field("authors", authors)
    }
  }
}

extension WorkLabel: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      id: try json.read("id"),
      title: try json.read("title"),
      authors: try json.read("authors")
    )
  }
}
