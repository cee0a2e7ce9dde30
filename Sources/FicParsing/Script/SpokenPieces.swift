import FicModel

/// Cuts the directions in brackets out of what a script has somebody say.
struct SpokenPieces: Sendable {
  /// The text that holds the speech.
  let prose: Prose

  /// How long a direction may be, in bytes.
  private static let longestDirection = 400

  /// What is said, without the directions that stand before, in and after it.
  func pieces(of content: TextSpan) -> [TextSpan] {
    var result: [TextSpan] = []
    var start = content.start
    var place = content.start
    while place < content.end, let character = prose.character(at: place) {
      place = character.end
      guard character.scalar.isOpeningBracket,
        let end = directionEnd(from: character.end, below: content.end)
      else { continue }
      append(TextSpan(start, character.start), to: &result)
      start = end
      place = end
    }
    append(TextSpan(start, content.end), to: &result)
    return result
  }

  private func append(_ span: TextSpan, to result: inout [TextSpan]) {
    let part = prose.part(span)
    // The marks of an emphasized direction are no part of the speech beside it.
    let start = part.skipping(from: span.start) { $0.isProseSpace }
    let isBroken = isLoneMark(part, at: start)
    let skipped = isBroken ? part.skipping(from: start) { $0.isEmphasisMark } : start
    var piece = prose.trimmed(TextSpan(min(skipped, span.end), span.end))
    if isLoneMark(part, before: piece.end) {
      piece = prose.trimmed(
        TextSpan(piece.start, part.trimming(before: piece.end) { $0.isEmphasisMark })
      )
    }
    let hasWords =
      prose.part(piece).skipping(from: piece.start) { !$0.isProseLetter && !$0.isProseDigit }
      < piece.end
    if hasWords { result.append(piece) }
  }

  /// Whether a mark of emphasis at `offset` stands before a space: it ends what began before.
  private func isLoneMark(_ part: Prose, at offset: Int) -> Bool {
    guard part.scalar(at: offset)?.isEmphasisMark == true else { return false }
    let end = part.skipping(from: offset) { $0.isEmphasisMark }
    return part.scalar(at: end)?.isProseSpace ?? true
  }

  /// Whether a mark of emphasis that ends at `offset` stands behind a space.
  private func isLoneMark(_ part: Prose, before offset: Int) -> Bool {
    guard part.scalar(before: offset)?.isEmphasisMark == true else { return false }
    let start = part.trimming(before: offset) { $0.isEmphasisMark }
    return part.scalar(before: start)?.isProseSpace ?? true
  }

  /// The offset after the bracket that ends a direction; nil where none does.
  private func directionEnd(from start: Int, below limit: Int) -> Int? {
    let view = prose.part(TextSpan(start, min(limit, start + Self.longestDirection)))
    let close = view.skipping(from: start) { !$0.isClosingBracket }
    guard let bracket = view.character(at: close) else { return nil }
    return bracket.end
  }
}
