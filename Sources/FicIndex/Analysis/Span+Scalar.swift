extension Span<UInt8> {
  /// The scalar whose UTF-8 starts at `offset`, and its length in bytes; nil and 1 where there is
  /// none.
  ///
  /// Overlong forms, surrogates and scalars above U+10FFFF are none (Unicode 15, table 3-7).
  func scalar(at offset: Int) -> (value: UInt32?, length: Int) {
    let first = self[offset]
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0xC2...0xDF:
      return decode(at: offset, length: 2, initial: UInt32(first & 0x1F), from: 0x80)
    case 0xE0...0xEF:
      return decode(at: offset, length: 3, initial: UInt32(first & 0xF), from: 0x800)
    case 0xF0...0xF4:
      return decode(at: offset, length: 4, initial: UInt32(first & 7), from: 0x10000)
    default: return (nil, 1)
    }
  }

  private func decode(
    at offset: Int,
    length: Int,
    initial: UInt32,
    from least: UInt32
  ) -> (value: UInt32?, length: Int) {
    guard count - offset >= length else { return (nil, 1) }
    var value = initial
    for index in offset + 1..<offset + length {
      let byte = self[index]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, value < 0x110000, value & 0x1F_F800 != 0xD800 else { return (nil, 1) }
    return (value, length)
  }
}
