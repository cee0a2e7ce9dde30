/// The words of a paragraph in lower case, parted by single spaces.
///
/// A word is a run of letters and digits, with apostrophes, hyphens, strokes, ampersands and dots
/// inside.
struct FoldedWords {
  /// The words with the spaces between them.
  private(set) var bytes: [UInt8] = []

  private var starts: [Int] = []
  private var ends: [Int] = []

  /// Folds the bytes in `range`.
  ///
  /// Complexity: linear.
  init(_ range: Range<Int>, in text: [UInt8]) {
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    var isInWord = false
    while index < range.upperBound {
      let (folded, length) = Self.fold(at: index, upTo: range.upperBound, in: text)
      let isMark = folded.map { Self.isInner($0) } ?? false
      let next = index + length
      if let folded,
        !isMark || isInWord && Self.isWordByte(at: next, upTo: range.upperBound, in: text)
      {
        if !isInWord {
          if !bytes.isEmpty { bytes.append(0x20) }
          starts.append(bytes.count)
          isInWord = true
        }
        bytes.append(folded)
        if length == 2, text[index] >= 0xC3 { bytes.append(Self.second(at: index, in: text)) }
      } else if isInWord {
        ends.append(bytes.count)
        isInWord = false
      }
      index = next
    }
    if isInWord { ends.append(bytes.count) }
  }

  /// The number of words.
  var count: Int { starts.count }

  /// The first byte of a word.
  func start(_ index: Int) -> Int { starts[index] }

  /// The place after a word.
  func end(_ index: Int) -> Int { ends[index] }

  /// Words that follow each other, as one string.
  func phrase(from index: Int, count: Int) -> String {
    String(decoding: bytes[starts[index]..<ends[index + count - 1]], as: UTF8.self)
  }

  /// The folded first byte of the character at `index`, nil where it is no part of a word, and the
  /// character's length in bytes.
  private static func fold(at index: Int, upTo end: Int, in text: [UInt8]) -> (UInt8?, Int) {
    let byte = text[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      if lower >= 0x61 && lower <= 0x7A { return (lower, 1) }
      return (byte >= 0x30 && byte <= 0x39 || isInner(byte) ? byte : nil, 1)
    }
    if byte >= 0xC3, byte <= 0xDF, index + 1 < end {
      let second = text[index + 1]
      // Cyrillic capitals from U+0420 on have their small letters in the next block.
      return (byte == 0xD0 && second >= 0xA0 && second <= 0xAF ? 0xD1 : byte, 2)
    }
    if byte == 0xE2, index + 2 < end, text[index + 1] == 0x80, text[index + 2] == 0x99 {
      return (UInt8(ascii: "'"), 3)
    }
    return (nil, 1)
  }

  /// The second byte of a two-byte letter in lower case.
  private static func second(at index: Int, in text: [UInt8]) -> UInt8 {
    let byte = text[index + 1]
    switch text[index] {
    case 0xC3: return byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte
    case 0xD0 where byte >= 0x90 && byte <= 0x9F: return byte + 0x20
    case 0xD0 where byte >= 0xA0 && byte <= 0xAF: return byte - 0x20
    default: return byte
    }
  }

  private static func isWordByte(at index: Int, upTo end: Int, in text: [UInt8]) -> Bool {
    guard index < end else { return false }
    let lower = text[index] | 0x20
    return lower >= 0x61 && lower <= 0x7A || text[index] >= 0x30 && text[index] <= 0x39
      || text[index] >= 0xC3 && text[index] <= 0xDF
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
