extension Array where Element == UInt8 {
  /// Adds a number that is not negative as a varint, 7 bits a byte, the low ones first (LEB128).
  mutating func append(varint number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
