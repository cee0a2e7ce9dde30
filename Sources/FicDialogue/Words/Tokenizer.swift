import FicModel
import FicParsing

/// Cuts paragraphs into words and notes the punctuation between them.
struct Tokenizer {
  private let text: [UInt8]
  private var folded = FoldedWord()
  private var pending: Token.Shape = []
  /// How many letters of the word are capitals, and how many letters and digits are not.
  private var capitals = 0
  private var smalls = 0
  /// Whether it begins with a capital, and whether it lies in a quotation.
  private var isCapital = false
  private var isQuoted = false

  /// Creates a tokenizer of a chapter's text.
  init(text: [UInt8]) {
    self.text = text
  }

  /// Appends the tokens of a paragraph.
  ///
  /// Complexity: linear in its bytes.
  mutating func tokenize(
    _ paragraph: Paragraph,
    into tokens: inout [Token],
    _ vocabulary: inout Vocabulary
  ) {
    let end = min(paragraph.span.end, text.count)
    var offset = paragraph.span.start
    let quotations = paragraph.quotations
    var next = 0
    var nextStart = quotations.first?.quotation.span.start ?? Int.max
    var quotedUntil = 0
    pending = .paragraph
    let firstOfParagraph = tokens.count
    while offset < end {
      while offset >= nextStart {
        pending.insert(.mark)
        quotedUntil = max(quotedUntil, quotations[next].quotation.span.end)
        next += 1
        nextStart = next < quotations.count ? quotations[next].quotation.span.start : Int.max
      }
      if quotedUntil > 0, offset >= quotedUntil {
        pending.insert(.mark)
        quotedUntil = 0
      }
      let limit = quotedUntil > 0 ? min(quotedUntil, end) : end
      if Self.letterLength(text, offset, limit) > 0 {
        offset = word(from: offset, to: limit, quoted: quotedUntil > 0, &tokens, &vocabulary)
      } else if text[offset] == 0x20 {
        offset += 1
      } else {
        offset = punctuation(
          at: offset,
          end: end,
          last: tokens.count > firstOfParagraph ? tokens.last : nil,
          vocabulary
        )
      }
    }
  }

  // MARK: - Words

  private mutating func word(
    from start: Int,
    to limit: Int,
    quoted: Bool,
    _ tokens: inout [Token],
    _ vocabulary: inout Vocabulary
  ) -> Int {
    var offset = start
    capitals = 0
    smalls = 0
    folded.clear()
    isCapital = false
    isQuoted = quoted
    while offset < limit {
      offset = plainLetters(from: offset, to: limit)
      let step = Self.letterLength(text, offset, limit)
      if step > 0 {
        fold(offset, step)
        if offset == start, capitals == 1 { isCapital = true }
        offset += step
        continue
      }
      guard offset < limit else { break }
      let apostrophe = Self.apostropheLength(text, offset, limit)
      if apostrophe > 0, Self.letterLength(text, offset + apostrophe, limit) > 0 {
        let after = offset + apostrophe
        if isGenitive(after, limit) {
          append(start, offset, .possessive, &tokens, &vocabulary)
          return after + 1
        }
        if isElision(after) {
          append(start, offset, [], &tokens, &vocabulary)
          return after
        }
        folded.push(UInt8(ascii: "'"))
        offset = after
        continue
      }
      if text[offset] == UInt8(ascii: "-"), Self.letterLength(text, offset + 1, limit) > 0 {
        if isEnclitic(offset + 1, limit) {
          append(start, offset, [], &tokens, &vocabulary)
          pending = .hyphen
          return offset + 1
        }
        folded.push(UInt8(ascii: "-"))
        offset += 1
        continue
      }
      break
    }
    append(start, offset, [], &tokens, &vocabulary)
    return offset
  }

  /// Takes in the ASCII letters from `offset` on and returns where they end.
  private mutating func plainLetters(from offset: Int, to limit: Int) -> Int {
    var place = offset
    while place < limit {
      let byte = text[place]
      let small = byte | 0x20
      guard small >= 0x61, small <= 0x7A else { break }
      if byte == small {
        smalls += 1
      } else {
        capitals += 1
        if capitals == 1, smalls == 0, folded.length == 0 { isCapital = true }
      }
      folded.push(small)
      place += 1
    }
    return place
  }

  private mutating func append(
    _ start: Int,
    _ end: Int,
    _ more: Token.Shape,
    _ tokens: inout [Token],
    _ vocabulary: inout Vocabulary
  ) {
    var shape = pending.union(more)
    if isQuoted { shape.insert(.quoted) }
    if isCapital { shape.insert(.capital) }
    if capitals > 1, smalls == 0 { shape.insert(.shouted) }
    pending = []
    tokens.append(
      Token(
        start: start,
        end: end,
        word: vocabulary.intern(folded),
        shape: shape
      )
    )
  }

  /// Appends the small form of the digit or the letter beyond ASCII at `offset`, `step` bytes long.
  private mutating func fold(_ offset: Int, _ step: Int) {
    if step == 1 {
      smalls += 1
      folded.push(text[offset])
      return
    }
    guard folded.length + step <= FoldedWord.longest else { return }
    if step == 2, let small = Self.smallForm(text[offset], text[offset + 1]) {
      capitals += 1
      folded.push(small.0)
      folded.push(small.1)
      return
    }
    smalls += 1
    for index in 0..<step { folded.push(text[offset + index]) }
  }

