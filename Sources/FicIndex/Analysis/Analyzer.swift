package import FicModel

/// Splits text into the terms that are indexed and searched.
///
/// Nothing else splits words for search.
///
/// - A word is a run of letters and digits, in lower case, without diacritics, ligatures taken
///   apart.
/// - Soft hyphens, joiners and accents count for nothing; every other mark ends a word, so that
///   `lock-in` is two terms and `_word_` one.
/// - An apostrophe of any shape inside a word is dropped (`don’t` is `dont`, `O'Brien` `obrien`),
///   and a final `'s` with it: `Smith's` is `smith`. So `it's` is `it` and `let's` is `let`, in
///   text and query.
/// - An initialism without spaces is one term (`U.S.` is `us`), and so is a number with commas
///   (`10,000` is `10000`).
/// - A soft hyphen or a `¬` joins the word that it divides at the end of a line, and the number of
///   a printed page, `[Pg 13]`, is no word and divides none.
/// - Letters of other styles are plain ones: `𝓗𝓲`, `ʜɪ` and `Ｈｉ` are `hi`.
/// - Letters that are written as parts are those that the parts make.
/// - Each ideograph and kana, and each letter of a script without spaces, is a term.
/// - U+001E is the term of that one byte: a barrier that no phrase crosses.
/// - A term holds at most 64 bytes; what a longer word has beyond is not searchable.
///
/// Any bytes are text: what is no UTF-8 ends a word. Complexity: linear; nothing is allocated.
package struct Analyzer: Sendable {
  /// The most bytes of a term.
  package static let maximumTermBytes = 64

  /// The barrier's byte, U+001E, which joins names in one text.
  package static let barrier: UInt8 = 0x1E

  private let classes = ByteClass.table
  private let folding = FoldingTable.standard

  /// Creates an analyzer.
  ///
  /// All analyzers are equal.
  package init() {}

  /// Hands every term of `text` to `body` with its place in `text`, until `body` returns false.
  package func analyze(
    _ text: borrowing Span<UInt8>,
    _ body: (_ term: Span<UInt8>, _ span: TextSpan) -> Bool
  ) {
    var word = WordBuilder()
    var offset = 0
    while offset < text.count {
      switch classes[Int(text[offset])] {
      case .separator, .apostrophe, .dot, .comma:
        offset += 1
      case .bracket:
        offset = PageMark.end(at: offset, in: text) ?? offset + 1
      case .barrier:
        guard body(text.extracting(offset..<offset + 1), TextSpan(offset, offset + 1)) else {
          return
        }
        offset += 1
      case .plain, .upper:
        let (end, hasUpper) = asciiEnd(in: text, from: offset)
        if !endsWord(in: text, from: offset, to: end) {
          offset = readWord(of: text, from: offset, into: &word)
          guard word.emit(body) else { return }
        } else if hasUpper {
          word.setLowercased(text, from: offset, to: end)
          offset = end
          guard word.emit(body) else { return }
        } else {
          let count = min(end - offset, Self.maximumTermBytes)
          let term = text.extracting(offset..<offset + count)
          guard body(term, TextSpan(offset, end)) else { return }
          offset = end
        }
      case .beyond:
        let (value, length) = text.scalar(at: offset)
        switch value.map({ folding[$0] }) ?? .separator {
        case .separator, .ignored, .apostrophe:
          offset += length
        case .letter, .letters:
          offset = readWord(of: text, from: offset, into: &word)
          guard word.emit(body) else { return }
        case .word(var scalar):
          word.begin(at: offset)
          offset += length
          // Marks of voice begin with the bytes of U+3099 or of U+FF9E.
          if offset < text.count, text[offset] == 0xE3 || text[offset] == 0xEF {
            let (mark, size) = text.scalar(at: offset)
            if let voiced = mark.flatMap({ FoldingTable.voiced(scalar, by: $0) }) {
              scalar = voiced
              offset += size
            }
          }
          word.append(scalar, end: offset)
          guard word.emit(body) else { return }
        }
      }
    }
  }

  /// The tokens of `text`, for highlighting and for brute-force search.
  package func tokens(of text: borrowing Span<UInt8>) -> [Token] {
    var tokens: [Token] = []
    analyze(text) { term, span in
      tokens.append(Token(term: Term(bytes: term.indices.map { term[$0] }), span: span))
      return true
    }
    return tokens
  }

  /// The terms of `text`, without barriers.
  package func terms(of text: String) -> [Term] {
    let bytes = Array(text.utf8)
    return tokens(of: bytes.span).map(\.term).filter { $0.bytes != [Self.barrier] }
  }
}

extension Analyzer {
  /// The end of the ASCII letters and digits from `start` on, and whether a capital is among them.
  private func asciiEnd(
    in text: borrowing Span<UInt8>,
    from start: Int
  ) -> (end: Int, hasUpper: Bool) {
    var end = start
    var hasUpper = false
    while end < text.count {
      let byteClass = classes[Int(text[end])]
      guard byteClass == .plain || byteClass == .upper else { break }
      if byteClass == .upper { hasUpper = true }
      end += 1
    }
    return (end, hasUpper)
  }

