import FicModel

/// Reads the turns of a script or a chat out of a paragraph.
struct LabelledTurnReader: Sendable {
  /// The paragraph.
  let prose: Prose

  /// How the chapter labels its turns.
  let style: LabelStyle

  /// The turns in reading order; nil where the paragraph has no label.
  func turns() -> [ScannedQuotation]? {
    var result: [ScannedQuotation] = []
    var isLabelled = false
    var lines = LabelledLines(prose)
    while let line = lines.next(isLabel: style.takes) {
      isLabelled = true
      for piece in pieces(of: line.content) {
        result.append(
          ScannedQuotation(
            quotation: Quotation(span: piece, content: piece),
            kind: style.isChat ? .textMessage : .speech,
            label: line.label
          )
        )
      }
    }
    return isLabelled ? result : nil
  }

  /// The label at the paragraph's start, where quotation marks show what is said.
  func label() -> TextSpan? {
    var lines = LabelledLines(prose)
    return lines.next(isLabel: style.takes)?.label
  }

  /// What is said, without the directions in brackets that a script puts before, into and after it.
  private func pieces(of content: TextSpan) -> [TextSpan] {
    guard !style.isChat else { return [content] }
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
    let piece = prose.trimmed(span)
    let hasWords = prose.part(piece).skipping(from: piece.start) { !$0.isProseLetter } < piece.end
    if hasWords { result.append(piece) }
  }

  /// How long a direction may be, in bytes.
  private static let longestDirection = 400

  /// The offset after the bracket that ends a direction; nil where none does.
  private func directionEnd(from start: Int, below limit: Int) -> Int? {
    let view = prose.part(TextSpan(start, min(limit, start + Self.longestDirection)))
    let close = view.skipping(from: start) { !$0.isClosingBracket }
    guard let bracket = view.character(at: close) else { return nil }
    return bracket.end
  }
}
