import FicModel

extension ChapterRecords {
  /// What is said in a line, as far as it is shown, in order.
  func sayings(in line: Line, shownAs text: FoldedText) -> [Saying] {
    chapter.utterances[line.utterances].filter { $0.kind != .notSpeech }.flatMap { utterance in
      utterance.quotations.flatMap { text.places(of: $0.span) }.map { place in
        Saying(
          start: place[0],
          end: place[1],
          kind: utterance.kind,
          speaker: utterance.attribution.speaker.flatMap(name),
          addressees: utterance.addressees.compactMap(name),
          confidence: utterance.attribution.speaker == nil ? 0 : utterance.attribution.confidence
        )
      }
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }
}
