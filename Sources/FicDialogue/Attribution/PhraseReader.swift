import FicModel

/// Reads the noun phrases and verbs that tags and beats are made of.
struct PhraseReader {
  let vocabulary: Vocabulary
  let chapter: TokenizedChapter
  let chapterIndex: Int
  let tokens: [Token]
  /// The pronouns of the chapter's narrator: "I", or "you".
  let narrator: WordClass
  private let of: Int32?
  private let voice: Int32?
  let to: Int32?
  /// The words that bring in somebody new.
  let indefinite: Set<Int32>

  /// Creates a reader of the chapter at `chapterIndex` of a work.
  init(
    vocabulary: Vocabulary,
    chapter: TokenizedChapter,
    chapterIndex: Int,
    narrator: WordClass = .first
  ) {
    self.narrator = narrator
    self.vocabulary = vocabulary
    self.chapter = chapter
    self.chapterIndex = chapterIndex
    tokens = chapter.tokens
    of = vocabulary.table.find("of")
    voice = vocabulary.table.find("voice")
    to = vocabulary.table.find("to")
    let words = ["a", "an", "another", "one", "two", "three", "some", "somebody", "someone"]
    indefinite = Set(words.compactMap { vocabulary.table.find($0) })
  }

  /// What a word is.
  func wordClass(_ index: Int) -> WordClass { vocabulary[chapter.tokens[index]] }

  /// Whether a pause stands before the token, or none follows.
  func pauses(before index: Int, in range: Range<Int>) -> Bool {
    index >= range.upperBound || !tokens[index].shape.isDisjoint(with: .pause)
  }

  /// Where the sentence of `index` begins, not before `range`.
  func sentenceStart(of index: Int, in range: Range<Int>) -> Int {
    var start = index
    while start > range.lowerBound, tokens[start].shape.isDisjoint(with: .sentence) { start -= 1 }
    return start
  }

  /// Where the sentence of `index` ends, not after `range`.
  func sentenceEnd(of index: Int, in range: Range<Int>) -> Int {
    var end = index + 1
    while end < range.upperBound, tokens[end].shape.isDisjoint(with: .sentence) { end += 1 }
    return min(end, range.upperBound)
  }

  // MARK: - Subjects

  /// The noun phrase that begins at `index` as the subject of a verb, within `range`.
  ///
  /// `isTag` takes any noun for a person: a speech verb stands beside it.
  func subject(
    at index: Int,
    in range: Range<Int>,
    isTag: Bool,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    guard range.contains(index) else { return nil }
    let token = tokens[index]
    if token.name >= 0 { return named(at: index, in: range, &descriptions) }
    let wordClass = vocabulary[token]
    if let pronoun = pronoun(wordClass, token) {
      return Subject(kind: pronoun, tokens: index..<(index + 1))
    }
    if wordClass.contains(.possessive) {
      return possessed(at: index, in: range, isTag: isTag, &descriptions)
    }
    if !wordClass.isDisjoint(with: [.determiner, .epithet, .title]) {
      return described(at: index, in: range, isTag: isTag, &descriptions)
    }
    if !wordClass.isDisjoint(with: [.personNoun, .groupNoun]),
      token.shape.contains(.capital)
        || isTag
    {
      return description(of: index, from: index, owner: -1, &descriptions)
    }
    return nil
  }

  private func pronoun(_ wordClass: WordClass, _ token: Token) -> Subject.Kind? {
    guard !wordClass.isDisjoint(with: .subjectPronoun) else { return nil }
    if token.shape.contains(.possessive), !wordClass.contains(.title) { return nil }
    if wordClass.contains(.he) { return .he }
    if wordClass.contains(.she) { return .she }
    if wordClass.contains(.they) { return .they }
    if wordClass.contains(narrator) || wordClass.contains(.first) { return .narrator }
    if wordClass.contains(.firstPlural) { return .we }
    if wordClass.contains(.second) { return .you }
    return .it
  }

  private func named(
    at index: Int,
    in range: Range<Int>,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    let name = chapter.names[Int(tokens[index].name)]
    guard name.member >= 0 else { return nil }
    let end = name.tokens.upperBound
    let whole = index..<min(end, range.upperBound)
    if name.isPossessive {
      guard let noun = noun(from: end, in: range) else { return nil }
      if wordClass(noun).contains(.bodyNoun) {
        return Subject(kind: .member(name.member), tokens: index..<(noun + 1))
      }
      guard isPerson(noun) else { return nil }
      return description(of: noun, from: index, owner: name.member, &descriptions)
    }
    if end + 1 < range.upperBound, wordClass(end).contains(.conjunction),
      tokens[end].shape.isDisjoint(with: .pause), tokens[end + 1].name >= 0
    {
      let other = chapter.names[Int(tokens[end + 1].name)]
      if other.member >= 0, other.member != name.member, !other.isPossessive {
        return pair(name, other, &descriptions)
      }
    }
    return Subject(kind: .member(name.member), tokens: whole)
  }

