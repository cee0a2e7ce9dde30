import FicModel
import FicParsing

/// The block at the top of a Markdown file that describes it: YAML between two lines of hyphens,
/// TOML between two lines of plus signs.
///
/// Of either, as much as people write into stories: scalars, folded ones too, lists, and maps of
/// one level such as `series: {name: Mills, index: 2}`.
struct FrontMatter {
  /// In the order of the source.
  private(set) var fields: [MetadataField] = []

  /// The index of the first line after the block; 0 where there is none.
  private(set) var endLine = 0

  /// A longer block is a story that starts with a rule.
  private static let longest = 200

  /// What a map says of the place of a work in a series.
  private static let partNames: Set<String> = ["index", "number", "part", "position", "book"]

  /// The key that the lines so far belong to; nil before the first.
  private var key: String?

  /// The lines of a folded scalar so far; nil outside of one.
  private var folded: [String]?

  /// Reads the block.
  ///
  /// Complexity: linear in the number of its lines.
  init(_ text: [UInt8], lines: [TextLine]) {
    func words(_ line: TextLine) -> String {
      String(decoding: text[line.content..<line.end], as: UTF8.self)
    }
    let mark = lines.first.map(words)
    guard mark == "---" || mark == "+++",
      let end = lines.prefix(Self.longest).indices.dropFirst().first(where: {
        words(lines[$0]) == mark || mark == "---" && words(lines[$0]) == "..."
      })
    else { return }
    for line in lines[1..<end] where !line.isBlank {
      let isRead =
        mark == "+++" ? readEntry(words(line)) : read(words(line), indentation: line.indentation)
      guard isRead else {
        fields = []
        return
      }
    }
    endFolded()
    if !fields.isEmpty { endLine = end + 1 }
  }

  // MARK: YAML

  /// Reads a line; false for one that no such block has.
  private mutating func read(_ words: String, indentation: Int) -> Bool {
    if folded != nil, indentation > 0 {
      folded?.append(words)
      return true
    }
    endFolded()
    if words.hasPrefix("#") { return true }
    guard indentation > 0 || words.hasPrefix("- ") else {
      guard let (label, value) = Self.pair(words, at: ":") else { return false }
      let key = Self.key(of: label)
      self.key = key
      if value.first.map({ $0 == ">" || $0 == "|" }) ?? false, value.count <= 3 {
        folded = []
      } else {
        add(key, value)
      }
      return true
    }
    guard let key else { return false }
    let item = words.hasPrefix("- ") ? String(words.dropFirst(2)) : words
    if let (name, value) = Self.pair(item, at: ":") {
      add(name, value, below: key)
    } else if item != words {
      add(key, item)
    } else if let last = fields.indices.last, fields[last].key == key {
      // A plain scalar goes on in the next line.
      fields[last].value += " " + HeaderValue.folded(words)
    }
    return true
  }

  private mutating func endFolded() {
    if let lines = folded, let key { add(key, lines.joined(separator: " ")) }
    folded = nil
  }

  // MARK: TOML

  private mutating func readEntry(_ words: String) -> Bool {
    if words.hasPrefix("#") { return true }
    if words.first == "[", words.last == "]" {
      key = Self.key(of: String(words.dropFirst().dropLast()))
      return true
    }
    guard let (label, value) = Self.pair(words, at: "=") else { return false }
    if let key { add(label, value, below: key) } else { add(Self.key(of: label), value) }
    return true
  }

  // MARK: Values

  /// A label and its value.
  private static func pair(_ words: String, at mark: Character) -> (label: String, value: String)? {
    guard let place = words.firstIndex(of: mark) else { return nil }
    let label = unquoted(HeaderValue.folded(String(words[..<place])))
    let rest = words[words.index(after: place)...]
    guard !label.isEmpty, label.utf8.count <= 40, mark == "=" || rest.first ?? " " == " ",
      label.allSatisfy({ $0.isLetter || $0.isNumber || "_- .()/".contains($0) })
    else { return nil }
    return (label, HeaderValue.folded(String(rest)))
  }

  /// The key of a label in any manner of writing: `last_updated`, `last-updated`, `lastUpdated`.
  private static func key(of label: String) -> String {
    var words = ""
    for character in label {
      if character == "_" || character == "-" {
        words.append(" ")
        continue
      }
      if character.isUppercase, words.last?.isLowercase ?? false { words.append(" ") }
      words.append(character)
    }
    let key = FactCollector.key(of: words)
    return key == HeaderValue.folded(words) ? key.lowercased() : key
  }

  /// Adds what a map below a key says.
  private mutating func add(_ name: String, _ value: String, below key: String) {
    switch name.lowercased() {
    case "name", "title": add(key, value)
    case let name where key == "series" && Self.partNames.contains(name): add("part", value)
    case let name: add(key + " " + name, value)
    }
  }

  /// Adds a plain, quoted or bracketed value.
  private mutating func add(_ key: String, _ value: String) {
    var value = HeaderValue.folded(value)
    if value.first == "{", value.last == "}" {
      for item in HeaderValue.items(of: String(value.dropFirst().dropLast())) {
        if let (name, value) = Self.pair(item, at: item.contains("=") ? "=" : ":") {
          add(name, value, below: key)
        }
      }
      return
    }
    if value.first == "[", value.last == "]" { value = String(value.dropFirst().dropLast()) }
    for field in HeaderValue.fields(key: key, value: Self.unquoted(value), origin: .header) {
      let value = Self.unquoted(field.value)
      guard !value.isEmpty else { continue }
      fields.append(MetadataField(key: field.key, value: value, origin: field.origin))
    }
  }

  private static func unquoted(_ value: String) -> String {
    guard value.count > 1, let first = value.first, first == value.last,
      first == "\"" || first == "'", !value.dropFirst().dropLast().contains(first)
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}
