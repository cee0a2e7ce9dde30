import FicModel

/// What a source says of a work under one key, in words for people.
struct MetadataLine {
  /// The key, as the source has it.
  let key: String

  /// What stands there.
  private(set) var values: [String]

  /// Where it stands, in words.
  let origin: String

  /// What is known, by key in the order of the source; the summary is shown by itself.
  static func lines(of fields: [MetadataField]) -> [MetadataLine] {
    var lines: [MetadataLine] = []
    for field in fields where field.key != "summary" {
      let origin = name(of: field.origin)
      if let place = lines.firstIndex(where: { $0.key == field.key && $0.origin == origin }) {
        lines[place].values.append(field.value)
      } else {
        lines.append(MetadataLine(key: field.key, values: [field.value], origin: origin))
      }
    }
    return lines
  }

  private static func name(of origin: MetadataField.Origin) -> String {
    switch origin {
    case .sidecar: "a file beside it"
    case .header: "its header"
    case .text: "its text"
    case .fileName: "the file's name"
    case .folder: "the folder's name"
    case .otherSource: "another copy"
    }
  }
}
