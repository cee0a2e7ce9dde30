/// Finds the words that a hyphen divides at the end of a line, in text with hard line ends, and
/// makes it a soft one.
///
/// Whether a hyphen belongs to the word, as in `well-known`, the rest of the text says: where the
/// word is found joined, and nowhere with its hyphen inside a line, the hyphen is the printer's.
enum HyphenRepair {
  /// The bytes of a soft hyphen, U+00AD.
  private static let softHyphen: [UInt8] = [0xC2, 0xAD]

  /// The text with such hyphens made soft.
  ///
  /// Complexity: linear in the number of bytes.
  static func repaired(_ decoded: DecodedText) -> DecodedText {
    let divided = dividedWords(in: decoded.text)
    guard !divided.isEmpty else { return decoded }
    var spellings: [UInt64: Spelling] = [:]
    for word in divided { spellings[word.hash] = Spelling() }
    count(&spellings, in: decoded.text)
    let repairs = divided.filter { word in
      spellings[word.hash].map { $0.isJoined && !$0.isHyphenated } ?? false
    }
    guard !repairs.isEmpty else { return decoded }
    return decoded.replacing(
      repairs.map { TextRepair(range: $0.hyphen..<$0.hyphen + 1, bytes: softHyphen) }
    )
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

  private static func dividedWords(in text: [UInt8]) -> [DividedWord] {
    var words: [DividedWord] = []
    var index = 1
    while index + 1 < text.count {
      defer { index += 1 }
      guard text[index] == 0x0A, text[index - 1] == UInt8(ascii: "-") else { continue }
      var start = index - 1
      while start > 0, index - start < longestPart, isLetter(text[start - 1]) { start -= 1 }
      var rest = index + 1
      while rest < text.count, text[rest] == 0x20 || text[rest] == 0x09 { rest += 1 }
      guard start < index - 1, rest < text.count, isLetter(text[rest]), !isCapital(text[rest])
      else {
        continue
      }
      var hash = seed
      for byte in text[start..<index - 1] { hash = combine(hash, byte) }
      for byte in text[rest...].prefix(longestPart) {
        guard isLetter(byte) else { break }
        hash = combine(hash, byte)
      }
      words.append(DividedWord(hyphen: index - 1, hash: hash))
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
