import FicModel
import FicParsing

extension TurnFinder {
  func labelled(_ label: TextSpan, _ descriptions: inout Descriptions) -> Finding? {
    let tokens = reader.chapter.tokens
    let low = tokens.partitionPoint { Int($0.start) >= label.start }
    var end = low
    while end < tokens.count, Int(tokens[end].end) <= label.end { end += 1 }
    guard low < end else { return nil }
    let range = low..<end
    let token = tokens[low]
    let wordClass = reader.vocabulary[token]
    let kind: Subject.Kind
    if token.name >= 0, reader.chapter.names[Int(token.name)].member >= 0 {
      kind = .member(reader.chapter.names[Int(token.name)].member)
    } else if narrator != nil, !wordClass.isDisjoint(with: [.first, .myForm]) {
      kind = .narrator
    } else {
      kind = .described(
        descriptions.intern(
          Descriptions.Entry(
            key: Descriptions.Key(noun: tokens[end - 1].word, owner: -1),
            gender: nil,
            isGroup: wordClass.contains(.groupNoun),
            chapter: reader.chapterIndex,
            start: label.start,
            end: label.end
          )
        )
      )
    }
    return Finding(
      rule: .speakerLabel,
      subject: Subject(kind: kind, tokens: range),
      evidence: range
    )
  }

  /// Whether a comma ends the quotation, inside its marks or after them.
  func endsWithComma(_ scanned: ScannedQuotation, _ gap: Range<Int>) -> Bool {
    let end = scanned.quotation.content.end
    if end > 0, end <= text.count, text[end - 1] == UInt8(ascii: ",") { return true }
    guard let first = gap.first, first < reader.chapter.tokens.count else { return false }
    let token = reader.chapter.tokens[first]
    if token.shape.contains(.comma) { return true }
    return end > 0 && end <= text.count
      && (text[end - 1] == UInt8(ascii: "!") || text[end - 1] == UInt8(ascii: "?"))
      && !token.shape.contains(.capital)
  }

  /// Whether a tag says that several speak at once: "they chorused", "they said together".
  func isTogether(_ tag: Finding?) -> Bool {
    guard let tag, tag.subject.kind == .they else { return false }
    let tokens = reader.chapter.tokens
    let start = tag.evidence.lowerBound
    return (start..<min(tokens.count, tag.evidence.upperBound + 3)).contains {
      unison.contains(tokens[$0].word)
    }
  }

  /// The group that "they" in a tag stands for, if it is more than one.
  func together(by tag: Finding?, _ descriptions: inout Descriptions) -> Int? {
    guard let tag, tag.subject.kind == .they, let place = tag.subject.tokens.first else {
      return nil
    }
    let token = reader.chapter.tokens[place]
    return descriptions.intern(
      Descriptions.Entry(
        key: Descriptions.Key(noun: token.word, owner: -1),
        gender: nil,
        isGroup: true,
        chapter: reader.chapterIndex,
        start: Int(token.start),
        end: Int(token.end)
      )
    )
  }

  /// Reads whether a question mark or an exclamation mark ends the turn.
  func readEnding(of turn: inout Turn) {
    guard let part = turn.parts.last else { return }
    let paragraph = reader.chapter.paragraphs[part.paragraph].paragraph
    let content = paragraph.quotations[part.quotation].quotation.content
    switch lastByte(of: content) {
    case UInt8(ascii: "?"): turn.asks = true
    case UInt8(ascii: "!"): turn.exclaims = true
    case UInt8(ascii: "-"): turn.breaksOff = true
    case 0x93, 0x94: turn.breaksOff = isBroken(content)
    default: break
    }
    turn.marks = marks(of: paragraph.quotations[part.quotation].quotation)
  }

  /// Whether a long dash ends a span whose last byte is that of one.
  private func isBroken(_ span: TextSpan) -> Bool {
    var end = min(span.end, text.count)
    while end > span.start, text[end - 1] <= 0x20 { end -= 1 }
    return end >= span.start + 3 && text[end - 2] == 0x80 && text[end - 3] == 0xE2
  }

  /// The last byte of the opening mark, and the first within if that is a sign of emphasis.
  func marks(of quotation: Quotation) -> UInt16 {
    let start = quotation.content.start
    guard start < text.count else { return 0 }
    let mark = start > quotation.span.start ? text[start - 1] : 0
    switch text[start] {
    case 0x2A, 0x5F, 0x7E, 0x5B, 0x3C, 0x7B, 0x2F, 0x3A:
      return UInt16(mark) << 8 | UInt16(text[start])
    default: return UInt16(mark) << 8
    }
  }

  func lastByte(of span: TextSpan) -> UInt8? {
    var end = min(span.end, text.count)
    while end > span.start, text[end - 1] <= 0x20 { end -= 1 }
    return end > span.start ? text[end - 1] : nil
  }
}
