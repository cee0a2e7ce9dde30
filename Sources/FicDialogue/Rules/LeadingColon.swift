/// `Ron raised a hand: “…”`: a colon or a comma leads from the sentence's subject to the quotation.
enum LeadingColon: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    guard let after = place.after, !after.isEmpty, !place.gap.isEmpty else { return nil }
    let shape = reader.chapter.tokens[after.lowerBound].shape
    guard !shape.isDisjoint(with: [.colon, .comma]), shape.isDisjoint(with: .stop) else {
      return nil
    }
    let start = reader.sentenceStart(of: place.gap.upperBound - 1, in: place.gap)
    guard
      let subject = SentenceSubject.read(
        in: start..<place.gap.upperBound,
        reader,
        &descriptions
      )
    else { return nil }
    return Finding(rule: .leadingColon, subject: subject, evidence: subject.tokens)
  }
}
