extension Array where Element == UInt8 {
  /// The number of `length` bytes at `place`, the high byte first; nil where they are not all
  /// there.
  func bigEndian(at place: Int, length: Int) -> Int? {
    guard place >= 0, length <= 7, place <= count - length else { return nil }
    return self[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The bytes of a range, as far as they are there.
  func part(from start: Int, count length: Int) -> ArraySlice<UInt8> {
    let start = Swift.min(Swift.max(0, start), count)
    return self[start..<Swift.min(count, start + Swift.max(0, Swift.min(length, count)))]
  }
}
