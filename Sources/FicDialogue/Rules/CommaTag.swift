/// `“…,” Ron shrugged`: after a comma the subject of the sentence speaks, whatever its verb.
enum CommaTag: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    let gap = place.gap
    guard place.continuesSentence, !gap.isEmpty,
      let subject = reader.subject(at: gap.lowerBound, in: gap, isTag: false, &descriptions)
    else { return nil }
    if case .it = subject.kind { return nil }
    let verb = subject.tokens.upperBound
    guard verb < gap.upperBound, reader.chapter.tokens[verb].shape.isDisjoint(with: .pause),
      reader.isFiniteVerb(verb)
    else { return nil }
    return Finding(rule: .commaTag, subject: subject, evidence: gap.lowerBound..<(verb + 1))
  }
}
