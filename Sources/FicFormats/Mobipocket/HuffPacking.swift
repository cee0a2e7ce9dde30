/// The packing that Mobipocket calls HUFF/CDIC: a Huffman code over a dictionary of phrases, some
/// of which are packed themselves.
///
/// Source: the layout as open programs read it (KindleUnpack, libmobi).
struct HuffPacking {
  /// A phrase of the dictionary.
  private struct Phrase {
    var bytes: [UInt8]
    var isUnpacked: Bool
  }

  /// For the first byte of a code: the code's length, whether the length is final, and the greatest
  /// code of that length, at the top of 32 bits.
  private var short: [(length: Int, isFinal: Bool, greatest: UInt64)] = []

  /// For each length, the least and the greatest code, at the top of 32 bits.
  private var long: [(least: UInt64, greatest: UInt64)] = [(0, 0)]

  private var phrases: [Phrase] = []

  /// Phrases stand in each other at most so deep.
  private static let deepest = 32

  /// An unpacked phrase or record has at most so many bytes; records hold 4,096.
  private static let longest = 1 << 16

  /// All unpacked phrases together have at most so many bytes.
  private static let mostBytes = 1 << 24

  private var phraseBytes = 0

  /// Reads the code and the dictionary; nil where they are damaged.
  init?(code: [UInt8], dictionary: [[UInt8]]) {
    guard code.starts(with: "HUFF".utf8), let first = code.bigEndian(at: 8, length: 4),
      let second = code.bigEndian(at: 12, length: 4)
    else { return nil }
    for number in 0..<256 {
      guard let value = code.bigEndian(at: first + 4 * number, length: 4) else { return nil }
      let length = value & 0x1F
      guard length > 0 else { return nil }
      short.append((length, value & 0x80 != 0, Self.top(value >> 8 + 1, length) &- 1))
    }
    for length in 1...32 {
      guard let least = code.bigEndian(at: second + 8 * (length - 1), length: 4),
        let greatest = code.bigEndian(at: second + 8 * (length - 1) + 4, length: 4)
      else { return nil }
      long.append((Self.top(least, length), Self.top(greatest + 1, length) &- 1))
    }
    for record in dictionary where !read(record) { return nil }
  }

  private static func top(_ value: Int, _ length: Int) -> UInt64 {
    UInt64(value) << UInt64(32 - length)
  }

  private mutating func read(_ record: [UInt8]) -> Bool {
    guard record.starts(with: "CDIC".utf8), let total = record.bigEndian(at: 8, length: 4),
      let bits = record.bigEndian(at: 12, length: 4), bits <= 16
    else { return false }
    for number in 0..<max(0, min(1 << bits, total - phrases.count)) {
      guard let place = record.bigEndian(at: 16 + 2 * number, length: 2),
        let head = record.bigEndian(at: 16 + place, length: 2)
      else { return false }
      phrases.append(
        Phrase(
          bytes: Array(record.part(from: 18 + place, count: head & 0x7FFF)),
          isUnpacked: head & 0x8000 != 0
        )
      )
    }
    return true
  }

  /// Unpacks a record; nil where it is damaged.
  ///
  /// Complexity: linear in the bytes, packed and unpacked.
  mutating func unpacked(_ packed: ArraySlice<UInt8>) -> [UInt8]? {
    unpacked(Array(packed), depth: 0)
  }

  private mutating func unpacked(_ packed: [UInt8], depth: Int) -> [UInt8]? {
    guard depth < Self.deepest else { return nil }
    var result: [UInt8] = []
    var place = 0
    while place < packed.count * 8 {
      let code = Self.bits(at: place, of: packed)
      let entry = short[Int(code >> 24)]
      var (length, greatest) = (entry.length, entry.greatest)
      if !entry.isFinal {
        while length <= 32, code < long[length].least { length += 1 }
        guard length <= 32 else { return nil }
        greatest = long[length].greatest
      }
      place += length
      // The last bits fill a byte.
      guard place <= packed.count * 8 else { break }
      guard greatest >= code else { return nil }
      let number = (greatest - code) >> UInt64(32 - length)
      guard number < UInt64(phrases.count), unpackPhrase(Int(number), depth: depth) else {
        return nil
      }
      result += phrases[Int(number)].bytes
      guard result.count <= Self.longest else { return nil }
    }
    return result
  }

  /// Unpacks a phrase once; false where it is damaged or holds itself.
  private mutating func unpackPhrase(_ number: Int, depth: Int) -> Bool {
    guard !phrases[number].isUnpacked else { return true }
    let packed = phrases[number].bytes
    guard let bytes = unpacked(packed, depth: depth + 1) else { return false }
    phraseBytes += bytes.count
    guard phraseBytes <= Self.mostBytes else { return false }
    phrases[number] = Phrase(bytes: bytes, isUnpacked: true)
    return true
  }

  /// The 32 bits from a place on; zeros beyond the end.
  private static func bits(at place: Int, of bytes: [UInt8]) -> UInt64 {
    var value: UInt64 = 0
    let first = place / 8
    for index in first..<first + 5 {
      value = value << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return value >> UInt64(8 - place % 8) & 0xFFFF_FFFF
  }
}
