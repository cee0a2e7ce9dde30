/// Reads varints as SQLite writes them, one after the other.
struct FullTextVarintReader {
  /// Where the next one begins.
  var offset: Int

  /// Starts at an offset.
  init(at offset: Int) {
    self.offset = offset
  }

  /// The next number; 0 at the end of the bytes.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Int {
    guard offset < bytes.count else { return 0 }
    let first = bytes[offset]
    offset &+= 1
    if first < 0x80 { return Int(first) }
    guard offset < bytes.count else { return 0 }
    let second = bytes[offset]
    if second < 0x80 {
      offset &+= 1
      return Int(first & 0x7F) << 7 | Int(second)
    }
    return rest(bytes, Int(first & 0x7F))
  }

  private mutating func rest(_ bytes: Span<UInt8>, _ first: Int) -> Int {
    var value = first
    for place in 1..<9 {
      guard offset < bytes.count else { return value }
      let byte = bytes[offset]
      offset += 1
      // The ninth byte has eight bits of its own.
      if place == 8 { return value << 8 | Int(byte) }
      value = value << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    return value
  }
}
