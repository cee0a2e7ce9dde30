import FicModel

/// Reads the speech in a paragraph of dash dialogue, without the narrator's words in it.
///
/// Three manners are told apart by what stands there: the narrator between dashes (Spanish,
/// Russian, Portuguese, Polish), a tag after a comma (French, Joyce), and none at all.
struct DashTurnReader: Sendable {
  /// The paragraph.
  let prose: Prose

  /// The pieces of speech, in reading order, the first with its dash; nil where no dash begins the
  /// paragraph.
  func pieces() -> [TextSpan]? {
    guard let opening = DashLine.opening(of: prose) else { return nil }
    let rest = TextSpan(opening.words, prose.trimmingSpaces(before: prose.span.end))
    var pieces = dashedPieces(of: rest) ?? InsertionReader(prose: prose).pieces(of: rest)
    guard let first = pieces.first else { return [] }
    pieces[0] = TextSpan(opening.dash.start, first.end)
    return pieces
  }

  /// A dash inside the paragraph and what is beside it.
  private struct InnerDash {
    var span: TextSpan
    var spaceBefore: Bool
    var spaceAfter: Bool
    /// The last character before it that is no space.
    var before: Unicode.Scalar?
    /// The first character after it that is no space.
    var after: Unicode.Scalar?
  }

  /// The pieces where dashes set the narrator apart; nil where none do.
  private func dashedPieces(of rest: TextSpan) -> [TextSpan]? {
    var pieces: [TextSpan] = []
    var start = rest.start
    var isNarration = false
    var found = false
    for dash in innerDashes(of: rest) {
      if isNarration {
        guard closesInsertion(dash) else { continue }
        start = prose.skipping(from: dash.span.end) {
          $0.isProseSpace || $0.isSpeechEnd && !Self.startsSpeech($0)
        }
        isNarration = false
      } else if opensInsertion(dash) {
        append(TextSpan(start, dash.span.start), to: &pieces)
        isNarration = true
        found = true
      }
    }
    guard found else { return nil }
    if !isNarration { append(TextSpan(start, rest.end), to: &pieces) }
    return pieces
  }

  /// An ellipsis may begin speech; other stops belong to what is before.
  private static func startsSpeech(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x2026 }

  private func append(_ span: TextSpan, to pieces: inout [TextSpan]) {
    let piece = prose.trimmed(span)
    if !piece.isEmpty { pieces.append(piece) }
  }

  private func innerDashes(of rest: TextSpan) -> [InnerDash] {
    var result: [InnerDash] = []
    var place = rest.start
    while place < rest.end, let character = prose.character(at: place) {
      place = character.end
      guard character.scalar.isProseDash else { continue }
      while let next = prose.character(at: place), next.scalar.isProseDash { place = next.end }
      let span = TextSpan(character.start, place)
      let isHyphen = character.scalar.value == 0x2D || character.scalar.value == 0x2010
      let spaceBefore = prose.scalar(before: span.start)?.isProseSpace ?? true
      let spaceAfter = prose.scalar(at: span.end)?.isProseSpace ?? true
      if isHyphen && span.count == 1 && !(spaceBefore && spaceAfter) { continue }
      result.append(
        InnerDash(
          span: span,
          spaceBefore: spaceBefore,
          spaceAfter: spaceAfter,
          before: prose.scalar(before: prose.trimmingSpaces(before: span.start)),
          after: prose.scalar(at: prose.skippingSpaces(from: span.end))
        )
      )
    }
    return result
  }

  /// Whether a dash leads to the narrator: ` —dijo`, `, — сказал`, ` — disse`.
  private func opensInsertion(_ dash: InnerDash) -> Bool {
    guard dash.spaceBefore, let after = dash.after, after.isProseLetter else { return false }
    if !dash.spaceAfter { return true }
    if dash.before?.isSpeechEnd == true { return after.isProseLowercase }
    let word = SpeechTag(prose: prose).word(at: prose.skippingSpaces(from: dash.span.end))
    return word.map { TagWords.dashed.contains($0.text) } ?? false
  }

  /// Whether a dash leads back to speech: `Ana—.`, `Ana —. `, `он. — `.
  private func closesInsertion(_ dash: InnerDash) -> Bool {
    if !dash.spaceBefore { return true }
    return dash.before?.isSpeechEnd == true || dash.after?.isSpeechEnd == true
  }
}