  private func pair(
    _ first: NameMention,
    _ second: NameMention,
    _ descriptions: inout Descriptions
  ) -> Subject {
    let range = first.tokens.lowerBound..<second.tokens.upperBound
    let entry = Descriptions.Entry(
      key: Descriptions.Key(noun: -1, owner: first.member, second: second.member),
      gender: nil,
      isGroup: true,
      chapter: chapterIndex,
      start: Int(tokens[range.lowerBound].start),
      end: Int(tokens[range.upperBound - 1].end)
    )
    return Subject(kind: .described(descriptions.intern(entry)), tokens: range)
  }

  private func possessed(
    at index: Int,
    in range: Range<Int>,
    isTag: Bool,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    guard let noun = noun(from: index + 1, in: range) else { return nil }
    if tokens[noun].name >= 0 {
      return named(at: noun, in: range, &descriptions)
    }
    if wordClass(noun).contains(.bodyNoun) {
      let owner = wordClass(index)
      let kind: Subject.Kind? =
        owner.contains(.hisForm)
        ? .he
        : owner.contains(.herForm)
          ? .she : owner.contains(.myForm) ? .narrator : owner.contains(.theirForm) ? .they : nil
      return kind.map { Subject(kind: $0, tokens: index..<(noun + 1)) }
    }
    guard isTag || isPerson(noun) else { return nil }
    return description(of: noun, from: index, owner: -1, &descriptions)
  }

  private func described(
    at index: Int,
    in range: Range<Int>,
    isTag: Bool,
    _ descriptions: inout Descriptions
  ) -> Subject? {
    guard let noun = noun(from: index + 1, in: range) else {
      guard wordClass(index).contains(.personNoun) else { return nil }
      return description(of: index, from: index, owner: -1, &descriptions)
    }
    if tokens[noun].name >= 0 {
      return named(at: noun, in: range, &descriptions)
    }
    if wordClass(noun).contains(.bodyNoun) || tokens[noun].word == voice,
      let owner = owner(after: noun, in: range)
    {
      return Subject(kind: .member(owner), tokens: index..<(noun + 1))
    }
    guard wordClass(index).contains(.determiner), isTag || isPerson(noun) else { return nil }
    return description(of: noun, from: index, owner: -1, &descriptions)
  }

  /// "the voice of Ron": whose voice it is.
  private func owner(after noun: Int, in range: Range<Int>) -> Int? {
    guard noun + 2 < range.upperBound, tokens[noun + 1].word == of, tokens[noun + 2].name >= 0
    else { return nil }
    let member = chapter.names[Int(tokens[noun + 2].name)].member
    return member >= 0 ? member : nil
  }

  func isPerson(_ index: Int) -> Bool {
    !wordClass(index).isDisjoint(with: [.maleNoun, .femaleNoun, .personNoun, .groupNoun])
      || wordClass(index).contains(.loneTitle)
  }

  /// The head noun of a phrase whose words after the article begin at `index`.
  private func noun(from index: Int, in range: Range<Int>) -> Int? {
    var last: Int?
    var next = index
    while next < range.upperBound, next - index < 6 {
      let token = tokens[next]
      if next > index, !token.shape.isDisjoint(with: .pause), !adjectivesGoOn(next) { break }
      if token.name >= 0 {
        let name = chapter.names[Int(token.name)]
        if !name.isPossessive { return next }
        next = name.tokens.upperBound
        continue
      }
      let wordClass = vocabulary[token]
      if endsPhrase(wordClass) { break }
      if last != nil, wordClass.contains(.filler), !isPerson(next) { break }
      if let last, isPerson(last) || self.wordClass(last).contains(.bodyNoun), !isPerson(next) {
        break
      }
      last = next
      next += 1
    }
    return last
  }

  /// Whether a comma only parts two adjectives: "the tall, dark man".
  private func adjectivesGoOn(_ index: Int) -> Bool {
    tokens[index].shape.isDisjoint(with: [.stop, .mark, .dash, .bracket, .colon])
      && index + 1 < tokens.count && isPerson(index + 1)
      && tokens[index + 1].shape.isDisjoint(with: .pause)
  }

  private func endsPhrase(_ wordClass: WordClass) -> Bool {
    !wordClass.isDisjoint(with: [
      .preposition, .relative, .conjunction, .subjectPronoun, .auxiliary, .speech, .foreignSpeech,
      .action, .irregularPast, .determiner,
    ]) && wordClass.isDisjoint(with: [.maleNoun, .femaleNoun, .personNoun, .groupNoun])
  }
}
