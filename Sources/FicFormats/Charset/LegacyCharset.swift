import CUchardet
import Glibc

/// Charsets of one and two bytes from before Unicode: guessed by uchardet, read by iconv.
enum LegacyCharset {
  /// How many bytes with a high bit are shown to the detector, at least; it needs no more.
  private static let sampleSize = 1 << 18

  /// The charset of `bytes`, which are neither UTF-8 nor UTF-16, by its name in iconv.
  ///
  /// A text whose letters are nearly all ASCII is Windows-1252: its high bytes are quotation marks,
  /// dashes and a few accents, on which detectors guess wildly.
  static func detect(_ bytes: [UInt8]) -> String {
    var high = 0
    var letters = 0
    for byte in bytes.prefix(sampleSize) {
      if byte >= 0xA0 { high += 1 }
      let lower = byte | 0x20
      if lower >= 0x61 && lower <= 0x7A { letters += 1 }
    }
    if high * 33 < letters { return "WINDOWS-1252" }
    guard let name = guess(bytes) else { return "WINDOWS-1252" }
    switch name {
    case "", "ASCII", "ISO-8859-1", "ISO-8859-9", "ISO-8859-15", "ISO-8859-3", "UTF-8":
      return "WINDOWS-1252"
    default: return name
    }
  }

  private static func guess(_ bytes: [UInt8]) -> String? {
    guard let detector = unsafe uchardet_new() else { return nil }
    defer { unsafe uchardet_delete(detector) }
    let sample = bytes[sampleRange(of: bytes)]
    let status = unsafe sample.withUnsafeBytes { buffer in
      unsafe uchardet_handle_data(
        detector,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        buffer.count
      )
    }
    guard status == 0 else { return nil }
    unsafe uchardet_data_end(detector)
    guard let name = unsafe uchardet_get_charset(detector) else { return nil }
    return unsafe String(cString: name)
  }

  /// A stretch that begins where the first high byte stands.
  private static func sampleRange(of bytes: [UInt8]) -> Range<Int> {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    return first..<min(bytes.count, first + sampleSize)
  }

  /// The bytes as UTF-8, and how many could not be read; nil where iconv does not know the charset.
  ///
  /// Each unreadable byte becomes U+FFFD.
  ///
  /// Complexity: linear in the number of bytes.
  static func utf8(_ bytes: [UInt8], charset: String) -> (utf8: [UInt8], bad: Int)? {
    guard let converter = unsafe iconv_open("UTF-8", charset),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var bad = 0
    var consumed = 0
    while consumed < input.count {
      let (read, written, code) = unsafe step(converter, &input, from: consumed, into: &chunk)
      result += chunk[..<written]
      consumed += read
      if code == EILSEQ || code == EINVAL, consumed < input.count {
        bad += 1
        consumed += 1
        result += [0xEF, 0xBF, 0xBD]
      } else if code != 0 && code != E2BIG {
        break
      }
    }
    return (result, bad)
  }

  /// One call of iconv: how many bytes it took and gave, and its error number or 0.
  private static func step(
    _ converter: iconv_t,
    _ input: inout [UInt8],
    from start: Int,
    into chunk: inout [UInt8]
  ) -> (read: Int, written: Int, code: Int32) {
    unsafe input.withUnsafeMutableBytes { source in
      unsafe chunk.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.advanced(by: start)
          .assumingMemoryBound(to: CChar.self)
        var left = source.count - start
        var into = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        let status = unsafe iconv(converter, &from, &left, &into, &room)
        let code: Int32 = status == Int(bitPattern: UInt.max) ? errno : 0
        return (source.count - start - left, target.count - room, code)
      }
    }
  }
}
