import FicIndex

/// The column of `chapter_sketch`: the hash of all terms, the limit, the hashes, all little-endian.
enum SketchColumn {
  /// The bytes of a sketch.
  static func bytes(of sketch: TextSketch) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(12 + 4 * sketch.hashes.count)
    for place in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: sketch.content >> UInt64(place * 8)))
    }
    append(sketch.limit, to: &bytes)
    for hash in sketch.hashes { append(hash, to: &bytes) }
    return bytes
  }

  /// Restores a sketch.
  ///
  /// - Throws: `DamagedRecord` where the column has another length than a sketch has.
  static func sketch(_ bytes: [UInt8]) throws(DamagedRecord) -> TextSketch {
    guard bytes.count >= 12, bytes.count % 4 == 0 else {
      throw DamagedRecord(cause: "a sketch has not the length of one")
    }
    var content: UInt64 = 0
    for place in 0..<8 { content |= UInt64(bytes[place]) << UInt64(place * 8) }
    return TextSketch(
      content: content,
      limit: number(bytes, 8),
      hashes: stride(from: 12, to: bytes.count, by: 4).map { number(bytes, $0) }
    )
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(place * 8))) }
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32($1 * 8) }
  }
}
