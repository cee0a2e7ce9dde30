/// `Ron shook his head. “…”`: the subject of the last sentence before the quotation.
enum LeadingBeat: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    guard !place.gap.isEmpty else { return nil }
    let start = reader.sentenceStart(of: place.gap.upperBound - 1, in: place.gap)
    var sentence = start..<place.gap.upperBound
    if let subject = SentenceSubject.read(in: sentence, reader, &descriptions) {
      return Finding(rule: .leadingBeat, subject: subject, evidence: subject.tokens)
    }
    guard start > place.gap.lowerBound else { return nil }
    sentence = reader.sentenceStart(of: start - 1, in: place.gap)..<start
    guard let subject = SentenceSubject.read(in: sentence, reader, &descriptions) else {
      return nil
    }
    return Finding(rule: .leadingBeat, subject: subject, evidence: subject.tokens)
  }
}
