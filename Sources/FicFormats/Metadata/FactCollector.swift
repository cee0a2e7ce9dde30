import FicModel
import FicParsing

/// Collects the facts that a source states of its work under one set of keys.
struct FactCollector {
  /// No work has so many facts; a page that states more is none of a story.
  private static let mostFields = 4096

  /// In the order in which they were found; what is said twice stands once.
  private(set) var fields: [MetadataField] = []

  /// Adds a fact, taken apart where its key has lists for values.
  mutating func add(_ key: String, _ value: String) {
    for field in HeaderValue.fields(key: key, value: value, origin: .header) { add(field) }
  }

  /// Adds values that the source keeps apart, such as links: a comma in one parts nothing.
  mutating func add(_ key: String, items: [String]) {
    for item in items {
      let value = HeaderValue.folded(item)
      if !value.isEmpty { add(MetadataField(key: key, value: value, origin: .header)) }
    }
  }

  /// Adds a fact unless its key has a value already.
  mutating func addIfAbsent(_ key: String, _ value: String) {
    if !has(key) { add(key, value) }
  }

  /// Puts a value in the place of those that a key has.
  mutating func replace(_ key: String, with value: String) {
    fields.removeAll { $0.key == key }
    add(key, items: [value])
  }

  /// Adds the value of a label, as in `Rating: T`; labels that are not known keep their own words.
  mutating func add(label: String, _ value: String) {
    add(Self.key(of: label), value)
  }

  /// The key that a label stands for.
  static func key(of label: String) -> String {
    let words = HeaderValue.folded(label.last == ":" ? String(label.dropLast()) : label)
    let line = Array((words + ": x").utf8)
    return MetadataLabel.match(0..<line.count, in: line)?.key ?? words
  }

  /// Whether a fact of that key has been found.
  func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

  private mutating func add(_ field: MetadataField) {
    guard !field.key.isEmpty, fields.count < Self.mostFields, !fields.contains(field) else {
      return
    }
    fields.append(field)
  }
}
