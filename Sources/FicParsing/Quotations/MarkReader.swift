import FicModel

/// Reads the quotation marks of a paragraph and tells by their neighbours which end they are.
struct MarkReader: Sendable {
  /// The paragraph.
  let prose: Prose

  /// What is known of the chapter; a survey starts with the plain style.
  let style: QuotationStyle

  /// The lead bytes of the marks, one flag a byte value.
  private static let leads: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for lead in [0x22, 0x27, 0x60, 0xC2, 0xE2, 0xE3, 0xEF] { table[lead] = true }
    return table
  }()

  /// The marks in reading order.
  func marks() -> [QuotationMark] {
    var result: [QuotationMark] = []
    append(to: &result)
    return result
  }

  /// Appends the marks in reading order.
  func append(to result: inout [QuotationMark]) {
    let leads = Self.leads
    var offset = prose.span.start
    while offset < prose.span.end {
      guard leads[Int(prose.bytes[offset])], let found = glyph(at: offset) else {
        offset += 1
        continue
      }
      if let mark = mark(found) { result.append(mark) }
      offset = found.span.end
    }
  }

  /// A glyph that may be a mark, before its neighbours are asked.
  private struct Glyph {
    var span: TextSpan
    var family: QuotationMark.Family
    /// What its shape says; `either` for straight marks.
    var side: QuotationMark.Side
    var isStraight: Bool
  }

  private func glyph(at offset: Int) -> Glyph? {
    guard let character = prose.character(at: offset) else { return nil }
    let span = TextSpan(character.start, character.end)
    if style.doubledSingles, let doubled = doubledSingle(character) { return doubled }
    func glyph(_ family: QuotationMark.Family, _ side: QuotationMark.Side) -> Glyph {
      Glyph(span: span, family: family, side: side, isStraight: side == .either)
    }
    switch character.scalar.value {
    case 0x22, 0xFF02, 0x2033: return glyph(.double, .either)
    case 0x201C, 0x201E, 0x201F, 0x301D: return glyph(.double, .opening)
    case 0x201D, 0x301E, 0x301F: return glyph(.double, .closing)
    case 0x27, 0xFF07: return glyph(.single, .either)
    case 0x60, 0x2018, 0x201A, 0x201B: return glyph(.single, .opening)
    case 0x2019, 0xB4: return glyph(.single, .closing)
    case 0xAB: return glyph(.guillemet, style.guillemetsPointInward ? .closing : .opening)
    case 0xBB: return glyph(.guillemet, style.guillemetsPointInward ? .opening : .closing)
    case 0x2039: return glyph(.angle, style.guillemetsPointInward ? .closing : .opening)
    case 0x203A: return glyph(.angle, style.guillemetsPointInward ? .opening : .closing)
    case 0x300C: return glyph(.corner, .opening)
    case 0x300D: return glyph(.corner, .closing)
    case 0x300E: return glyph(.whiteCorner, .opening)
    case 0x300F: return glyph(.whiteCorner, .closing)
    default: return nil
    }
  }

  /// Two single marks in a row, where the chapter sets its double marks so.
  private func doubledSingle(_ first: Prose.Placed) -> Glyph? {
    guard isSingle(first.scalar), let second = prose.character(at: first.end),
      isSingle(second.scalar)
    else { return nil }
    return Glyph(
      span: TextSpan(first.start, second.end),
      family: .double,
      side: .either,
      isStraight: true
    )
  }

  private func isSingle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0x2018, 0x2019: return true
    default: return false
    }
  }

  private func mark(_ glyph: Glyph) -> QuotationMark? {
    switch glyph.family {
    case .corner, .whiteCorner, .guillemet, .angle:
      return QuotationMark(span: glyph.span, family: glyph.family, side: glyph.side)
    case .double:
      return doubleMark(glyph)
    case .single:
      return singleMark(glyph)
    }
  }

  /// The characters beside a mark, past other marks and signs of emphasis.
  private struct Neighbours {
    var before: Unicode.Scalar?
    var after: Unicode.Scalar?

    var spaceBefore: Bool { before?.isProseSpace ?? true }
    var spaceAfter: Bool { after?.isProseSpace ?? true }
  }

  private func neighbours(of span: TextSpan) -> Neighbours {
    let left = outermost(before: span.start)
    let right = outermost(after: span.end)
    return Neighbours(before: prose.scalar(before: left), after: prose.scalar(at: right))
  }

  /// How many marks in a row are looked past; no text sets more, and a file of marks stays linear.
  private static let longestRow = 6

  private func outermost(before offset: Int) -> Int {
    var place = offset
    for _ in 0..<Self.longestRow {
      guard let last = prose.character(before: place), isTransparent(last.scalar) else { break }
      place = last.start
    }
    return place
  }

  private func outermost(after offset: Int) -> Int {
    var place = offset
    for _ in 0..<Self.longestRow {
      guard let next = prose.character(at: place), isTransparent(next.scalar) else { break }
      place = next.end
    }
    return place
  }

  private func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isQuotationGlyph || scalar.isEmphasisMark
  }

  private func doubleMark(_ glyph: Glyph) -> QuotationMark? {
    let sides = neighbours(of: glyph.span)
    // Inches and seconds: 6'2", 5".
    if glyph.isStraight, let before = prose.scalar(before: glyph.span.start), before.isProseDigit,
      !sides.spaceAfter, sides.after?.isProseLetter == true
    {
      return nil
    }
    return QuotationMark(
      span: glyph.span,
      family: .double,
      side: side(sides, shape: glyph.side),
      isStraight: glyph.isStraight
    )
  }

  /// Which end a mark is: white space decides, then brackets and punctuation, then its shape.
  private func side(_ sides: Neighbours, shape: QuotationMark.Side) -> QuotationMark.Side {
    switch (sides.spaceBefore, sides.spaceAfter) {
    case (true, true):
      if sides.before == nil { return sides.after == nil ? shape : .opening }
      return sides.after == nil ? .closing : shape
    case (true, false):
      return sides.after?.value == 0x2C ? .closing : .opening
    case (false, true):
      return sides.before?.isOpeningBracket == true ? .opening : .closing
    case (false, false):
      guard let before = sides.before, let after = sides.after else { return shape }
      if before.isOpeningBracket { return .opening }
      if after.isClosingBracket || after.isSpeechEnd && !before.isProseDash { return .closing }
      // A dash may break a speech off or lead to one; the state or the shape decides.
      if before.isProseDash || shape != .either { return shape }
      if after.isProseDash || after.isOpeningBracket { return .closing }
      return .either
    }
  }

  private func singleMark(_ glyph: Glyph) -> QuotationMark? {
    let sides = neighbours(of: glyph.span)
    guard let side = singleSide(sides, shape: glyph.side) else { return nil }
    var mark = QuotationMark(
      span: glyph.span,
      family: .single,
      side: side,
      isStraight: glyph.isStraight
    )
    if side == .opening {
      mark.isWeak = Elisions.begins(prose, at: glyph.span.end)
    } else if side == .either {
      // Between spaces: a capital after it lets it open; inside a quotation it closes.
      let after = prose.scalar(at: prose.skippingSpaces(from: glyph.span.end))
      mark.isWeak = after?.isProseCapital != true
    } else {
      let before = sides.before
      let isEnd = before?.isSpeechEnd == true || before?.isProseDash == true || sides.spaceBefore
      mark.isWeak = !isEnd || glyph.side == .opening
    }
    return mark
  }

  /// Which end a single mark is; nil where it is an apostrophe.
  private func singleSide(
    _ sides: Neighbours,
    shape: QuotationMark.Side
  ) -> QuotationMark.Side? {
    switch (sides.spaceBefore, sides.spaceAfter) {
    case (true, true): return shape
    case (true, false):
      // ’ never opens but as an apostrophe: ’tis, ’em.
      if shape == .closing { return nil }
      return sides.after?.isSpeechEnd == true && sides.after?.isSentenceEnd == false
        ? nil : .opening
    case (false, true):
      if sides.before?.isOpeningBracket == true { return shape == .closing ? nil : .opening }
      return shape == .opening && sides.before?.isProseLetter == true ? nil : .closing
    case (false, false):
      guard let before = sides.before, let after = sides.after else { return nil }
      let letters = before.isProseLetter || before.isProseDigit
      if letters && (after.isProseLetter || after.isProseDigit) { return nil }
      if before.isOpeningBracket { return shape == .closing ? nil : .opening }
      if after.isProseLetter || after.isProseDigit {
        // —'Go: a dash before a word opens; .'Go: a stop that lost its space closes.
        if shape == .closing { return before.isSpeechEnd ? .closing : nil }
        return before.isProseDash ? .opening : shape == .opening ? .opening : .closing
      }
      return shape == .opening && !letters ? .opening : .closing
    }
  }
}
