/// `“…,” said Ron`: a speech verb and then its subject.
enum InvertedTag: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    let gap = place.gap
    var index = gap.lowerBound
    while index < gap.upperBound, index - gap.lowerBound < 2, isSkipped(index, in: gap, reader) {
      index += 1
    }
    guard index < gap.upperBound,
      place.continuesSentence || !reader.chapter.tokens[index].shape.contains(.capital)
    else { return nil }
    let wordClass = reader.wordClass(index)
    let isKnown = reader.isSpeechVerb(index, in: gap, weak: true)
    guard isKnown || (wordClass.contains(.edForm) && index == gap.lowerBound) else { return nil }
    var start = index + 1
    if wordClass.contains(.particleSpeech) || isParticle(start, in: gap, reader) { start += 1 }
    while start < gap.upperBound, start - index < 4, reader.wordClass(start).contains(.filler),
      !reader.chapter.tokens[start].shape.contains(.capital),
      reader.chapter.tokens[start].shape.isDisjoint(with: .pause)
    {
      start += 1
    }
    if start + 1 < gap.upperBound, isLink(start, reader) { start += 1 }
    guard start < gap.upperBound,
      reader.chapter.tokens[start].shape.isDisjoint(with: [
        .comma, .stop, .exclaimed, .colon, .dash, .bracket,
      ]),
      let subject = reader.subject(at: start, in: gap, isTag: true, &descriptions)
    else { return nil }
    if !isKnown {
      guard reader.pauses(before: subject.tokens.upperBound, in: gap), isFirm(subject) else {
        return nil
      }
    }
    return Finding(
      rule: .invertedTag,
      subject: subject,
      evidence: index..<subject.tokens.upperBound
    )
  }

  /// "called out Ron": whether a particle stands between the verb and a name or a noun.
  private static func isParticle(_ index: Int, in gap: Range<Int>, _ reader: PhraseReader) -> Bool {
    index + 1 < gap.upperBound && reader.wordClass(index).contains(.verbParticle)
      && reader.chapter.tokens[index].shape.isDisjoint(with: .pause)
      && reader.chapter.tokens[index + 1].shape.isDisjoint(with: .pause)
      && (reader.chapter.tokens[index + 1].name >= 0
        || reader.wordClass(index + 1).contains(.determiner))
  }

  /// "murmura-t-elle": whether a letter between hyphens only parts two vowels.
  private static func isLink(_ index: Int, _ reader: PhraseReader) -> Bool {
    let tokens = reader.chapter.tokens
    return tokens[index].shape.contains(.hyphen) && tokens[index + 1].shape.contains(.hyphen)
      && reader.vocabulary.table.length(of: tokens[index].word) == 1
  }

  /// An unlisted verb takes a name as its subject and nothing else.
  private static func isFirm(_ subject: Subject) -> Bool {
    if case .member = subject.kind { return true }
    return false
  }

  /// "at last said Ron", "s'écria Jean": what may stand before the verb.
  private static func isSkipped(_ index: Int, in gap: Range<Int>, _ reader: PhraseReader) -> Bool {
    let wordClass = reader.wordClass(index)
    if reader.isSpeechVerb(index, in: gap, weak: true) { return false }
    return wordClass.contains(.filler)
      || reader.vocabulary.table.length(
        of: reader.chapter.tokens[index].word
      ) == 1 && !wordClass.contains(.first)
      || wordClass.contains(.preposition)
  }
}
