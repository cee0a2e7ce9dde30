import FicIndex

/// The column of `chapter_sketch`: the hash of all terms, the limit, the hashes, all little-endian.
enum SketchColumn {
  /// The bytes of a sketch.
  static func bytes(of sketch: TextSketch) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(12 + 4 * sketch.hashes.count)
    bytes.append(littleEndian: sketch.content)
    bytes.append(littleEndian: sketch.limit)
    for hash in sketch.hashes { bytes.append(littleEndian: hash) }
    return bytes
  }

  /// Restores a sketch.
  ///
  /// - Throws: `DamagedRecord` where the column has another length than a sketch has.
  static func sketch(_ bytes: [UInt8]) throws(DamagedRecord) -> TextSketch {
    guard bytes.count >= 12, bytes.count % 4 == 0 else {
      throw DamagedRecord(cause: "a sketch has not the length of one")
    }
    return TextSketch(
      content: bytes.littleEndian(at: 0),
      limit: bytes.littleEndian(at: 8),
      hashes: stride(from: 12, to: bytes.count, by: 4).map { bytes.littleEndian(at: $0) }
    )
  }
}
