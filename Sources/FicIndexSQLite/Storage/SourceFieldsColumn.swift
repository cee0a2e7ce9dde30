import FicModel

/// The column of a source's facts: a JSON array of what `MetadataField` writes.
enum SourceFieldsColumn {
  /// The column; nil for no facts.
  static func text(of fields: [MetadataField]) -> String? {
    fields.isEmpty ? nil : String(decoding: fields.jsonBytes, as: UTF8.self)
  }

  /// The facts in a column; none in one that is damaged, since a source can be read again.
  static func fields(_ text: String) -> [MetadataField] {
    guard let json = try? JSONValue(Array(text.utf8)), let fields = try? [MetadataField](json: json)
    else {
      return []
    }
    return fields
  }
}
