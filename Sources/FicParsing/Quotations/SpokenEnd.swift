import FicModel

/// Finds where speech without a closing mark gives way to its tag, as in `, he said.`.
struct SpokenEnd: Sendable {
  /// The paragraph.
  let prose: Prose

  /// How far from the end of the paragraph's sentence a tag may begin, in bytes.
  private static let reach = 120

  /// The offset after the last spoken character; nil where no tag ends the words of `span`.
  func end(of span: TextSpan) -> Int? {
    let floor = max(span.start, span.end - Self.reach)
    var place = prose.trimmingSpaces(before: span.end)
    while let character = prose.character(before: place), character.start > floor {
      if character.scalar.isSpeechEnd || character.scalar.isProseDash,
        isTag(after: character)
      {
        return character.end
      }
      place = character.start
    }
    return nil
  }

  /// Whether a tag of saying or thinking stands after a stop and white space.
  ///
  /// Written words are quoted whole; a capital pronoun, or any capital after a full stop, begins a
  /// sentence that may well be spoken: `He said`.
  private func isTag(after stop: Prose.Placed) -> Bool {
    let tag = SpeechTag(prose: prose)
    let start = prose.skippingSpaces(from: stop.end)
    guard start > stop.end, let sense = tag.sense(at: start), sense != .writing,
      let first = tag.word(at: start)
    else { return false }
    guard first.isCapital, first.text != "i" else { return true }
    return stop.scalar.value != 0x2E && !TagWords.pronouns.contains(first.text)
  }
}
