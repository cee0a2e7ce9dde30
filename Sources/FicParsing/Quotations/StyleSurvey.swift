import FicModel

/// Counts what a chapter shows of its style of dialogue.
///
/// The surveys of the chapters add up to the work's.
struct StyleSurvey: Hashable, Sendable {
  /// Ends of speech with a double mark, those beside a single mark left out.
  private(set) var doubleEnds = 0

  /// Ends of speech with a single mark, those beside a double mark left out.
  private(set) var singleEnds = 0

  /// Marks with a stop or a comma right after them.
  private(set) var stopsOutside = 0

  /// Pairs of single marks that stand where a double mark would begin or end a quotation.
  private(set) var doubledSingles = 0

  /// Guillemets that point outward, less those that point inward.
  private(set) var outwardGuillemets = 0

  /// Guillemets in all.
  private(set) var guillemets = 0

  /// Paragraphs that begin with a dash and go on with words.
  private(set) var dashParagraphs = 0

  /// Paragraphs that begin with a mark.
  private(set) var markParagraphs = 0

  /// Paragraphs in all.
  private(set) var paragraphs = 0

  /// Adds another survey's counts.
  mutating func add(_ other: StyleSurvey) {
    doubleEnds += other.doubleEnds
    singleEnds += other.singleEnds
    stopsOutside += other.stopsOutside
    doubledSingles += other.doubledSingles
    outwardGuillemets += other.outwardGuillemets
    guillemets += other.guillemets
    dashParagraphs += other.dashParagraphs
    markParagraphs += other.markParagraphs
    paragraphs += other.paragraphs
  }

  /// Counts a paragraph whose marks were read in the plain style.
  mutating func count(_ prose: Prose, marks: ArraySlice<QuotationMark>) {
    paragraphs += 1
    if DashLine.begins(prose) { dashParagraphs += 1 }
    if let first = marks.first, first.span.start == prose.skippingSpaces(from: prose.span.start),
      first.side != .closing
    {
      markParagraphs += 1
    }
    for mark in marks {
      switch mark.family {
      case .double: countEnd(of: mark, in: prose, at: \.doubleEnds)
      case .single:
        countEnd(of: mark, in: prose, at: \.singleEnds)
        countDoubled(mark, in: prose)
      case .guillemet: countGuillemet(mark, in: prose)
      case .angle, .corner, .whiteCorner: break
      }
    }
  }

  private mutating func countEnd(
    of mark: QuotationMark,
    in prose: Prose,
    at count: WritableKeyPath<StyleSurvey, Int>
  ) {
    guard mark.side == .closing else { return }
    if let after = prose.scalar(at: mark.span.end), after.isSpeechEnd { stopsOutside += 1 }
    guard let before = prose.scalar(before: mark.span.start),
      before.isSpeechEnd || before.isProseDash,
      prose.scalar(at: mark.span.end)?.isQuotationGlyph != true
    else { return }
    self[keyPath: count] += 1
  }

  private mutating func countDoubled(_ mark: QuotationMark, in prose: Prose) {
    guard let next = prose.character(at: mark.span.end), next.scalar.isQuotationGlyph,
      next.scalar.value != 0x22
    else { return }
    let before = prose.scalar(before: mark.span.start)
    let after = prose.scalar(at: next.end)
    if before?.isProseSpace ?? true, after?.isProseCapital == true { doubledSingles += 1 }
    if before?.isSpeechEnd == true, after?.isProseSpace ?? true { doubledSingles += 1 }
  }

  private mutating func countGuillemet(_ mark: QuotationMark, in prose: Prose) {
    guillemets += 1
    let before = prose.scalar(before: mark.span.start)
    let after = prose.scalar(at: mark.span.end)
    let spaceBefore = before?.isProseSpace ?? true
    let spaceAfter = after?.isProseSpace ?? true
    let pointsLeft = mark.side == .opening  // The plain style reads « as opening.
    let opens = before == nil || spaceBefore && !spaceAfter && after?.isSpeechEnd != true
    let closes = after == nil || after?.isSpeechEnd == true || spaceAfter && !spaceBefore
    if opens && !closes { outwardGuillemets += pointsLeft ? 1 : -1 }
    if closes && !opens { outwardGuillemets += pointsLeft ? -1 : 1 }
  }

  /// The style of a chapter with these counts, in a work with those.
  ///
  /// A chapter that shows little takes the work's manner.
  func style(in work: StyleSurvey) -> QuotationStyle {
    var style = QuotationStyle()
    // Five ends of speech are enough to tell; chapters of letters and chats have fewer.
    let ends = doubleEnds + singleEnds >= 5 ? self : work
    style.singlesAreOuter = ends.singleEnds > ends.doubleEnds
    let stopsInside = ends.doubleEnds + ends.singleEnds
    style.stopsOutside = ends.stopsOutside >= 3 && ends.stopsOutside > stopsInside
    style.doubledSingles = doubledSingles >= 4 && doubledSingles > doubleEnds + singleEnds
    style.guillemetsPointInward = (guillemets >= 4 ? self : work).outwardGuillemets < 0
    style.dashes = isDashDialogue(in: work)
    return style
  }

  /// Whether dashes at the start of paragraphs are dialogue and not a broken-off line or a list.
  private func isDashDialogue(in work: StyleSurvey) -> Bool {
    let known = dashParagraphs >= 3 ? self : work
    guard dashParagraphs > 0, known.dashParagraphs >= 3 else { return false }
    return known.dashParagraphs * 4 >= known.markParagraphs
  }
}
