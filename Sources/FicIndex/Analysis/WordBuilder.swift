import FicModel

/// Collects the folded bytes of one word and remembers what decides where it ends.
struct WordBuilder {
  /// The folded bytes; only the first `count` count.
  private(set) var bytes = InlineArray<64, UInt8>(repeating: 0)

  /// The number of folded bytes.
  private(set) var count = 0

  /// Where the word starts in the text.
  private(set) var start = 0

  /// The end in the text of what was added last.
  private(set) var end = 0

  private var isCut = false
  private var letters = 0
  private var segments = 1
  private var isNumber = true

  /// Before the last apostrophe: the folded bytes, and the end in the text; nil without one.
  private var stem: (count: Int, end: Int)?
  private var lettersSinceApostrophe = 0
  private var lastScalar: UInt32 = 0

  /// Begins a word at `start`.
  mutating func begin(at start: Int) {
    count = 0
    self.start = start
    end = start
    isCut = false
    letters = 0
    segments = 1
    isNumber = true
    stem = nil
    lettersSinceApostrophe = 0
    lastScalar = 0
  }

  /// Makes a word of ASCII letters and digits from `start` to `end` of `text`, in lower case.
  mutating func setLowercased(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
    count = min(end - start, Analyzer.maximumTermBytes)
    // The bit that tells lower from upper case is set in digits as well.
    for index in 0..<count { bytes[index] = text[start + index] | 0x20 }
    self.start = start
    self.end = end
    stem = nil
  }

  /// Adds a folded ASCII letter or digit that ends in the text at `end`.
  mutating func append(ascii byte: UInt8, end: Int) {
    if count < Analyzer.maximumTermBytes, !isCut {
      bytes[count] = byte
      count += 1
    }
    note(UInt32(byte), end: end)
  }

  /// Adds a folded scalar that ends in the text at `end`.
  mutating func append(_ scalar: UInt32, end: Int) {
    guard scalar >= 0x80 else {
      append(ascii: UInt8(truncatingIfNeeded: scalar), end: end)
      return
    }
    let length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    isCut = isCut || count + length > Analyzer.maximumTermBytes
    if !isCut {
      let lead: UInt32 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
      bytes[count] = UInt8(truncatingIfNeeded: lead | scalar >> UInt32(6 * (length - 1)))
      for index in 1..<length {
        let shift = UInt32(6 * (length - 1 - index))
        bytes[count + index] = UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift & 0x3F))
      }
      count += length
    }
    note(scalar, end: end)
  }

  /// Makes one syllable of a Hangul vowel or final consonant and what stands before it; false where
  /// the two make none.
  ///
  /// By the arithmetic of the Unicode Standard, chapter 3.12.
  mutating func compose(_ jamo: UInt32, end: Int) -> Bool {
    guard !isCut else { return false }
    let syllable: UInt32
    switch (lastScalar, jamo) {
    case (0x1100...0x1112, 0x1161...0x1175):
      syllable = 0xAC00 + ((lastScalar - 0x1100) * 21 + jamo - 0x1161) * 28
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (lastScalar - 0xAC00) % 28 == 0:
      syllable = lastScalar + jamo - 0x11A7
    default: return false
    }
    count -= 3
    append(syllable, end: end)
    return true
  }

  /// Takes in an apostrophe after which the word goes on.
  mutating func joinApostrophe() {
    stem = (count, end)
    lettersSinceApostrophe = 0
    isNumber = false
  }

  /// Takes in a mark that counts for nothing and ends in the text at `end`: an accent on a letter.
  mutating func extend(to end: Int) {
    self.end = end
  }

  /// Takes in a full stop after which the initialism goes on.
  mutating func joinDot() {
    segments += 1
  }

  /// Whether every segment so far is one letter, as in `A.J`.
  var isInitialism: Bool { letters == segments && !isNumber && stem == nil }

  /// Whether all of it is ASCII digits.
  var isDigits: Bool { isNumber && letters > 0 }

  /// Ends the word: drops a possessive `'s`.
  mutating func finish() {
    guard let stem, lettersSinceApostrophe == 1, lastScalar == 0x73 else { return }
    count = stem.count
    end = stem.end
  }

  private mutating func note(_ scalar: UInt32, end: Int) {
    self.end = end
    letters += 1
    lettersSinceApostrophe += 1
    lastScalar = scalar
    isNumber = isNumber && scalar >= 0x30 && scalar <= 0x39
  }
}
