import FicModel

extension PhraseReader {
  /// The described person whom a noun names, with what tells it from others.
  func description(
    of noun: Int,
    from start: Int,
    owner: Int,
    _ descriptions: inout Descriptions
  ) -> Subject {
    let wordClass = wordClass(noun)
    let (key, last) = descriptionKey(of: noun, from: start, owner: owner)
    let isTold = key.qualifier >= 0 && tokens[last].word == key.qualifier
    let end = isTold ? last : noun
    let entry = Descriptions.Entry(
      key: key,
      gender: gender(of: wordClass) ?? (noun > start ? articleGender(start) : nil),
      isGroup: wordClass.contains(.groupNoun),
      isGeneric: wordClass.contains(.genericNoun),
      isIndefinite: indefinite.contains(tokens[start].word),
      chapter: chapterIndex,
      start: Int(tokens[start].start),
      end: Int(tokens[end].end)
    )
    return Subject(
      kind: .described(descriptions.intern(entry)),
      tokens: start..<(last + 1)
    )
  }

  /// What tells the person whom a noun describes from others, and the last word of the phrase.
  func descriptionKey(
    of noun: Int,
    from start: Int,
    owner: Int
  ) -> (key: Descriptions.Key, last: Int) {
    var key = Descriptions.Key(noun: tokens[noun].word, owner: owner)
    guard owner < 0, wordClass(noun).contains(.genericNoun) else { return (key, noun) }
    let phrase = qualifyingPhrase(after: noun)
    if noun > start + 1 || (noun == start + 1 && wordClass(start).contains(.epithet)) {
      key.qualifier = tokens[noun - 1].word
    } else if let phrase {
      key.qualifier = tokens[phrase].word
    }
    return (key, phrase ?? noun)
  }

  /// The last word of "in the white waistcoat" after a noun.
  private func qualifyingPhrase(after noun: Int) -> Int? {
    let limit = min(tokens.count, noun + 8)
    guard noun + 2 < limit, tokens[noun + 1].shape.isDisjoint(with: .pause),
      Self.qualifying.contains(vocabulary.text(of: tokens[noun + 1].word)),
      tokens[noun + 2].shape.isDisjoint(with: .pause), tokens[noun + 2].name < 0,
      wordClass(noun + 2).isDisjoint(with: [.possessive, .subjectPronoun, .hisForm, .herForm])
    else { return nil }
    let hasArticle = wordClass(noun + 2).contains(.determiner)
    var last = noun + 2
    while last + 1 < limit, tokens[last + 1].shape.isDisjoint(with: .pause),
      wordClass(last + 1).isDisjoint(with: [
        .preposition, .relative, .conjunction, .auxiliary, .possessive, .action, .irregularPast,
        .speech, .foreignSpeech,
      ])
    {
      last += 1
    }
    // How somebody speaks, not who it is: "cried the mother in a breath".
    let isManner = !wordClass(last).isDisjoint(with: [.mannerNoun, .speechNoun, .speechBase])
    return !isManner && (last > noun + 2 || !hasArticle) ? last : nil
  }

  private static let qualifying: Set<String> = ["in", "with"]

  /// What an article tells: "le mécanicien".
  private func articleGender(_ index: Int) -> Gender? {
    let wordClass = wordClass(index)
    if wordClass.contains(.maleArticle) { return .male }
    return wordClass.contains(.femaleArticle) ? .female : nil
  }

  private func gender(of wordClass: WordClass) -> Gender? {
    if wordClass.contains(.maleNoun) || wordClass.contains(.maleTitle) { return .male }
    if wordClass.contains(.femaleNoun) || wordClass.contains(.femaleTitle) { return .female }
    return nil
  }
}
