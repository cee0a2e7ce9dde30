/// The number of a printed page as transcribers put it in their text: `[Pg 13]`, `{Page xii}`.
enum PageMark {
  /// The most bytes of such a mark.
  private static let longest = 16

  /// Where the mark ends that begins with the bracket at `offset`; nil where none does.
  static func end(at offset: Int, in text: borrowing Span<UInt8>) -> Int? {
    let limit = min(text.count, offset + longest)
    guard offset + 1 < limit, text[offset + 1] | 0x20 == UInt8(ascii: "p") else { return nil }
    var index = offset + 2
    let name = index
    while index < limit, text[index] | 0x20 >= 0x61, text[index] | 0x20 <= 0x7A { index += 1 }
    // "p", "pg" or "page".
    switch index - name {
    case 0: break
    case 1: guard text[name] | 0x20 == UInt8(ascii: "g") else { return nil }
    case 3:
      guard text[name] | 0x20 == UInt8(ascii: "a"), text[name + 1] | 0x20 == UInt8(ascii: "g"),
        text[name + 2] | 0x20 == UInt8(ascii: "e")
      else { return nil }
    default: return nil
    }
    while index < limit, text[index] == 0x20 || text[index] == UInt8(ascii: ".") { index += 1 }
    let number = index
    while index < limit, isNumeral(text[index]) { index += 1 }
    guard index > number, index < limit else { return nil }
    return text[index] == UInt8(ascii: "]") || text[index] == UInt8(ascii: "}") ? index + 1 : nil
  }

  /// A digit, or a letter of a Roman number.
  private static func isNumeral(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"),
      UInt8(ascii: "c"):
      true
    default: false
    }
  }
}
