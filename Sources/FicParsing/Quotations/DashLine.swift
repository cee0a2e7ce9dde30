import FicModel

/// The dash that begins a paragraph of dialogue.
enum DashLine {
  /// Whether a paragraph begins with a dash that words follow.
  static func begins(_ prose: Prose) -> Bool { opening(of: prose) != nil }

  /// The dash at the start of a paragraph and the place of the words after it; nil where there is
  /// none.
  ///
  /// A single hyphen counts only with a space after it, a row of three or more never.
  static func opening(of prose: Prose) -> (dash: TextSpan, words: Int)? {
    let start = prose.skippingSpaces(from: prose.span.start)
    guard let first = prose.character(at: start), first.scalar.isProseDash else { return nil }
    var end = first.end
    var count = 1
    while let next = prose.character(at: end), next.scalar.isProseDash {
      end = next.end
      count += 1
    }
    let isHyphen = first.scalar.value == 0x2D || first.scalar.value == 0x2010
    guard isHyphen ? count <= 2 : count == 1 else { return nil }
    let words = prose.skippingSpaces(from: end)
    if isHyphen && count == 1 && words == end { return nil }
    guard let next = prose.scalar(at: words), isSpeechStart(next) else { return nil }
    return (TextSpan(start, end), words)
  }

  private static func isSpeechStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isProseLetter || scalar.isProseDigit { return true }
    switch scalar.value {
    case 0xBF, 0xA1, 0x2026, 0x2E, 0x22, 0x27, 0x2018, 0x201C, 0xAB, 0x2A, 0x5F: return true
    default: return false
    }
  }
}
