/// A short paragraph taken apart for the readers of headings, breaks, slugs and labels.
struct ShortLine: Sendable {
  /// Longer paragraphs, in bytes, are prose.
  static let longest = 160

  /// The visible characters, white space folded to single spaces.
  let scalars: [Unicode.Scalar]

  /// The place in `scalars` of what stands inside the ornaments at both ends.
  let core: Range<Int>

  /// The words of the core: runs of letters, digits and apostrophes, as places in `scalars`.
  let words: [Range<Int>]

  /// Takes apart the bytes in `range`; nil where they are blank or more than `longest`.
  init?(_ range: Range<Int>, in text: [UInt8], longest: Int = Self.longest) {
    let visible = WhiteSpace.trim(range, in: text)
    guard !visible.isEmpty, visible.count <= longest else { return nil }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(visible.count)
    func append(_ scalar: Unicode.Scalar) {
      if !scalar.isProseSpace {
        scalars.append(scalar)
      } else if let last = scalars.last, last != " " {
        scalars.append(" ")
      }
    }
    if visible.allSatisfy({ text[$0] < 0x80 }) {
      for index in visible { append(Unicode.Scalar(text[index])) }
    } else {
      for scalar in String(decoding: text[visible], as: UTF8.self).unicodeScalars { append(scalar) }
    }
    guard !scalars.isEmpty else { return nil }
    self.scalars = scalars
    core = Self.core(of: scalars)
    words = Self.words(of: scalars, in: core)
  }

  /// Reads the visible characters of a string of any length.
  init?(_ string: String) {
    let bytes = Array(string.utf8)
    self.init(0..<bytes.count, in: bytes, longest: bytes.count)
  }

  /// A full stop or a colon at the end is an ornament only where one stands in front too.
  private static func core(of scalars: [Unicode.Scalar]) -> Range<Int> {
    var start = 0
    while start < scalars.count, scalars[start] == " " || Ornament.isSymbol(scalars[start]) {
      start += 1
    }
    var end = scalars.count
    while end > start {
      let last = scalars[end - 1]
      guard last == " " || Ornament.isSymbol(last) else { break }
      if isPunctuation(last), start == 0 || !isPunctuation(scalars[0]) { break }
      end -= 1
    }
    return start..<end
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ":", ";", "!", "?", "\u{2026}", "\u{A1}", "\u{BF}", "&", "%", "$": true
    default: false
    }
  }

  /// The ornament in front, spaces left out.
  var leadingOrnament: [Unicode.Scalar] { scalars[..<core.lowerBound].filter { $0 != " " } }

  /// The ornament behind, spaces left out.
  var trailingOrnament: [Unicode.Scalar] { scalars[core.upperBound...].filter { $0 != " " } }

  /// Whether the core stands between two ornaments.
  var isOrnamented: Bool {
    core.lowerBound > 0 && core.upperBound < scalars.count && !core.isEmpty
  }

  /// Whether the ornaments at both ends are one another's mirror image: `~*`, `*~`; `[`, `]`.
  var isMirrored: Bool {
    let leading = leadingOrnament
    let trailing = trailingOrnament
    guard leading.count == trailing.count else { return false }
    return zip(leading, trailing.reversed()).allSatisfy { one, other in
      one == other || one.isOpeningBracket && other.isClosingBracket
        || one == "<" && other == ">" || one == ">" && other == "<"
    }
  }

  /// The core as it is written.
  var coreText: String { Self.string(scalars[core]) }

  /// The core in lower case with straight apostrophes.
  var folded: String { PhraseTable.fold(coreText) }

  /// The whole line as it is written, white space folded.
  var lineText: String { Self.string(scalars[...]) }

  private static func words(of scalars: [Unicode.Scalar], in core: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = core.lowerBound
    while index < core.upperBound {
      guard isWordScalar(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < core.upperBound,
        isWordScalar(scalars[index]) || isApostrophe(at: index, in: scalars)
      {
        index += 1
      }
      words.append(start..<index)
    }
    return words
  }

  /// The last character of the core; nil where it is empty.
  var lastScalar: Unicode.Scalar? { core.isEmpty ? nil : scalars[core.upperBound - 1] }

  /// Whether the core ends as a sentence does.
  var endsSentence: Bool { lastScalar?.isSentenceEnd ?? false }

  /// Whether a quotation mark other than an apostrophe stands anywhere.
  var hasQuotationMark: Bool {
    scalars.indices.contains {
      scalars[$0].isQuotationGlyph && !Self.isApostrophe(at: $0, in: scalars)
    }
  }

  /// Whether every letter of the core is a capital and there are at least two.
  var isCapitals: Bool {
    var capitals = 0
    for scalar in scalars[core] {
      if scalar.isProseLowercase { return false }
      if scalar.isProseCapital { capitals += 1 }
    }
    return capitals > 1
  }

  /// Whether the scalar at `index` is an apostrophe between two letters.
  private static func isApostrophe(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return false }
    return index > 0 && index + 1 < scalars.count && scalars[index - 1].isProseLetter
      && scalars[index + 1].isProseLetter
  }

  /// The text of a part of `scalars`.
  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if let text = plain(scalars, folded: false) { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The folded text of a word.
  func foldedWord(_ word: Range<Int>) -> String {
    Self.plain(scalars[word], folded: true) ?? PhraseTable.fold(Self.string(scalars[word]))
  }

  /// The text of ASCII letters and marks without a detour over general strings; nil for others.
  private static func plain(_ scalars: ArraySlice<Unicode.Scalar>, folded: Bool) -> String? {
    guard scalars.allSatisfy({ $0.value < 0x80 && $0.value != 0x60 }) else { return nil }
    return unsafe String(unsafeUninitializedCapacity: scalars.count) { buffer in
      var count = 0
      for scalar in scalars {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        let isCapital = folded && byte >= 0x41 && byte <= 0x5A
        unsafe buffer[count] = isCapital ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isProseLetter || scalar.isProseDigit
      || scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  }
}