  /// The small form of a two-byte capital of Latin-1, Latin Extended-A or Cyrillic.
  private static func smallForm(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8)? {
    switch lead {
    case 0xC3 where trail >= 0x80 && trail <= 0x9E: return (lead, trail + 0x20)
    case 0xC4 where trail <= 0xB6 && trail & 1 == 0: return (lead, trail + 1)
    case 0xC4 where trail >= 0xB9 && trail <= 0xBD && trail & 1 == 1: return (lead, trail + 1)
    case 0xC5 where trail >= 0x81 && trail <= 0x87 && trail & 1 == 1: return (lead, trail + 1)
    case 0xC5 where trail >= 0x8A && trail <= 0xB6 && trail & 1 == 0: return (lead, trail + 1)
    case 0xC5 where trail >= 0xB9 && trail <= 0xBD && trail & 1 == 1: return (lead, trail + 1)
    case 0xD0 where trail >= 0x90 && trail <= 0x9F: return (lead, trail + 0x20)
    case 0xD0 where trail >= 0xA0 && trail <= 0xAF: return (0xD1, trail - 0x20)
    case 0xD0 where trail == 0x81: return (0xD1, 0x91)
    default: return nil
    }
  }

  /// Whether the letters from `offset` are an "s" alone.
  private func isGenitive(_ offset: Int, _ limit: Int) -> Bool {
    text[offset] | 0x20 == UInt8(ascii: "s") && Self.letterLength(text, offset + 1, limit) == 0
  }

  /// Whether a French article or pronoun was cut short before the small letter at `after`:
  /// "l'homme".
  private func isElision(_ after: Int) -> Bool {
    guard text[after] >= 0x61 else { return false }
    if folded.length == 1 { return "ldjsnmtc".utf8.contains(folded.bytes[0]) }
    return folded.length == 2 && folded.bytes[0] == UInt8(ascii: "q")
      && folded.bytes[1] == UInt8(ascii: "u")
  }

  /// Whether a French pronoun follows a hyphen: "dit-il", "demanda-t-elle".
  private func isEnclitic(_ offset: Int, _ limit: Int) -> Bool {
    var end = offset
    while end < limit, text[end] >= 0x61, text[end] <= 0x7A { end += 1 }
    guard end - offset <= 5, Self.letterLength(text, end, limit) == 0 else { return false }
    return Self.enclitics.contains { $0.elementsEqual(text[offset..<end]) }
  }

  private static let enclitics: [[UInt8]] = [
    "il", "elle", "ils", "elles", "on", "je", "t", "nous", "vous", "tu",
  ].map { Array($0.utf8) }

  // MARK: - Punctuation

  private mutating func punctuation(
    at offset: Int,
    end: Int,
    last: Token?,
    _ vocabulary: Vocabulary
  ) -> Int {
    let byte = text[offset]
    switch byte {
    case UInt8(ascii: "."):
      let abbreviates =
        last.map { $0.end == offset && vocabulary[$0].contains(.abbreviation) } ?? false
      if !abbreviates { pending.insert(.stop) }
    case UInt8(ascii: "!"), UInt8(ascii: "?"): pending.formUnion([.stop, .exclaimed])
    case UInt8(ascii: ","), UInt8(ascii: ";"): pending.insert(.comma)
    case UInt8(ascii: ":"): pending.insert(.colon)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
      pending.insert(.bracket)
    case UInt8(ascii: "-"):
      if offset + 1 < end, text[offset + 1] == byte || text[offset + 1] == 0x20 {
        pending.insert(.dash)
      }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): pending.insert(.innerMark)
    case 0xC2:
      if offset + 1 < end, text[offset + 1] == 0xAB || text[offset + 1] == 0xBB {
        pending.insert(.innerMark)
      }
      return offset + 2
    case 0xE2:
      guard offset + 2 < end, text[offset + 1] == 0x80 else { return offset + 3 }
      switch text[offset + 2] {
      case 0x93, 0x94, 0x95: pending.insert(.dash)
      case 0x98...0x9F: pending.insert(.innerMark)
      case 0xA6: pending.insert(.stop)
      default: break
      }
      return offset + 3
    default:
      if byte >= 0xF0 { return offset + 4 }
      if byte >= 0xE0 { return offset + 3 }
      if byte >= 0xC0 { return offset + 2 }
    }
    return offset + 1
  }

  /// The number of bytes of the letter or digit at `offset`, or 0.
  @inline(__always)
  private static func letterLength(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int {
    guard offset < end else { return 0 }
    let byte = text[offset]
    if byte < 0x80 {
      let lower = byte | 0x20
      return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39) ? 1 : 0
    }
    if byte >= 0xC3, byte <= 0xDF {
      guard offset + 1 < end else { return 0 }
      let isSign = byte == 0xC3 && (text[offset + 1] == 0x97 || text[offset + 1] == 0xB7)
      return isSign ? 0 : 2
    }
    if byte >= 0xE0, byte <= 0xEF, byte != 0xE2 {
      guard offset + 2 < end else { return 0 }
      let isSign = byte == 0xE3 && text[offset + 1] == 0x80
      return isSign || byte == 0xEF ? 0 : 3
    }
    return 0
  }

  @inline(__always)
  private static func apostropheLength(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int {
    if text[offset] == UInt8(ascii: "'") { return 1 }
    guard offset + 2 < end, text[offset] == 0xE2, text[offset + 1] == 0x80 else { return 0 }
    return text[offset + 2] == 0x99 ? 3 : 0
  }
}
