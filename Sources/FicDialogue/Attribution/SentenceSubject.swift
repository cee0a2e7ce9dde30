/// Finds the subject of a sentence of narration: the person that it begins with.
enum SentenceSubject {
  /// The subject in the tokens of a sentence, or of what is left of one.
  static func read(
    in sentence: Range<Int>,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    var index = sentence.lowerBound
    var steps = 0
    while index < sentence.upperBound, steps < 4 {
      if let subject = reader.subject(at: index, in: sentence, isTag: false, &descriptions) {
        if case .it = subject.kind { return nil }
        return isSubject(subject, in: sentence, reader) ? subject : nil
      }
      let wordClass = reader.wordClass(index)
      if !wordClass.isDisjoint(with: [.conjunction, .filler]),
        wordClass.isDisjoint(with: .auxiliary)
      {
        index += 1
      } else if let next = afterComma(from: index, in: sentence, reader) {
        index = next
        steps += 1
      } else {
        return nil
      }
      steps += 1
    }
    return nil
  }

  /// Whether a verb and not a noun follows: "Ron nodded", not "Ron, nodding" as an object.
  private static func isSubject(
    _ subject: Subject,
    in sentence: Range<Int>,
    _ reader: PhraseReader
  ) -> Bool {
    let next = subject.tokens.upperBound
    guard next < sentence.upperBound else { return true }
    return !reader.wordClass(next).contains(.preposition)
      || reader.wordClass(next).contains(.filler)
      || reader.chapter.tokens[next].shape.contains(.comma)
  }

  /// "With that, Ron rose": the token after the comma that ends what comes before the subject.
  private static func afterComma(
    from start: Int,
    in sentence: Range<Int>,
    _ reader: PhraseReader
  ) -> Int? {
    var index = start + 1
    while index < sentence.upperBound, index - start < 14 {
      if reader.chapter.tokens[index].shape.contains(.comma) { return index }
      index += 1
    }
    return nil
  }
}
