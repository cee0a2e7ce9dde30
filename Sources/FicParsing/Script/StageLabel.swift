import FicModel

/// Reads the label of a play that no colon follows.
///
/// `MARTHA. You left.`, `MARTHA (aside). You left.`, `MARTHA`, `Mrs. Hale. You left.`
enum StageLabel {
  /// The longest direction between a label and its speech, in bytes.
  private static let longestDirection = 120

  /// The most words of a label.
  private static let mostWords = 4

  /// Reads the label at `start`; nil where none stands there.
  static func read(_ prose: Prose, at start: Int) -> LabelledLine.Found? {
    guard let first = prose.scalar(at: start), first.isProseCapital else { return nil }
    var label = TextSpan(start, start)
    var place = start
    var isCapitals = true
    for count in 0..<mostWords {
      guard let word = word(prose, at: place) else { break }
      if count == 0 { isCapitals = word.isCapitals }
      guard word.isCapital, word.isCapitals || !isCapitals else { break }
      label.end = word.end
      place = word.end
      guard let next = prose.scalar(at: place) else { break }
      if next.value == 0x2E {
        guard isTitle(prose, label.end, from: word.start),
          prose.scalar(at: place + 1)?.isProseSpace == true
        else { break }
        place += 1
        label.end = place
      }
      guard prose.scalar(at: place)?.value == 0x20 else { break }
      place += 1
    }
    guard label.count >= 2, label.count <= LabelledLine.longestLabel else { return nil }
    return found(prose, label, isCapitals: isCapitals)
  }

  private static func found(
    _ prose: Prose,
    _ label: TextSpan,
    isCapitals: Bool
  ) -> LabelledLine.Found? {
    let line = prose.trimmingSpaces(before: prose.span.end)
    var end = prose.skippingSpaces(from: label.end)
    let opening = prose.skipping(from: end) { $0.isEmphasisMark }
    var hasDirection = false
    if prose.scalar(at: opening)?.isOpeningBracket == true, opening > label.end,
      let close = LabelledLine.directionEnd(prose, from: opening, within: longestDirection)
    {
      end = prose.skipping(from: close) { $0.isEmphasisMark }
      hasDirection = true
    } else {
      end = label.end
    }
    let hasStop = prose.scalar(at: end)?.value == 0x2E
    if hasStop { end += 1 }
    if end >= line {
      // "Martha" alone counts as "MARTHA" does where such lines come again; "Martha." is a speech.
      guard isCapitals || !hasStop && !hasDirection else { return nil }
      return LabelledLine.Found(label: label, end: line, form: .cue)
    }
    guard let next = prose.scalar(at: end), next.isProseSpace || next.isProseDash else {
      return nil
    }
    // A direction may also follow the stop: "MARTHA. (Aside.) You left."
    if hasStop || hasDirection && isCapitals {
      // An ellipsis goes on with a sentence.
      guard next.value != 0x2E else { return nil }
      let content = prose.skipping(from: end) { $0.isProseSpace || $0.isProseDash }
      return LabelledLine.Found(label: label, end: content, form: .stop)
    }
    guard isCapitals, next.isProseSpace else { return nil }
    return bare(prose, label)
  }

  /// A label that only its capitals set apart, without the "I" or "A" that a speech begins with.
  private static func bare(_ prose: Prose, _ label: TextSpan) -> LabelledLine.Found? {
    var label = label
    let last = prose.part(label).trimming(before: label.end) { !$0.isProseSpace }
    if label.end - last == 1, last > label.start {
      label.end = prose.part(label).trimmingSpaces(before: last)
    }
    guard label.count >= 2 else { return nil }
    return LabelledLine.Found(label: label, end: label.end, form: .bare)
  }

  private struct Word {
    var start: Int
    var end: Int
    var isCapital: Bool
    var isCapitals: Bool
  }

  private static func word(_ prose: Prose, at start: Int) -> Word? {
    guard let first = prose.scalar(at: start), first.isProseLetter || first.isProseDigit else {
      return nil
    }
    var end = start
    var isCapitals = true
    while end - start <= LabelledLine.longestLabel, let next = prose.character(at: end) {
      switch next.scalar.value {
      case 0x23, 0x26, 0x27, 0x2D, 0x5F, 0x2019: break
      default:
        guard next.scalar.isProseLetter || next.scalar.isProseDigit else {
          return Word(
            start: start,
            end: end,
            isCapital: !first.isProseLowercase,
            isCapitals: isCapitals
          )
        }
        if next.scalar.isProseLowercase { isCapitals = false }
      }
      end = next.end
    }
    return Word(start: start, end: end, isCapital: !first.isProseLowercase, isCapitals: isCapitals)
  }

  /// Whether the word from `start` on is a title that a stop follows.
  private static func isTitle(_ prose: Prose, _ end: Int, from start: Int) -> Bool {
    guard end - start <= 4 else { return false }
    let word = String(decoding: prose.bytes[start..<end], as: UTF8.self).lowercased()
    return TagWords.titles.contains(word.prefix(1).uppercased() + word.dropFirst())
  }
}
