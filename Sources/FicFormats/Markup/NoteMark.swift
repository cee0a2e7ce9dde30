/// The mark that leads to a note, shown as characters that are no part of the word before it.
struct NoteMark {
  /// Raised digits, or a dagger for a letter; `TM` as the sign that it is.
  let bytes: [UInt8]

  /// Whether brackets stand around it.
  let isBracketed: Bool

  private static let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map {
    Array($0.utf8)
  }

  /// Reads words; nil where they are no such mark.
  ///
  /// A mark is a number of at most three digits or several of them; a letter or a small Roman
  /// number only where `mayBeLetter`. Stars and daggers are no part of a word as they are.
  init?(_ text: [UInt8], mayBeLetter: Bool) {
    var words = text[...]
    isBracketed = words.count > 2 && "[({".utf8.contains(words[0])
    if isBracketed { words = words.dropFirst().dropLast() }
    guard let first = words.first else { return nil }
    if words.elementsEqual("TM".utf8) {
      bytes = Array("™".utf8)
      return
    }
    if mayBeLetter,
      words.count == 1 && first | 0x20 >= 0x61 && first | 0x20 <= 0x7A
        || words.count <= 4 && words.allSatisfy({ "ivx".utf8.contains($0) })
    {
      bytes = Array("†".utf8)
      return
    }
    var bytes: [UInt8] = []
    var digits = 0
    for byte in words {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 3 else { return nil }
        bytes += Self.raised[Int(byte - UInt8(ascii: "0"))]
      case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "*"):
        guard digits > 0 else { return nil }
        digits = 0
        bytes.append(byte)
      default: return nil
      }
    }
    self.bytes = bytes
  }
}
