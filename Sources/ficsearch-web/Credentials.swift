/// A name and a password, as a browser gives them (RFC 7617).
struct Credentials: Equatable {
  let name: String
  let password: String

  init(name: String, password: String) {
    self.name = name
    self.password = password
  }

  /// Reads the header `Authorization`; nil where it holds no name and password.
  init?(basic header: String?) {
    let words = (header ?? "").split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "basic", let bytes = Self.decoded(words[1]),
      let text = String(validating: bytes, as: UTF8.self),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    self.init(name: String(text[..<colon]), password: String(text[text.index(after: colon)...]))
  }

  /// Base64 (RFC 4648, section 4); nil where it is not.
  private static func decoded(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
