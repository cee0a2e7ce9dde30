import FicModel
import FicParsing

/// The YAML block between two lines of hyphens at the top of a Markdown file, as far as it holds
/// scalars and flat lists.
struct FrontMatter {
  /// In the order of the source.
  private(set) var fields: [MetadataField] = []

  /// The index of the first line after the block; 0 where there is none.
  private(set) var endLine = 0

  /// A longer block is a story that starts with a rule.
  private static let longest = 200

  /// Reads the block.
  ///
  /// Complexity: linear in the number of its lines.
  init(_ text: [UInt8], lines: [TextLine]) {
    func words(_ line: TextLine) -> String {
      String(decoding: text[line.content..<line.end], as: UTF8.self)
    }
    guard let first = lines.first, words(first) == "---",
      let end = lines.prefix(Self.longest).indices.dropFirst().first(where: {
        words(lines[$0]) == "---" || words(lines[$0]) == "..."
      })
    else { return }
    var found: [MetadataField] = []
    var key: String?
    for line in lines[1..<end] where !line.isBlank {
      let content = words(line)
      if content.hasPrefix("- "), let key {
        found += Self.fields(key: key, value: String(content.dropFirst(2)))
      } else if let match = MetadataLabel.match(line.content..<line.end, in: text) {
        key = match.key ?? match.label.lowercased()
        found += Self.fields(
          key: key ?? "",
          value: String(decoding: text[match.value], as: UTF8.self)
        )
      } else if line.indentation == 0 {
        return
      }
    }
    guard !found.isEmpty else { return }
    fields = found
    endLine = end + 1
  }

  /// A plain, quoted or bracketed value.
  private static func fields(key: String, value: String) -> [MetadataField] {
    var value = HeaderValue.folded(value)
    if value.first == "[", value.last == "]" { value = String(value.dropFirst().dropLast()) }
    if [">", "|", ">-", "|-"].contains(value) { return [] }
    return HeaderValue.fields(key: key, value: unquoted(value), origin: .header).map { field in
      MetadataField(key: field.key, value: unquoted(field.value), origin: field.origin)
    }
  }

  private static func unquoted(_ value: String) -> String {
    guard value.count > 1, let first = value.first, first == value.last,
      first == "\"" || first == "'"
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}
