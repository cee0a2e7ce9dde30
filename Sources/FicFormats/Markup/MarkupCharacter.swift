import CLibxml2

/// Characters of markup that need a second look: references that were escaped twice, control
/// characters from Windows-1252, invisible ones.
enum MarkupCharacter {
  /// The longest name of a reference, in bytes.
  private static let longestName = 10

  /// Reads the character at `index` if it is one of these.
  ///
  /// - Returns: What it stands for, nil for what is left out, and its length; 0 for any other.
  static func read(
    at index: Int,
    below end: Int,
    of text: [UInt8]
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    switch text[index] {
    case UInt8(ascii: "&"): return reference(at: index, below: end, of: text)
    case 0xC2: return latin(at: index, below: end, of: text)
    case 0xE2, 0xEF: return invisible(at: index, below: end, of: text)
    case 0x7F: return (nil, 1)
    default: return (nil, 0)
    }
  }

  /// A soft hyphen, or a control character that is a quotation mark or a dash in Windows-1252.
  private static func latin(
    at index: Int,
    below end: Int,
    of text: [UInt8]
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    guard index + 1 < end else { return (nil, 0) }
    let second = text[index + 1]
    if second == 0xAD { return (nil, 2) }
    guard second < 0xA0 else { return (nil, 0) }
    return (Windows1252.scalar(of: second), 2)
  }

  /// Zero-width spaces and byte order marks go; the separators of lines and paragraphs break the
  /// line.
  private static func invisible(
    at index: Int,
    below end: Int,
    of text: [UInt8]
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    guard index + 2 < end else { return (nil, 0) }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (nil, 3)
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return ("\n", 3)
    default: return (nil, 0)
    }
  }

  /// A reference that is still one after the parser resolved it was escaped twice.
  private static func reference(
    at index: Int,
    below end: Int,
    of text: [UInt8]
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    guard let (scalar, length) = name(at: index + 1, below: end, of: text) else { return (nil, 0) }
    return (scalar, length + 1)
  }

  /// The character that the name at `index`, behind an ampersand, stands for, and the length of the
  /// name with its semicolon; nil where none stands there.
  static func name(
    at index: Int,
    below end: Int,
    of text: [UInt8]
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let limit = min(end, index + longestName)
    guard index < limit,
      let stop = text[index..<limit].firstIndex(of: UInt8(ascii: ";")), stop > index
    else { return nil }
    let name = String(decoding: text[index..<stop], as: UTF8.self)
    guard let scalar = scalar(named: name), scalar.value >= 0x20 else { return nil }
    return (scalar, stop + 1 - index)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.first == "#" {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = UInt32(
        isHexadecimal ? digits.dropFirst() : digits,
        radix: isHexadecimal ? 16 : 10
      )
      guard let value else { return nil }
      return value < 0xA0 && value >= 0x80
        ? Windows1252.scalar(of: UInt8(value)) : Unicode.Scalar(value)
    }
    return unsafe name.withCString { bytes in
      unsafe bytes.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) { bytes in
        guard let entity = unsafe htmlEntityLookup(bytes) else { return nil }
        return unsafe Unicode.Scalar(entity.pointee.value)
      }
    }
  }
}
