/// Cuts a rich text file into tokens; any bytes are some.
///
/// Source: Microsoft, Rich Text Format Specification 1.9.1, "RTF Syntax".
struct RTFTokenizer {
  /// Where the next token begins, in bytes of the file.
  private(set) var index = 0

  private let bytes: [UInt8]

  /// The longest control word and the longest number in one.
  private static let longestWord = 32
  private static let longestNumber = 10

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token; nil at the end.
  ///
  /// Complexity: linear in its length.
  mutating func next() -> RTFToken? {
    // Line ends of the file are for the eyes of programmers.
    while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A || bytes[index] == 0 {
      index += 1
    }
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      index += 1
      return .open
    case UInt8(ascii: "}"):
      index += 1
      return .close
    case UInt8(ascii: "\\"):
      index += 1
      return control()
    default:
      let start = index
      while index < bytes.count, !Self.isSpecial(bytes[index]) { index += 1 }
      return .text(start..<index)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), 0x0D, 0x0A, 0: true
    default: false
    }
  }

  private mutating func control() -> RTFToken? {
    guard index < bytes.count else { return nil }
    guard Self.isLetter(bytes[index]) else {
      let symbol = bytes[index]
      index += 1
      guard symbol == UInt8(ascii: "'") else { return .symbol(symbol) }
      guard index + 1 < bytes.count, let high = Self.digit(bytes[index]),
        let low = Self.digit(bytes[index + 1])
      else { return .symbol(symbol) }
      index += 2
      return .byte(high << 4 | low)
    }
    let start = index
    while index < bytes.count, index - start < Self.longestWord, Self.isLetter(bytes[index]) {
      index += 1
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    let number = number()
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if name == "bin", let number, number > 0 { index = min(bytes.count, index + number) }
    return .word(name, number)
  }

  private mutating func number() -> Int? {
    var place = index
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var value = 0
    while place < bytes.count, place - start < Self.longestNumber,
      bytes[place] >= 0x30, bytes[place] <= 0x39
    {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > start else { return nil }
    index = place
    return isNegative ? -value : value
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
