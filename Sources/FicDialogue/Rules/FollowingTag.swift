/// `“…,” Ron said`: a subject and then its speech verb, words between them or not.
enum FollowingTag: AttributionRule {
  static func finding(
    at place: Place,
    _ reader: PhraseReader,
    _ descriptions: inout Descriptions
  ) -> Finding? {
    let gap = place.gap
    var index = gap.lowerBound
    while index < gap.upperBound, index - gap.lowerBound < 3,
      !reader.wordClass(index).isDisjoint(with: [.conjunction, .filler]),
      reader.chapter.tokens[index].name < 0,
      reader.wordClass(index).isDisjoint(with: [.possessive, .subjectPronoun])
    {
      index += 1
    }
    guard index < gap.upperBound, reader.wordClass(index).isDisjoint(with: .it),
      let subject = reader.subject(at: index, in: gap, isTag: true, &descriptions),
      let verb = reader.speechVerb(after: subject.tokens.upperBound, in: gap)
    else { return nil }
    return Finding(rule: .followingTag, subject: subject, evidence: index..<(verb + 1))
  }
}