  /// Whether it is plain without a closer look that the ASCII word from `start` ends at `end`.
  private func endsWord(in text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end < text.count else { return true }
    switch classes[Int(text[end])] {
    case .separator, .barrier: return true
    case .dot: return end - start > 1
    case .comma: return text[start] > UInt8(ascii: "9")
    case .apostrophe, .plain, .upper, .bracket: return false
    case .beyond:
      // Dashes, double quotation marks and ellipses: U+2010 to U+2015, U+201C to U+201F, U+2026.
      guard end + 2 < text.count, text[end] == 0xE2, text[end + 1] == 0x80 else { return false }
      switch text[end + 2] {
      case 0x90...0x95, 0x9C...0x9F, 0xA6: return true
      default: return false
      }
    }
  }

  /// Reads the word that starts at `start` and returns the offset at which to go on.
  private func readWord(
    of text: borrowing Span<UInt8>,
    from start: Int,
    into word: inout WordBuilder
  ) -> Int {
    word.begin(at: start)
    var offset = start
    /// Where the word ends if no letter follows the apostrophe that was read last.
    var apostrophe: Int?
    while offset < text.count {
      let byte = text[offset]
      switch classes[Int(byte)] {
      case .plain, .upper:
        let isLetter = byte > UInt8(ascii: "9")
        if apostrophe != nil {
          guard isLetter else { return offset }
          word.joinApostrophe()
          apostrophe = nil
        }
        offset += 1
        word.append(ascii: isLetter ? byte | 0x20 : byte, end: offset)
      case .apostrophe:
        guard apostrophe == nil else { return offset }
        apostrophe = offset
        offset += 1
      case .dot:
        guard apostrophe == nil, continuesInitialism(word, in: text, at: offset) else {
          return offset
        }
        word.joinDot()
        offset += 1
      case .comma:
        guard apostrophe == nil, continuesNumber(word, in: text, at: offset) else { return offset }
        offset += 1
      case .separator, .barrier:
        return offset
      case .bracket:
        guard apostrophe == nil, let end = PageMark.end(at: offset, in: text) else {
          return offset
        }
        offset = end
      case .beyond:
        let (value, length) = text.scalar(at: offset)
        if value == 0xAD || value == 0xAC, apostrophe == nil,
          let next = DividedWord.rest(after: offset, in: text), startsLetter(at: next, in: text)
        {
          offset = next
          continue
        }
        switch value.map({ folding[$0] }) ?? .separator {
        case .separator, .word: return offset
        case .ignored:
          if apostrophe == nil { word.extend(to: offset + length) }
        case .apostrophe:
          guard apostrophe == nil else { return offset }
          apostrophe = offset
        case .letter(let scalar):
          if apostrophe != nil { word.joinApostrophe() }
          apostrophe = nil
          if scalar >= 0x1161, scalar <= 0x11C2, word.compose(scalar, end: offset + length) {
            break
          }
          word.append(scalar, end: offset + length)
        case .letters(let scalars):
          if apostrophe != nil { word.joinApostrophe() }
          apostrophe = nil
          for scalar in scalars { word.append(scalar, end: offset + length) }
        }
        offset += length
      }
    }
    return offset
  }

  /// Whether the full stop at `offset` lies between single ASCII letters: `A.J.`, not `end.So`.
  private func continuesInitialism(
    _ word: WordBuilder,
    in text: borrowing Span<UInt8>,
    at offset: Int
  ) -> Bool {
    guard word.isInitialism, offset + 1 < text.count else { return false }
    guard text[offset + 1] | 0x20 >= UInt8(ascii: "a"), isASCIIWord(text[offset + 1]) else {
      return false
    }
    guard offset + 2 < text.count else { return true }
    switch classes[Int(text[offset + 2])] {
    case .plain, .upper, .beyond: return false
    default: return true
    }
  }

  /// Whether the comma at `offset` lies between a number and exactly three more digits.
  private func continuesNumber(
    _ word: WordBuilder,
    in text: borrowing Span<UInt8>,
    at offset: Int
  ) -> Bool {
    guard word.isDigits, offset + 3 < text.count else { return false }
    for index in offset + 1...offset + 3 where !isDigit(text[index]) { return false }
    return offset + 4 == text.count || !isASCIIWord(text[offset + 4])
  }

  /// Whether a letter stands at `offset`.
  private func startsLetter(at offset: Int, in text: borrowing Span<UInt8>) -> Bool {
    if text[offset] < 0x80 { return isASCIIWord(text[offset]) && !isDigit(text[offset]) }
    switch text.scalar(at: offset).value.map({ folding[$0] }) {
    case .letter, .letters: return true
    default: return false
    }
  }

  private func isASCIIWord(_ byte: UInt8) -> Bool {
    let byteClass = classes[Int(byte)]
    return byteClass == .plain || byteClass == .upper
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension WordBuilder {
  /// Ends the word and hands it to `body`.
  fileprivate mutating func emit(
    _ body: (_ term: Span<UInt8>, _ span: TextSpan) -> Bool
  ) -> Bool {
    finish()
    return body(bytes.span.extracting(0..<count), TextSpan(start, end))
  }
}
