import FicIndex
import FicModel

extension WorkMetadata {
  /// What is true of one text of a work, or of its file, and tells nothing of another.
  private static let ownKeys: Set<String> = [
    "words", "chapters", "packaged", "id", "site_abbrev", "downloader", "file_format",
  ]

  /// What the chosen source itself says.
  var own: [MetadataField] { fields.filter { $0.origin != .otherSource } }

  /// What a work has from its sources: all that the chosen one says, and each fact that it does not
  /// state from the next best that does.
  ///
  /// A title or an author out of the name of a file is no statement.
  ///
  /// - Parameter others: The sources that are not chosen.
  /// - Returns: The facts, those of others at the end and with an origin that says so.
  func completed(by others: [SourceRecord]) -> WorkMetadata {
    var result = WorkMetadata(fields: own)
    for source in others.sorted(by: { $0.isBetter(than: $1) }) {
      let stated = Set(
        result.fields.filter { $0.origin != .fileName && $0.origin != .folder }.map(\.key)
      )
      let added = source.fields.filter { field in
        !stated.contains(field.key) && !Self.ownKeys.contains(field.key)
          && (field.origin != .fileName && field.origin != .folder)
      }
      let keys = Set(added.map(\.key))
      result.fields.removeAll { keys.contains($0.key) }
      result.fields += added.map {
        MetadataField(key: $0.key, value: $0.value, origin: .otherSource)
      }
    }
    return result
  }
}
