/// `“…” Ron shook his head.`: the subject of the sentence after the quotation.
enum FollowingBeat: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    guard !place.gap.isEmpty else { return nil }
    let sentence =
      place.gap.lowerBound..<reader.sentenceEnd(of: place.gap.lowerBound, in: place.gap)
    guard let subject = SentenceSubject.read(in: sentence, reader, &descriptions) else {
      return nil
    }
    return Finding(rule: .followingBeat, subject: subject, evidence: subject.tokens)
  }
}
