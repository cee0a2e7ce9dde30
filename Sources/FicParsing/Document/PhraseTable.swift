/// A table of the lexicon: phrases, each with what its line says of it.
///
/// A line is `phrase`, or `phrase <tab> value`; `#` begins a comment. Phrases are stored folded.
package struct PhraseTable: Sendable {
  private let values: [String: String]

  /// The letters that phrases begin with, up to the first other character.
  private let starts: Set<String>

  /// One bit for each of these in ASCII, by a hash value: a look at it spares most prose the set.
  private let filter: [UInt64]

  /// The number of white-space-separated words of the longest phrase.
  let longestPhrase: Int

  /// Reads the bytes of a table.
  package init(_ bytes: [UInt8]) {
    var values: [String: String] = [:]
    var longest = 1
    for line in bytes.split(separator: 0x0A) {
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      let parts = content.split(separator: 0x09, maxSplits: 1)
      guard let first = parts.first else { continue }
      let phrase = PhraseTable.fold(String(decoding: first, as: UTF8.self))
      guard !phrase.isEmpty else { continue }
      let value = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
      values[phrase] = value.split(separator: " ").joined(separator: " ")
      longest = max(longest, phrase.split(separator: " ").count)
    }
    self.values = values
    var starts: Set<String> = []
    var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
    for phrase in values.keys {
      let bytes = Array(phrase.utf8)
      let run = Self.letters(from: 0, to: bytes.count, in: bytes)
      starts.insert(String(decoding: bytes[run], as: UTF8.self))
      if let bit = Self.bit(of: run, in: bytes) { filter[bit / 64] |= 1 << UInt64(bit % 64) }
    }
    self.starts = starts
    self.filter = filter
    longestPhrase = longest
  }

  /// Whether a phrase may begin at `index`, by the run of letters there: a test without allocation
  /// that spares most prose the look-up.
  func mayBegin(at index: Int, upTo end: Int, in text: [UInt8]) -> Bool {
    let run = Self.letters(from: index, to: min(end, index + 24), in: text)
    if let bit = Self.bit(of: run, in: text), filter[bit / 64] & 1 << UInt64(bit % 64) == 0 {
      return false
    }
    return starts.contains(Self.fold(String(decoding: text[run], as: UTF8.self)))
  }

  /// So many bits leave nearly all of them clear for tables of a few hundred phrases.
  private static let filterBits = 8192

  /// The bit of a run of letters; nil where one of them is beyond ASCII.
  private static func bit(of run: Range<Int>, in text: [UInt8]) -> Int? {
    var hash: UInt32 = 0x811C_9DC5
    for index in run {
      guard text[index] < 0x80 else { return nil }
      hash = (hash ^ UInt32(text[index] | 0x20)) &* 0x0100_0193
    }
    return Int((hash ^ hash >> 15) % UInt32(filterBits))
  }

  private static func letters(from start: Int, to end: Int, in text: [UInt8]) -> Range<Int> {
    var index = start
    while index < end {
      let lower = text[index] | 0x20
      guard lower >= 0x61 && lower <= 0x7A || text[index] >= 0x80 && text[index] != 0xE2 else {
        break
      }
      index += 1
    }
    return start..<max(start, index)
  }

  /// What the table says of a folded phrase; nil where it is not in the table.
  package subscript(phrase: String) -> String? { values[phrase] }

  /// Lower case, white space folded, curly apostrophes straight.
  package static func fold(_ text: String) -> String {
    if isPlain(text) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if scalar.isProseSpace {
        isSpacePending = !result.isEmpty
        continue
      }
      if isSpacePending { result.append(" ") }
      isSpacePending = false
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}", "`", "\u{B4}": result.append("'")
      case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default:
        if scalar.value < 0x80 {
          result.append(scalar)
        } else {
          result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    return String(result)
  }

  /// Whether a text is ASCII without anything to fold but capitals.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte >= 0x80 || byte < 0x20 || byte == 0x60 || byte == 0x20 && previous == 0x20 {
        return false
      }
      previous = byte
    }
    return previous != 0x20
  }
}
