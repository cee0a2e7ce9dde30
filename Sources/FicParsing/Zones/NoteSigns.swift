import FicModel

/// Signs that a paragraph is its writer's word to the readers: what writers of serials say.
struct NoteSigns: Hashable, Sendable {
  /// Points: three make a note, two where something parts it from the story.
  var weight: Int

  /// Whether it disclaims rights.
  var isDisclaimer: Bool

  private static let table = PhraseTable(PackageResources.note_signs_txt)

  /// How many bytes of a paragraph are read.
  private static let longestSample = 2000

  /// Looks for the signs in the paragraph in `range`.
  ///
  /// Complexity: linear, at most 2,000 bytes.
  init(_ range: Range<Int>, in text: [UInt8]) {
    weight = 0
    isDisclaimer = false
    if Self.isSignature(range, in: text) {
      weight = 3
      return
    }
    let end = min(range.upperBound, range.lowerBound + Self.longestSample)
    addPhrases(of: FoldedWords(range.lowerBound..<end, in: text))
    if isDisclaimer, Self.namesProperty(text[range.lowerBound..<end]) { weight += 1 }
    addTypography(of: range.lowerBound..<end, in: text)
    let last = lastLine(of: range, in: text)
    // The other strokes, and the heart, begin with that byte.
    if text[last].contains(where: { $0 == 0x7E || $0 == 0x2D || $0 == 0xE2 }) {
      addSignature(of: ShortLine(last, in: text))
    }
    let prose = Prose(text, in: TextSpan(range.lowerBound, end))
    if let first = prose.scalar(at: prose.skippingSpaces(from: range.lowerBound)),
      first == "\"" || first == "\u{201C}" || first == "\u{AB}" || first.isProseDash
    {
      weight -= 2
    }
  }

  /// "own Starhold", "own any of": what somebody who disclaims does not own has a name or is all of
  /// it.
  private static func namesProperty(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let place = text.firstRange(of: "own ") else { return false }
    let rest = text[place.upperBound...]
    guard let first = rest.unicodeScalars.first else { return false }
    let objects = [
      "anything", "any of", "the characters", "the rights", "these characters", "nothing",
    ]
    return first.isProseCapital || objects.contains { rest.hasPrefix($0) }
  }

  /// Whether the paragraph is a stroke and a name: "~Wren", "-Kira", "— P.J.".
  static func isSignature(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    guard range.count <= 32, let scalars = ShortLine(range, in: text)?.scalars,
      scalars[0] == "~" || scalars[0].isProseDash
    else { return false }
    let name = scalars.drop { $0 == "~" || $0 == " " || $0.isProseDash }
    guard let first = name.first, let last = name.last, first.isProseCapital else { return false }
    let isInitials = name.contains(".") && name.count <= 6
    return (last.isProseLetter || last.isProseDigit || isInitials)
      && ShortLine.string(name).split(separator: " ").count <= 3
      && name.allSatisfy {
        $0.isProseLetter || $0.isProseDigit || $0 == " " || $0 == "." || $0 == "_"
      }
  }

  private mutating func addPhrases(of words: FoldedWords) {
    var index = 0
    var seen: Set<String> = []
    while index < words.count {
      var taken = 1
      if Self.table.mayBegin(at: words.start(index), upTo: words.end(index), in: words.bytes) {
        for length in stride(from: min(4, words.count - index), to: 0, by: -1) {
          let phrase = words.phrase(from: index, count: length)
          guard let value = Self.table[phrase] else { continue }
          let flags = value.split(separator: " ")
          if seen.insert(phrase).inserted { weight += flags.first.flatMap { Int($0) } ?? 1 }
          if flags.count > 1 { isDisclaimer = true }
          taken = length
          break
        }
      }
      index += taken
    }
  }

  /// Emoticons, hearts, addresses, repeated exclamation marks, acted verbs between asterisks.
  private mutating func addTypography(of range: Range<Int>, in text: [UInt8]) {
    var emoticons = 0
    var shouts = 0
    var hasMarks = false
    for index in range.dropLast() {
      let first = text[index]
      // Letters and spaces, nearly all of a text, are none of these signs.
      if first >= 0x61 || first == 0x20 { continue }
      let second = text[index + 1]
      switch first {
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
        // The ":3" of "16:31" is a clock's.
        let before = index > range.lowerBound ? text[index - 1] : 0x20
        let isPlain = before != first && !(before >= 0x30 && before <= 0x39)
        if isPlain, Self.isMouth(second),
          index + 2 == range.upperBound || !Self.isLetter(text[index + 2])
        {
          emoticons += 1
        }
      case UInt8(ascii: "<"): if second == UInt8(ascii: "3") { emoticons += 1 }
      case UInt8(ascii: "^"):
        if second == UInt8(ascii: "_") || second == UInt8(ascii: "^") { emoticons += 1 }
      case UInt8(ascii: "!"): if second == UInt8(ascii: "!") { shouts += 1 }
      case UInt8(ascii: "/"):
        if second == UInt8(ascii: "/"), index > range.lowerBound,
          text[index - 1] == UInt8(ascii: ":")
        {
          weight += 2
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"): hasMarks = true
      default: break
      }
    }
    weight += min(2, emoticons) * 2 + min(1, shouts)
    if hasMarks, Self.hasActedVerb(range, in: text) { weight += 1 }
  }

  /// "*hides*", "*runs away*": short words between asterisks, the first ending in s.
  private static func hasActedVerb(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    var open: Int?
    for index in range
    where text[index] == UInt8(ascii: "*") || text[index] == UInt8(ascii: "_") {
      if let start = open, index - start > 3, index - start < 32 {
        let inside = text[(start + 1)..<index]
        let verb = inside.prefix { $0 != 0x20 }
        if verb.last == UInt8(ascii: "s"), verb.count > 3,
          inside.allSatisfy({ isLetter($0) || $0 == 0x20 })
        {
          return true
        }
      }
      open = index
    }
    return false
  }

  /// "~Wren", "-Name": a name behind a stroke at the very end.
  private mutating func addSignature(of line: ShortLine?) {
    guard let line else { return }
    let scalars = line.scalars
    guard let stroke = scalars.lastIndex(where: { $0 == "~" || $0.isProseDash || $0 == "\u{2665}" })
    else { return }
    let name = scalars[(stroke + 1)...].drop { $0 == " " }
    guard let first = name.first, first.isProseLetter || first == "*", name.count <= 24,
      stroke == 0 || scalars[stroke - 1] == " "
    else { return }
    let words = ShortLine.string(name).split(separator: " ").count
    guard words <= 3 else { return }
    if scalars[stroke] == "~" {
      weight += 2
    } else if first.isProseCapital, stroke == 0 {
      weight += 2
    } else if first.isProseCapital {
      weight += 1
    }
  }

  private func lastLine(of range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, text[start - 1] != 0x0A, range.upperBound - start < 60 {
      start -= 1
    }
    while start < range.upperBound, text[start] & 0xC0 == 0x80 { start += 1 }
    return start..<range.upperBound
  }

  private static func isMouth(_ byte: UInt8) -> Bool {
    ")(PpDdO3/|*".utf8.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }
}
