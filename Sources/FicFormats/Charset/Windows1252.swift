/// Windows-1252, the legacy charset of Western European text; ISO 8859-1 is read as it too.
enum Windows1252 {
  /// The scalars of the bytes 0x80 to 0x9F, by the table of the Unicode Consortium
  /// (MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); 0xFFFD where the charset has none.
  private static let upperControls: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The character of a byte of 0x80 to 0x9F; U+FFFD where it has none.
  static func scalar(of byte: UInt8) -> Unicode.Scalar {
    let index = Int(byte) - 0x80
    guard upperControls.indices.contains(index) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upperControls[index]) ?? "\u{FFFD}"
  }

  /// The byte of a character; nil where the charset has none for it.
  ///
  /// The five bytes that have no character stand for the control characters of their value.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    guard scalar.value != 0xFFFD else { return nil }
    return upperControls.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
  }

  /// The bytes as UTF-8, and how many have no character.
  ///
  /// Complexity: linear.
  static func utf8(_ bytes: [UInt8]) -> (utf8: [UInt8], bad: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var bad = 0
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else if byte >= 0xA0 {
        result.append(0xC0 | byte >> 6)
        result.append(0x80 | byte & 0x3F)
      } else {
        let value = upperControls[Int(byte) - 0x80]
        if value == 0xFFFD { bad += 1 }
        UTF16Decoder.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &result)
      }
    }
    return (result, bad)
  }
}
