/// Reads JSON text after RFC 8259, strictly but for lone surrogates, which become U+FFFD.
struct JSONScanner {
  /// How deep arrays and objects may nest.
  static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw failure("the end") }
    return value
  }

  private func failure(_ expected: String) -> JSONError {
    JSONError(expected: expected, offset: position)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= Self.maximumDepth else { throw failure("no deeper nesting") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func literal(
    _ text: StaticString,
    _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let start = position
    for byte in text.description.utf8 where !take(byte) {
      position = start
      throw failure("a value")
    }
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var fields: [String: JSONValue] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(fields) }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon") }
      fields[key] = try value(depth: depth + 1)
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("a comma or a brace") }
    return .object(fields)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("a comma or a bracket") }
    return .array(values)
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let digits = position
    skipDigits()
    let count = position - digits
    guard count > 0, count == 1 || bytes[digits] != UInt8(ascii: "0") else {
      position = start
      throw failure("a value")
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      let fraction = position
      skipDigits()
      guard position > fraction else { throw failure("a digit") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      let exponent = position
      skipDigits()
      guard position > exponent else { throw failure("a digit") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text) else { throw failure("a number") }
    return .number(value)
  }

  private mutating func skipDigits() {
    while let byte = current, byte >= 0x30 && byte <= 0x39 { position += 1 }
  }

  private mutating func string() throws(JSONError) -> String {
    guard take(UInt8(ascii: "\"")) else { throw failure("a string") }
    var start = position
    var pieces: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let tail = bytes[start..<position]
        position += 1
        if pieces.isEmpty { return String(decoding: tail, as: UTF8.self) }
        return String(decoding: pieces + tail, as: UTF8.self)
      case UInt8(ascii: "\\"):
        pieces += bytes[start..<position]
        position += 1
        try escape(into: &pieces)
        start = position
      case 0..<0x20: throw failure("no control character")
      default: position += 1
      }
    }
    throw failure("a quotation mark")
  }

  private mutating func escape(into pieces: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw failure("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): pieces.append(byte)
    case UInt8(ascii: "b"): pieces.append(0x08)
    case UInt8(ascii: "f"): pieces.append(0x0C)
    case UInt8(ascii: "n"): pieces.append(0x0A)
    case UInt8(ascii: "r"): pieces.append(0x0D)
    case UInt8(ascii: "t"): pieces.append(0x09)
    case UInt8(ascii: "u"): pieces += Array(String(try escapedScalar()).utf8)
    default:
      position -= 1
      throw failure("an escape")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let start = position
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      position = start
      return "\u{FFFD}"
    }
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      position = start
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt32
      switch current {
      case .some(let byte) where byte >= 0x30 && byte <= 0x39: digit = UInt32(byte) - 0x30
      case .some(let byte) where (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66:
        digit = UInt32(byte | 0x20) - 0x61 + 10
      default: throw failure("a hexadecimal digit")
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}
