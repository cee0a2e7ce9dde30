/// One fact about a work and where it was found.
public struct MetadataField: Hashable, Sendable {
  /// Which source a field is from, the one that overrules the others first.
  public enum Origin: String, CaseIterable, Hashable, Sendable, JSONReadable {
    /// A file that the user put beside the work.
    case sidecar
    /// A header or a metadata record inside the file.
    case header
    /// The text itself, such as a title line.
    case text
    /// The name of the file.
    case fileName = "file_name"
    /// The name of the folder.
    case folder
    /// Another text of the work in the archive, whose own text is not the one that is shown.
    case otherSource = "other_source"
  }

  /// The field's name in the query language where it has one, such as `author`; else its label.
  public var key: String

  /// The value as it stands there, white space folded.
  public var value: String

  /// Where it was found.
  public var origin: Origin

  /// Creates a field.
  public init(key: String, value: String, origin: Origin) {
    self.key = key
    self.value = value
    self.origin = origin
  }
}

extension MetadataField: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      key: try json.read("key"),
      value: try json.read("value"),
      origin: try json.read("origin")
    )
  }
}
