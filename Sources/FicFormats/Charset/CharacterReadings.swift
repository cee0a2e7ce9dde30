import FicParsing

/// Finds the readings that texts of Aozora Bunko and of Japanese novels on the web write behind
/// their characters: `漢字《かんじ》`, and where a stroke says what is read so,
/// `｜Tea《ティー》`.
///
/// Titles of Chinese books stand in the same brackets; they are no kana.
///
/// Source: the annotation manual of aozora.gr.jp, "ruby".
struct CharacterReadings {
  /// What takes the readings out of their words, and puts them at the end; ascending.
  private(set) var repairs: [TextRepair] = []

  /// The longest reading and the longest word that has one, in bytes.
  private static let longest = 96

  private static let opening: [UInt8] = [0xE3, 0x80, 0x8A]
  private static let closing: [UInt8] = [0xE3, 0x80, 0x8B]
  private static let wideStroke: [UInt8] = [0xEF, 0xBD, 0x9C]

  /// Looks at a text.
  ///
  /// Complexity: linear in the number of bytes.
  init(_ text: [UInt8]) {
    var readings: [UInt8] = []
    /// The stroke that is open in the line, and where the word behind it begins.
    var stroke: Range<Int>?
    var index = 0
    while index < text.count {
      switch text[index] {
      case 0x0A: stroke = nil
      case UInt8(ascii: "|"): stroke = index..<index + 1
      case 0xEF where text[index...].starts(with: Self.wideStroke): stroke = index..<index + 3
      case 0xE3 where text[index...].starts(with: Self.opening):
        guard let reading = Self.reading(from: index + 3, in: text) else { break }
        let word = stroke.map { index - $0.upperBound } ?? 0
        if let stroke, word > 0, word <= Self.longest {
          repairs.append(TextRepair(range: stroke, bytes: []))
        } else if !Self.isKana(text[reading]) || !Self.hasIdeograph(before: index, in: text) {
          break
        }
        stroke = nil
        repairs.append(TextRepair(range: index..<reading.upperBound + 3, bytes: []))
        if !readings.isEmpty { readings.append(0x20) }
        readings += text[reading]
        index = reading.upperBound + 2
      default: break
      }
      index += 1
    }
    guard !readings.isEmpty else { return }
    let end = text.count..<text.count
    repairs.append(TextRepair(range: end, bytes: [0x0A, 0x0A] + readings + [0x0A]))
  }

  /// What stands between the brackets that open before `start`; nil where they do not close soon.
  private static func reading(from start: Int, in text: [UInt8]) -> Range<Int>? {
    var index = start
    while index < min(text.count, start + longest), text[index] != 0x0A {
      if text[index] == 0xE3 {
        if text[index...].starts(with: opening) { return nil }
        if text[index...].starts(with: closing) { return index > start ? start..<index : nil }
      }
      index += 1
    }
    return nil
  }

  /// Whether text is hiragana and katakana alone, with the dots and strokes among them.
  private static func isKana(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x3041 && scalar.value <= 0x30FF || scalar.value == 0x3000
    }
  }

  /// Whether an ideograph, or the sign that repeats one, ends at `index`.
  private static func hasIdeograph(before index: Int, in text: [UInt8]) -> Bool {
    guard index >= 3 else { return false }
    let start = text[index - 3] & 0xC0 == 0x80 ? index - 4 : index - 3
    guard start >= 0,
      let scalar = String(decoding: text[start..<index], as: UTF8.self).unicodeScalars.first
    else { return false }
    return scalar.value >= 0x3400 && scalar.value <= 0x9FFF
      || scalar.value >= 0xF900 && scalar.value <= 0xFAFF
      || scalar.value >= 0x20000 && scalar.value <= 0x3FFFF
      // 々, 〆, 〇, ヶ
      || [0x3005, 0x3006, 0x3007, 0x30F6].contains(scalar.value)
  }
}
