/// `Ron said, “…”`: a subject and its speech verb before the quotation.
enum LeadingTag: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    guard let after = place.after, !after.isEmpty, !place.gap.isEmpty else { return nil }
    let gap = place.gap
    let start = reader.sentenceStart(of: gap.upperBound - 1, in: gap)
    let sentence = start..<gap.upperBound
    guard let verb = lastSpeechVerb(in: sentence, reader) else { return nil }
    let ended = reader.chapter.tokens[after.lowerBound].shape.contains(.stop)
    if ended, verb + 6 < sentence.upperBound { return nil }
    if let subject = subjectBefore(verb, in: sentence, reader, &descriptions) {
      return Finding(
        rule: .leadingTag,
        subject: subject,
        evidence: subject.tokens.lowerBound..<(verb + 1)
      )
    }
    guard verb + 1 < sentence.upperBound, !ended,
      reader.chapter.tokens[verb + 1].shape.isDisjoint(with: .pause),
      let subject = reader.subject(at: verb + 1, in: sentence, isTag: true, &descriptions),
      reader.pauses(before: subject.tokens.upperBound, in: sentence)
    else { return nil }
    return Finding(
      rule: .leadingTag,
      subject: subject,
      evidence: verb..<subject.tokens.upperBound
    )
  }

  private static func lastSpeechVerb(in sentence: Range<Int>, _ reader: PhraseReader) -> Int? {
    sentence.reversed().first { index in
      guard reader.chapter.tokens[index].name < 0 else { return false }
      if reader.isSpeechVerb(index, in: sentence, weak: index + 1 == sentence.upperBound) {
        return true
      }
      let wordClass = reader.wordClass(index)
      if wordClass.contains(.speechParticiple) { return !wordClass.contains(.weakSpeech) }
      return wordClass.contains(.speechBase) && !wordClass.contains(.weakSpeech)
        && index > sentence.lowerBound
        && (!reader.wordClass(index - 1).isDisjoint(with: [.auxiliary, .subjectPronoun])
          || reader.isInfinitive(index))
    }
  }

  /// The subject of the sentence if it is a person; else the nearest person before the verb.
  private static func subjectBefore(
    _ verb: Int,
    in sentence: Range<Int>,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    let before = sentence.lowerBound..<verb
    var nearest: Subject?
    var index = verb - 1
    while index >= before.lowerBound, verb - index < 7 {
      let isObject =
        index > before.lowerBound && reader.wordClass(index - 1).contains(.preposition)
      if !isObject, reader.isPhraseStart(index, in: before),
        let subject = reader.subject(at: index, in: sentence, isTag: false, &descriptions),
        subject.tokens.upperBound <= verb
      {
        nearest = subject
        break
      }
      index -= 1
    }
    if let nearest, isDirect(nearest, verb, reader) { return nearest }
    return clauseSubject(in: before, reader, &descriptions)
      ?? SentenceSubject.read(in: before, reader, &descriptions) ?? nearest
  }

  /// The subject of the last clause that begins within a sentence: "Ron sighed, and Ada, rising,
  /// said".
  private static func clauseSubject(
    in sentence: Range<Int>,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    let tokens = reader.chapter.tokens
    for index in sentence.dropFirst().reversed() {
      guard reader.isPhraseStart(index, in: sentence),
        reader.wordClass(index - 1).contains(.conjunction)
          || !tokens[index].shape.isDisjoint(with: [.comma, .dash, .colon]),
        reader.wordClass(index).isDisjoint(with: .it),
        let subject = reader.subject(at: index, in: sentence, isTag: false, &descriptions)
      else { continue }
      let next = subject.tokens.upperBound
      guard next < sentence.upperBound else { continue }
      let goesOn =
        tokens[next].shape.contains(.comma) || reader.isFiniteVerb(next)
        || reader.wordClass(next).contains(.relative)
      if goesOn { return subject }
    }
    return nil
  }

  /// Whether nothing but fillers stands between a subject and its verb.
  private static func isDirect(_ subject: Subject, _ verb: Int, _ reader: PhraseReader) -> Bool {
    (subject.tokens.upperBound..<max(verb, subject.tokens.upperBound)).allSatisfy {
      reader.wordClass($0).contains(.filler)
    }
  }
}
