/// The number of a page of the book that a text was copied from.
enum PageNumber {
  private static let marks = Set("[](){}|/-<>*. \u{A0}".utf8)

  /// What is written before the number, the longest first; the short ones are those of "page" and
  /// of the German "Seite".
  private static let names = ["page", "seite", "pag", "pg", "pp", "p", "s"].map { Array($0.utf8) }

  /// Whether words are nothing but such a number: `[Pg 13]`, `13`, `{xii}`, `Page 13`.
  static func isNumber(_ text: [UInt8]) -> Bool {
    var words = text[...]
    while let first = words.first, marks.contains(first) { words.removeFirst() }
    while let last = words.last, marks.contains(last) { words.removeLast() }
    if let name = names.first(where: { words.lazy.map { $0 | 0x20 }.starts(with: $0) }) {
      words = words.dropFirst(name.count).drop { marks.contains($0) }
    }
    return isNumeral(words)
  }

  /// Whether the id of an element names a page: `Page_13`, `pg13`, `p-xii`.
  static func isAnchor(_ id: String) -> Bool {
    let bytes = id.utf8.map { $0 | 0x20 }
    guard bytes.first == UInt8(ascii: "p"), bytes.count <= 16 else { return false }
    for name in ["page", "pg", "p"] where bytes.starts(with: name.utf8) {
      // The bit of small letters makes an underscore 0x7F and leaves a hyphen and a dot.
      let rest = bytes.dropFirst(name.utf8.count).drop { [0x7F, 0x2D, 0x2E].contains($0) }
      if isNumeral(rest) { return true }
    }
    return false
  }

  /// At most four digits, or a Roman number.
  private static func isNumeral(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    if text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return text.count <= 4 }
    return text.count <= 8 && text.allSatisfy { "ivxlcdm".utf8.contains($0 | 0x20) }
  }
}
