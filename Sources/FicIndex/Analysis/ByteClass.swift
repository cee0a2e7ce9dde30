/// What the analyzer sees in one byte.
enum ByteClass: UInt8, Sendable {
  /// Ends a word.
  case separator
  /// A lower-case ASCII letter or a digit: itself.
  case plain
  /// An upper-case ASCII letter.
  case upper
  /// A straight apostrophe or a grave accent that is typed for one.
  case apostrophe
  /// A full stop, which an initialism may hold.
  case dot
  /// A comma, which a number may hold.
  case comma
  /// An opening bracket, which may hold the number of a printed page.
  case bracket
  /// U+001E, which no phrase crosses.
  case barrier
  /// Part of a scalar beyond ASCII.
  case beyond

  /// The class of every byte.
  static let table: [ByteClass] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): .plain
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "["), UInt8(ascii: "{"): .bracket
    case 0x1E: .barrier
    case 0x80...: .beyond
    default: .separator
    }
  }
}
