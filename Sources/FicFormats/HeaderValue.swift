import FicModel

/// Turns the value of a header line into the facts that it holds.
enum HeaderValue {
  /// The keys whose values are lists.
  private static let lists: Set<String> = [
    "author", "fandom", "ship", "char", "tag", "warning", "genre", "category", "collections",
  ]

  /// What AO3 calls a category; elsewhere the word means the fandom.
  private static let ao3Categories: Set<String> = [
    "gen", "f/f", "f/m", "m/m", "m/f", "multi", "other",
  ]

  /// The facts of one line; none where the value is empty.
  static func fields(
    key: String,
    value: String,
    origin: MetadataField.Origin
  ) -> [MetadataField] {
    let value = folded(value)
    guard !value.isEmpty else { return [] }
    let parts = lists.contains(key) ? items(of: value, isAuthor: key == "author") : [address(value)]
    return parts.map { part in
      let isCategory = key == "fandom" && ao3Categories.contains(part.lowercased())
      return MetadataField(key: isCategory ? "category" : key, value: part, origin: origin)
    }
  }

  /// The items between commas and semicolons that stand outside brackets.
  static func items(of value: String, isAuthor: Bool = false) -> [String] {
    var items: [String] = []
    var item = ""
    var depth = 0
    for character in value {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case ",", ";":
        if depth == 0 {
          items.append(item)
          item = ""
          continue
        }
      default: break
      }
      item.append(character)
    }
    items.append(item)
    if isAuthor { items = items.flatMap { $0.split(separator: " & ").map(String.init) } }
    return items.map(folded).filter { !$0.isEmpty }
  }

  /// An address without the angle brackets that Markdown puts around it.
  private static func address(_ value: String) -> String {
    guard value.first == "<", value.last == ">", value.contains("://") else { return value }
    return String(value.dropFirst().dropLast())
  }

  /// White space folded to single spaces, none at the ends.
  static func folded(_ value: String) -> String {
    value.split { $0.isWhitespace }.joined(separator: " ")
  }
}
