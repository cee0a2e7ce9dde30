/// What a character is in a text, as far as it tells right charsets from wrong ones.
enum CharacterKind: Sendable {
  case none
  case space
  case digit
  case mark
  case lower
  case upper
  /// A letter of a script without capitals.
  case caseless
  case opening
  case closing
  case apostrophe
  case dash
  case ellipsis
  /// An inverted question or exclamation mark.
  case inverted
  case symbol
  /// A line or a shade of a frame.
  case box

  /// The kind of a scalar; 0 is none.
  init(_ value: UInt32) {
    switch value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x9F, 0xFFFD: self = .none
    case 0x09...0x0D, 0x20, 0xA0: self = .space
    case 0x30...0x39: self = .digit
    case 0x41...0x5A: self = .upper
    case 0x61...0x7A: self = .lower
    case 0x21...0x7E: self = .mark
    case 0x201C, 0x201E, 0x2018, 0x201A, 0xAB, 0x2039: self = .opening
    case 0x201D, 0xBB, 0x203A: self = .closing
    case 0x2019: self = .apostrophe
    case 0x2013, 0x2014: self = .dash
    case 0x2026: self = .ellipsis
    case 0xA1, 0xBF: self = .inverted
    case 0x2500...0x259F: self = .box
    case 0xAA, 0xBA, 0xB5, 0x2C6, 0x2C7, 0x2D8...0x2DD, 0x192: self = .symbol
    default:
      guard let properties = Unicode.Scalar(value)?.properties else {
        self = .none
        return
      }
      let isCased = properties.isUppercase || properties.isLowercase
      if isCased {
        self = properties.isUppercase ? .upper : .lower
      } else {
        self = properties.isAlphabetic ? .caseless : .symbol
      }
    }
  }

  /// Whether it is part of a word.
  var isLetter: Bool { self == .lower || self == .upper || self == .caseless }

  /// A scalar in lower case; the Turkish capital I with its dot is the one without.
  static func lowercase(_ value: UInt32) -> UInt32 {
    if value == 0x130 { return 0x131 }
    return Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }
}
