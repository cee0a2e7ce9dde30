/// Reads varints one after the other.
struct VarintReader {
  /// Where the next one begins.
  var offset: Int

  /// Starts at an offset.
  init(at offset: Int) {
    self.offset = offset
  }

  /// The next number, at most 2^35 - 1; 0 at the end of the bytes.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Int {
    guard offset < bytes.count else { return 0 }
    let first = bytes[offset]
    offset &+= 1
    if first < 0x80 { return Int(first) }
    return rest(bytes, Int(first & 0x7F))
  }

  private mutating func rest(_ bytes: Span<UInt8>, _ first: Int) -> Int {
    var value = first
    var shift = 7
    while offset < bytes.count, shift < 35 {
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}
