/// Writes JSON with keys in the order in which they are given, so that a record's `type` comes
/// first.
public struct JSONWriter: Sendable {
  /// What was written so far: UTF-8, without line breaks.
  public private(set) var bytes: [UInt8] = []

  private var needsComma = false

  /// Creates an empty writer.
  public init() {}

  /// Writes `{`, the fields that `body` adds, and `}`.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes `[`, the elements that `body` adds, and `]`.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Adds an element to the array that is being written.
  public mutating func element(_ value: some JSONWritable) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    value.write(to: &self)
    needsComma = true
  }

  /// Adds a field to the object that is being written.
  public mutating func field(_ key: String, _ value: some JSONWritable) {
    self.key(key)
    value.write(to: &self)
    needsComma = true
  }

  /// Adds a field unless its value is nil.
  public mutating func field(ifPresent key: String, _ value: (some JSONWritable)?) {
    if let value { field(key, value) }
  }

  /// Adds a key; a value must follow.
  public mutating func key(_ key: String) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Adds a value and a line end.
  public mutating func line(_ value: some JSONWritable) {
    value.write(to: &self)
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes a JSON string, escaping as RFC 8259 asks and U+2028 and U+2029 as well.
  public mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      // What needs no escape is copied in runs.
      var start = 0
      var index = 0
      while index < text.count {
        let count = unsafe Self.escapedCount(text, at: index)
        if count > 0 {
          unsafe bytes.append(contentsOf: text[start..<index])
          unsafe escape(text[index], last: text[index + count - 1])
          start = index + count
        }
        index += max(1, count)
      }
      unsafe bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// How many bytes from `index` on are one scalar that is escaped; 0 for none.
  private static func escapedCount(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch unsafe text[index] {
    case 0x22, 0x5C, 0x7F, 0..<0x20: return 1
    case 0xE2:
      guard index + 2 < text.count else { return 0 }
      return unsafe text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  /// Writes the escape of a scalar with these first and last bytes.
  private mutating func escape(_ first: UInt8, last: UInt8) {
    switch first {
    case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), first]
    case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case 0xE2: escape(last == 0xA8 ? 0x2028 : 0x2029)
    default: escape(UInt32(first))
    }
  }

  /// Writes `true`, `false`, `null` or a number as it stands.
  public mutating func literal(_ text: String) {
    bytes += text.utf8
    needsComma = true
  }

  private mutating func escape(_ value: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] as [UInt32] {
      bytes.append(digits[Int(value >> shift & 15)])
    }
  }
}
