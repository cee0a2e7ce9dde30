/// Reads UTF-16 of either byte order, with a byte order mark or by evidence.
enum UTF16Decoder {
  /// The order of the two bytes of a code unit.
  enum ByteOrder: String {
    case littleEndian = "UTF-16LE"
    case bigEndian = "UTF-16BE"
  }

  /// How many bytes are looked at for evidence.
  private static let sampleSize = 1 << 16

  /// The byte order and the length of the mark; nil where the bytes are not UTF-16.
  ///
  /// Without a mark, spaces and line feeds decide: prose has one in every few characters, and in
  /// UTF-16 a NUL byte stands on one and the same side of it, and at least every other byte is no
  /// ASCII character: a NUL that a disk left in other text makes no evidence.
  static func detect(_ bytes: [UInt8]) -> (order: ByteOrder, markLength: Int)? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF && bytes[1] == 0xFE { return (.littleEndian, 2) }
    if bytes[0] == 0xFE && bytes[1] == 0xFF { return (.bigEndian, 2) }
    var little = 0
    var big = 0
    var plain = 0
    let pairs = min(bytes.count, sampleSize) / 2
    for pair in 0..<pairs {
      let first = bytes[2 * pair]
      let second = bytes[2 * pair + 1]
      if second == 0, first == 0x20 || first == 0x0A { little += 1 }
      if first == 0, second == 0x20 || second == 0x0A { big += 1 }
      plain += (isPlain(first) ? 1 : 0) + (isPlain(second) ? 1 : 0)
    }
    guard plain * 5 < pairs * 8 else { return nil }
    if little * 20 > pairs, little > big * 8 { return (.littleEndian, 0) }
    if big * 20 > pairs, big > little * 8 { return (.bigEndian, 0) }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The code units as UTF-8; an unpaired surrogate or an odd last byte becomes U+FFFD.
  ///
  /// Complexity: linear in the number of bytes.
  static func utf8(_ bytes: [UInt8], order: ByteOrder, from start: Int) -> (utf8: [UInt8], bad: Int)
  {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var bad = 0
    let shift = order == .littleEndian ? 1 : 0
    var index = start
    func unit(at index: Int) -> UInt32 {
      UInt32(bytes[index + shift]) << 8 | UInt32(bytes[index + 1 - shift])
    }
    while index + 1 < bytes.count {
      let value = unit(at: index)
      index += 2
      var scalar = Unicode.Scalar(value)
      if value >= 0xD800, value < 0xDC00, index + 1 < bytes.count {
        let low = unit(at: index)
        if low >= 0xDC00, low < 0xE000 {
          scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
          index += 2
        }
      }
      if scalar == nil { bad += 1 }
      append(scalar ?? "\u{FFFD}", to: &result)
    }
    if index < bytes.count {
      bad += 1
      append("\u{FFFD}", to: &result)
    }
    return (result, bad)
  }

  /// Appends a scalar as UTF-8.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }
}
