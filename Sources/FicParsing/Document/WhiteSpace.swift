/// White space as bytes of UTF-8, the invisible characters that exporters leave behind included.
package enum WhiteSpace {
  /// The number of bytes of the white-space character at `index`; 0 where there is none.
  ///
  /// Line feeds count. Beside Unicode's spaces these count: U+00AD soft hyphen, U+200B zero-width
  /// space, U+FEFF byte order mark.
  package static func length(at index: Int, in text: [UInt8]) -> Int {
    let byte = text[index]
    if byte <= 0x20 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    guard byte >= 0xC2 else { return 0 }
    let second = index + 1 < text.count ? text[index + 1] : 0
    if byte == 0xC2 { return second == 0xA0 || second == 0xAD || second == 0x85 ? 2 : 0 }
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (byte, second) {
    case (0xE2, 0x80):
      let isSpace =
        third >= 0x80 && third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF
      return isSpace ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F || third == 0xA0 ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Whether the white space at `index` takes no room: what stands on its two sides is one word.
  package static func isInvisible(at index: Int, in text: [UInt8]) -> Bool {
    switch text[index] {
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xAD
    case 0xE2: index + 2 < text.count && [0x8B, 0xA0].contains(text[index + 2])
    case 0xEF: true
    default: false
    }
  }

  /// Whether a byte is a visible character by itself, as nearly all at the ends of a line are.
  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  /// The place of the first visible byte at or after `start`; `end` where there is none before it.
  package static func skip(from start: Int, to end: Int, in text: [UInt8]) -> Int {
    var index = start
    while index < end {
      if isPlain(text[index]) { return index }
      let length = length(at: index, in: text)
      if length == 0 { return index }
      index += length
    }
    return end
  }

  /// `span` without the white space at its two ends; empty at its end where there is nothing else.
  package static func trim(_ span: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let start = skip(from: span.lowerBound, to: span.upperBound, in: text)
    var end = span.upperBound
    while end > start {
      if isPlain(text[end - 1]) { break }
      if length(at: end - 1, in: text) == 1 {
        end -= 1
      } else if end - start >= 2, length(at: end - 2, in: text) == 2 {
        end -= 2
      } else if end - start >= 3, length(at: end - 3, in: text) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}
