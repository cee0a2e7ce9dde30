extension Array where Element == UInt8 {
  /// Adds a number, the low byte first.
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  /// The number at a place, which lies in the bytes as a whole.
  func littleEndian<Number: FixedWidthInteger>(at start: Int) -> Number {
    (0..<Number.bitWidth / 8).reduce(0) { $0 | Number(self[start + $1]) << Number($1 * 8) }
  }
}
