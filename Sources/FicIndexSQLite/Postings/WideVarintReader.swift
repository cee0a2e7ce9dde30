/// Reads varints of up to 63 bits, one after the other, and tells the end.
struct WideVarintReader {
  private let bytes: [UInt8]
  private var offset = 0

  /// Starts at the first byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next number; nil at the end, and where the bytes end within one.
  mutating func next() -> Int? {
    var value = 0
    var shift = 0
    while offset < bytes.count, shift < 63 {
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
