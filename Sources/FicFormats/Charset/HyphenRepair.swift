import FicParsing

/// Finds the words that a hyphen divides at the end of a line, in text with hard line ends, and
/// makes it a soft one.
///
/// Whether a hyphen belongs to the word, as in `well-known`, the rest of the text says: where the
/// word is found joined, and nowhere with its hyphen inside a line, the hyphen is the printer's.
enum HyphenRepair {
  /// The bytes of a soft hyphen, U+00AD.
  private static let softHyphen: [UInt8] = [0xC2, 0xAD]

  /// The soft hyphens that take the place of others, ascending.
  ///
  /// Complexity: linear in the number of bytes where a line ends in a hyphen, else of lines.
  static func repairs(in text: [UInt8], lines: [TextLine]) -> [TextRepair] {
    let divided = dividedWords(in: text, lines)
    guard !divided.isEmpty else { return [] }
    var spellings: [UInt64: Spelling] = [:]
    for word in divided { spellings[word.hash] = Spelling() }
    count(&spellings, in: text)
    return divided.compactMap { word in
      guard let spelling = spellings[word.hash], spelling.isJoined, !spelling.isHyphenated else {
        return nil
      }
      return TextRepair(range: word.hyphen..<word.hyphen + 1, bytes: softHyphen)
    }
  }

  /// A word that a hyphen divides at the end of a line.
  private struct DividedWord {
    /// Where the hyphen is.
    var hyphen: Int

    /// The hash of the word without it.
    var hash: UInt64
  }

  /// How a word is written inside of lines.
  private struct Spelling {
    var isJoined = false
    var isHyphenated = false
  }

  /// The longest part of a word, in bytes.
  private static let longestPart = 40

  private static func dividedWords(in text: [UInt8], _ lines: [TextLine]) -> [DividedWord] {
    var words: [DividedWord] = []
    for (line, next) in zip(lines, lines.dropFirst()) {
      let hyphen = line.end - 1
      guard hyphen > line.content, text[hyphen] == UInt8(ascii: "-"), text[line.end] == 0x0A,
        !next.isBlank, isLetter(text[next.content]), !isCapital(text[next.content])
      else { continue }
      var start = hyphen
      while start > line.content, hyphen - start < longestPart, isLetter(text[start - 1]) {
        start -= 1
      }
      guard start < hyphen else { continue }
      var hash = seed
      for byte in text[start..<hyphen] { hash = combine(hash, byte) }
      for byte in text[next.content..<next.end].prefix(longestPart) {
        guard isLetter(byte) else { break }
        hash = combine(hash, byte)
      }
      words.append(DividedWord(hyphen: hyphen, hash: hash))
    }
    return words
  }

  private static func count(_ spellings: inout [UInt64: Spelling], in text: [UInt8]) {
    /// The low bits of the hashes that are looked for.
    var filter = [Bool](repeating: false, count: 1 << 12)
    for hash in spellings.keys { filter[Int(hash & 0xFFF)] = true }
    var hash = seed
    var isHyphenated = false
    for (index, byte) in text.enumerated() {
      if isLetter(byte) {
        hash = combine(hash, byte)
        continue
      }
      guard hash != seed else { continue }
      if byte == UInt8(ascii: "-"), index + 1 < text.count, isLetter(text[index + 1]) {
        isHyphenated = true
        continue
      }
      if byte != UInt8(ascii: "-"), filter[Int(hash & 0xFFF)] {
        if isHyphenated {
          spellings[hash]?.isHyphenated = true
        } else {
          spellings[hash]?.isJoined = true
        }
      }
      hash = seed
      isHyphenated = false
    }
    spellings[hash]?.isJoined = true
  }

  // MARK: Words

  /// FNV-1a's offset basis and prime.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let letter = byte < 0x80 ? byte | 0x20 : byte
    return (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte < 0xE2 || byte >= 0x80 && byte < 0xC0
      || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
