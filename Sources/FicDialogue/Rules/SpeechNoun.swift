/// `“…” was Ron’s reply` and `Ron’s reply was: “…”`: a noun of speech and whose it is.
enum SpeechNoun: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    guard !place.gap.isEmpty else { return nil }
    return place.after == nil || place.continuesSentence
      ? following(place, reader, &descriptions) : leading(place, reader, &descriptions)
  }

  private static func following(
    _ place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    let start = place.gap.lowerBound
    guard reader.wordClass(start).contains(.copula),
      !reader.chapter.tokens[start].shape.contains(.capital),
      let subject = owner(at: start + 1, in: place.gap, reader, &descriptions)
    else { return nil }
    return Finding(
      rule: .speechNoun,
      subject: subject,
      evidence: start..<subject.tokens.upperBound
    )
  }

  private static func leading(
    _ place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    let end = place.gap.upperBound
    let start = reader.sentenceStart(of: end - 1, in: place.gap)
    guard reader.wordClass(end - 1).contains(.copula),
      let subject = owner(at: start, in: start..<end, reader, &descriptions),
      subject.tokens.upperBound == end - 1
    else { return nil }
    return Finding(rule: .speechNoun, subject: subject, evidence: start..<end)
  }

  /// Whose noun of speech the phrase at `index` is.
  private static func owner(
    at index: Int,
    in range: Range<Int>,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    guard let subject = reader.subject(at: index, in: range, isTag: false, &descriptions),
      reader.wordClass(subject.tokens.upperBound - 1).contains(.speechNoun)
    else { return nil }
    return subject
  }
}
