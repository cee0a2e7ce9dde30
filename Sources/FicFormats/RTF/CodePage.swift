/// A code page of Windows or the Macintosh, as a table.
///
/// A table costs one call of iconv; text that changes its font at every letter does not cost one
/// each.
struct CodePage {
  /// The number by which Windows calls it.
  let number: Int

  /// What the bytes from 0x80 stand for, as UTF-8; empty where a byte begins a pair or is none.
  private var upper: [[UInt8]]

  /// What pairs of bytes stand for, as far as they have occurred.
  private var pairs: [UInt16: [UInt8]] = [:]

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  private static let ofPairs: Set<Int> = [932, 936, 949, 950, 1361]

  /// Creates the table; of an unknown number, that of Windows-1252.
  init(_ number: Int) {
    self.number = number
    upper = []
    guard number != 65001 else { return }
    // A line feed keeps a byte that begins a pair from taking the next one.
    let probe: [UInt8] = (0x80...0xFF).flatMap { [$0, 0x0A] }
    let text = LegacyCharset.utf8(probe, charset: Self.name(of: number))?.utf8
    var table = text?.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) ?? []
    if table.count < 128 || number == 1252 {
      table = (0x80...0xFF).map { Windows1252.utf8([$0]).utf8 }
    }
    upper = table.prefix(128).map { $0 == Self.replacement ? [] : $0 }
  }

  private static func name(of number: Int) -> String {
    number == 10000 ? "MACINTOSH" : "CP\(number)"
  }

  /// The code page of a font's character set, by its number in RTF; nil where the document's own
  /// holds.
  static func number(ofCharset charset: Int) -> Int? {
    switch charset {
    case 77: 10000
    case 128: 932
    case 129: 949
    case 130: 1361
    case 134: 936
    case 136: 950
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177: 1255
    case 178: 1256
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    default: nil
    }
  }

  /// Appends bytes as UTF-8; what stands for nothing becomes U+FFFD.
  mutating func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    if number == 65001 {
      text += String(decoding: bytes, as: UTF8.self).utf8
      return
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        text.append(byte)
      } else if !upper[Int(byte) - 0x80].isEmpty {
        text += upper[Int(byte) - 0x80]
      } else if Self.ofPairs.contains(number), index + 1 < bytes.count {
        text += pair(byte, bytes[index + 1])
        index += 1
      } else {
        text += Self.replacement
      }
      index += 1
    }
  }

  private mutating func pair(_ first: UInt8, _ second: UInt8) -> [UInt8] {
    let key = UInt16(first) << 8 | UInt16(second)
    if let known = pairs[key] { return known }
    let read = LegacyCharset.utf8([first, second], charset: Self.name(of: number))
    let text = read.flatMap { $0.bad == 0 ? $0.utf8 : nil } ?? Self.replacement
    pairs[key] = text
    return text
  }
}
