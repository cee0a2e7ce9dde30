import FicModel

/// Closing marks whose opening mark is missing.
extension MarkBalancer {
  /// A closing mark that nothing opened: the end of words whose opening mark is missing, or a
  /// stray.
  mutating func missedOpening(_ index: Int) -> Int {
    let mark = marks[index]
    guard mark.family != .single || style.singlesAreOuter && !mark.isWeak else { return index + 1 }
    if extendsLast(to: mark) { return index + 1 }
    let after = found.last?.quotation.span.end ?? prose.span.start
    guard
      let start = missedStart(
        after: after,
        before: mark.span.start,
        isSingle: mark.family == .single
      )
    else { return index + 1 }
    add(
      TextSpan(start, mark.span.end),
      content: TextSpan(start, mark.span.start),
      family: mark.family,
      marks: [],
      isUnbalanced: !(found.isEmpty && continuesQuotation)
    )
    return index + 1
  }

  /// How many bytes of words are looked through for a missing opening mark.
  private static let longestMissed = 600

  /// How many bytes of white space may part a quotation from words that go on with it.
  private static let longestGap = 32

  /// Takes the words up to a mark to the last quotation where they go on with its sentence, so that
  /// the mark before was an inner one's.
  private mutating func extendsLast(to mark: QuotationMark) -> Bool {
    guard var last = found.last, last.family == mark.family, !last.quotation.isUnbalanced else {
      return false
    }
    let end = last.quotation.span.end
    let words = prose.part(TextSpan(end, end + Self.longestGap))
      .skipping(from: end) { $0.isProseSpace || $0.value == 0x2C }
    // British books set inner quotations in double marks; a text that lost them has single ones.
    guard words < mark.span.start,
      mark.family == .single || prose.scalar(at: words)?.isProseLowercase == true,
      !beginsTag(at: words)
    else { return false }
    last.quotation.span = TextSpan(last.quotation.span.start, mark.span.end)
    last.quotation.content = TextSpan(last.quotation.content.start, mark.span.start)
    last.quotation.isUnbalanced = true
    replaceLast(last)
    return true
  }

  /// Whether a narrator's tag begins at a place; `You think so` is somebody's speech.
  private func beginsTag(at offset: Int) -> Bool {
    let tag = SpeechTag(prose: prose)
    return tag.sense(at: offset) == .saying && tag.word(at: offset)?.text != "you"
  }

  /// Where words begin whose opening mark is missing: with the paragraph, or with the sentence
  /// after the narrator's; nil where the mark is a stray.
  private func missedStart(after offset: Int, before end: Int, isSingle: Bool) -> Int? {
    guard let last = prose.scalar(before: end), last.isSpeechEnd || last.isProseDash else {
      return nil
    }
    if found.isEmpty {
      let start = prose.skippingSpaces(from: offset)
      return start < end ? start : nil
    }
    // A single mark in mid-paragraph is more likely an inner one's than the end of a new turn.
    guard !isSingle else { return nil }
    var place = max(offset, end - Self.longestMissed)
    while place < end, let character = prose.character(at: place) {
      place = character.end
      guard character.scalar.isSentenceEnd else { continue }
      let start = prose.skippingSpaces(from: place)
      guard start > place, start < end, prose.scalar(at: start)?.isProseCapital == true else {
        continue
      }
      return start
    }
    return nil
  }
}
