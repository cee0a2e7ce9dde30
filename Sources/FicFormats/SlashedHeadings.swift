import FicModel
import FicParsing

/// The headings of texts from fimfiction.net, each between rules of strokes.
///
///     //------------------------------//
///     // Chapter 1 - Rain
///     //------------------------------//
struct SlashedHeadings {
  /// Title and author of the work.
  private(set) var fields: [MetadataField] = []

  /// The kinds of the lines of headings, by their indices.
  private(set) var kinds: [Int: Block.Kind] = [:]

  /// Reads the headings of a text that begins with one; else nothing.
  ///
  /// Complexity: linear in the number of lines.
  init(_ text: [UInt8], lines: [TextLine]) {
    guard let first = lines.firstIndex(where: { !$0.isBlank }), Self.isRule(lines[first], text)
    else {
      return
    }
    for (index, line) in lines.enumerated() where !line.isBlank && Self.isSlashed(line, text) {
      if Self.isRule(line, text) {
        kinds[index] = .header
        continue
      }
      let words = HeaderValue.folded(
        String(decoding: text[(line.content + 2)..<line.end], as: UTF8.self)
      )
      if words.hasPrefix("Story: ") {
        add("title", words.dropFirst(7))
        kinds[index] = .header
      } else if words.hasPrefix("by ") {
        add("author", words.dropFirst(3))
        kinds[index] = .header
      } else if index > 0, kinds[index - 1] == .header {
        kinds[index] = .heading(level: 2)
      }
    }
  }

  private mutating func add(_ key: String, _ value: Substring) {
    guard !value.isEmpty, !fields.contains(where: { $0.key == key }) else { return }
    fields.append(MetadataField(key: key, value: String(value), origin: .text))
  }

  private static func isSlashed(_ line: TextLine, _ text: [UInt8]) -> Bool {
    text[line.content..<line.end].starts(with: "//".utf8)
  }

  private static func isRule(_ line: TextLine, _ text: [UInt8]) -> Bool {
    let bytes = text[line.content..<line.end]
    return bytes.count >= 8 && bytes.starts(with: "//".utf8)
      && bytes.suffix(2).elementsEqual("//".utf8)
      && bytes.dropFirst(2).dropLast(2).allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
