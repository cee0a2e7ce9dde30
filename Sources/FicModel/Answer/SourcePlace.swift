/// Where a passage stands on disk.
public struct SourcePlace: Hashable, Sendable, JSONWritable {
  /// The file's path.
  public var path: String

  /// The line in it, from 1.
  public var line: Int

  /// Creates a place.
  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  /// Appends `path`, `line`.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("path", path)
      object.field("line", line)
    }
  }
}

extension SourcePlace: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      path: try json.read("path"),
      line: try json.read("line")
    )
  }
}
