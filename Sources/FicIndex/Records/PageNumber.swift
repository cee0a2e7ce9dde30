import FicModel

/// Tells the number of a printed page, which scans leave between the lines of a text: `117`, `[Pg
/// 117]`, `- 117 -`, `{117}`.
enum PageNumber {
  /// The longest that is looked at, in bytes.
  private static let longest = 16

  /// Whether a stretch of text is one.
  static func isOne(_ span: TextSpan, of text: [UInt8]) -> Bool {
    guard span.count <= longest else { return false }
    var digits = 0
    var word: [UInt8] = []
    for byte in text[span.range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.append(byte | 0x20)
      case 0x20, 0x2D, 0x2E, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: continue
      default: return false
      }
    }
    let words = ["", "p", "pg", "page"].map { Array($0.utf8) }
    return digits > 0 && digits <= 5 && words.contains(word)
  }
}
