import FicModel
import FicParsing

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
    if key == "series" { return series(value, origin: origin) }
    let parts = lists.contains(key) ? items(of: value, isAuthor: key == "author") : [address(value)]
    return parts.map { part in
      let part = key == "author" ? withoutAddress(part) : part
      let isCategory = key == "fandom" && ao3Categories.contains(part.lowercased())
      return MetadataField(key: isCategory ? "category" : key, value: part, origin: origin)
    }
  }

  /// The name and the part of `Name [3]` and `Part 3 of Name`.
  private static func series(_ value: String, origin: MetadataField.Origin) -> [MetadataField] {
    var name = Substring(value)
    var part: Substring?
    if value.last == "]", let open = value.lastIndex(of: "[") {
      name = value[..<open]
      part = value[value.index(after: open)...].dropLast()
    } else if value.hasPrefix("Part "), let of = value.dropFirst(5).firstRange(of: " of ") {
      part = value.dropFirst(5)[..<of.lowerBound]
      name = value[of.upperBound...]
    }
    guard let part, !part.isEmpty, part.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
      name.contains(where: { !$0.isWhitespace })
    else {
      return [MetadataField(key: "series", value: value, origin: origin)]
    }
    return [
      MetadataField(key: "series", value: folded(String(name)), origin: origin),
      MetadataField(key: "part", value: String(part), origin: origin),
    ]
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

  /// A name without the address that ficbook.net puts behind it in brackets.
  private static func withoutAddress(_ name: String) -> String {
    guard name.last == ")", let open = name.firstRange(of: " (http") else { return name }
    return folded(String(name[..<open.lowerBound]))
  }

  /// An address without the angle brackets that Markdown puts around it.
  private static func address(_ value: String) -> String {
    guard value.first == "<", value.last == ">", value.contains("://") else { return value }
    return String(value.dropFirst().dropLast())
  }

  /// White space folded to single spaces, none at the ends; invisible characters within a word
  /// stay.
  ///
  /// Complexity: linear in the number of bytes.
  static func folded(_ value: String) -> String {
    let bytes = Array(value.utf8)
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = WhiteSpace.length(at: index, in: bytes)
      if length == 0 {
        folded.append(bytes[index])
      } else if !folded.isEmpty, WhiteSpace.isInvisible(at: index, in: bytes) {
        folded.append(contentsOf: bytes[index..<index + length])
      } else if let last = folded.last, last != 0x20 {
        folded.append(0x20)
      }
      index += max(1, length)
    }
    while let last = folded.last, last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
