import FicModel

extension TurnFinder {
  /// Whom a tag names after its verb: "said Ron to Ada", "he told Ada".
  func addressed(by tag: Finding?) -> Int? {
    guard let tag, tag.rule != .speakerLabel else { return nil }
    let tokens = reader.chapter.tokens
    var index = tag.evidence.upperBound
    let limit = min(tokens.count, index + 8)
    while index < limit {
      let token = tokens[index]
      guard token.shape.isDisjoint(with: [.stop, .mark, .paragraph, .exclaimed]) else { return nil }
      if token.name >= 0 {
        let mention = reader.chapter.names[Int(token.name)]
        let isDirect = index == tag.evidence.upperBound && token.shape.isDisjoint(with: .pause)
        let isObject = index > 0 && addressing.contains(tokens[index - 1].word)
        guard isDirect || isObject, !mention.isPossessive, mention.member >= 0 else { return nil }
        return mention.member
      }
      index += 1
    }
    return nil
  }

  /// Whom the pronoun after a tag's verb says is spoken to: "he told her", "said Ron to me".
  func object(of tag: Finding?) -> Subject.Kind? {
    guard let tag, tag.rule != .speakerLabel else { return nil }
    let tokens = reader.chapter.tokens
    var index = tag.evidence.upperBound
    let limit = min(tokens.count, index + 5)
    while index < limit {
      guard tokens[index].shape.isDisjoint(with: [.stop, .mark, .paragraph, .exclaimed, .comma])
      else { return nil }
      let isObject =
        index == tag.evidence.upperBound || addressing.contains(tokens[index - 1].word)
      let wordClass = reader.wordClass(index)
      if isObject,
        index + 1 >= tokens.count || !tokens[index + 1].shape.isDisjoint(with: .pause)
          || reader.wordClass(index + 1).contains(.preposition)
      {
        if wordClass.contains(.hisForm) { return .he }
        if wordClass.contains(.herForm) { return .she }
        if wordClass.contains(.theirForm) { return .they }
        if wordClass.contains(.myForm) { return .narrator }
      }
      index += 1
    }
    return nil
  }

  /// The most members of a paragraph's narration that stand by its turns; real paragraphs name a
  /// few, and a paragraph of many turns and many names must not take their product.
  private static let maximumNarrated = 64

  /// Whom the narration of a paragraph names; kept, since a paragraph may have many turns.
  struct Narration {
    var paragraph = -1
    /// The members, in order.
    var members: [Int] = []
    var faced = FacedPeople()
  }

  /// Fills the members whom a turn names, inside its quotations and beside them.
  func readNames(
    of turn: inout Turn,
    _ people: [PersonMention],
    _ narration: inout Narration
  ) {
    var parts = turn.parts[...]
    for index in turn.firstParagraph...max(turn.firstParagraph, turn.lastParagraph) {
      let paragraph = reader.chapter.paragraphs[index]
      if narration.paragraph != index {
        narration = self.narration(of: index, paragraph.tokens, people)
      }
      for member in narration.members where turn.narrated.count < Self.maximumNarrated {
        if !turn.narrated.contains(member) { turn.narrated.append(member) }
      }
      turn.faced.formUnion(narration.faced)
      while let part = parts.first, part.paragraph == index {
        readSpoken(paragraph.quotations[part.quotation], into: &turn)
        parts.removeFirst()
      }
    }
  }

  /// Whom the narration of a paragraph names and turns to.
  private func narration(
    of paragraph: Int,
    _ tokens: Range<Int>,
    _ people: [PersonMention]
  ) -> Narration {
    var result = Narration(paragraph: paragraph)
    var next = people.partitionPoint { $0.token >= tokens.lowerBound }
    for token in tokens where result.members.count < Self.maximumNarrated {
      let isQuoted = reader.chapter.tokens[token].shape.contains(.quoted)
      if let narrator, !isQuoted, reader.wordClass(token).contains(reader.narrator),
        !result.members.contains(narrator)
      {
        result.members.append(narrator)
      }
      while next < people.count, people[next].token <= token {
        let mention = people[next]
        next += 1
        if !mention.isQuoted, !result.members.contains(mention.member) {
          result.members.append(mention.member)
        }
      }
      if !isQuoted, token + 1 < tokens.upperBound,
        addressing.contains(reader.chapter.tokens[token].word)
      {
        readFaced(token + 1, in: tokens, &result.faced)
      }
    }
    return result
  }

  /// Reads whom "to" or "at" before a place leads to.
  private func readFaced(_ place: Int, in tokens: Range<Int>, _ faced: inout FacedPeople) {
    let all = reader.chapter.tokens
    guard all[place].shape.isDisjoint(with: .pause) else { return }
    if all[place].name >= 0 {
      let name = reader.chapter.names[Int(all[place].name)]
      guard name.member >= 0, !name.isPossessive, faced.members.count < Self.maximumNarrated,
        !faced.members.contains(name.member)
      else { return }
      faced.members.append(name.member)
      return
    }
    let wordClass = reader.wordClass(place)
    let next = place + 1
    let isEnd = next >= tokens.upperBound || !all[next].shape.isDisjoint(with: .pause)
    if isEnd || !reader.wordClass(next).isDisjoint(with: [.preposition, .conjunction]) {
      if wordClass.contains(.hisForm) { faced.isHim = true }
      if wordClass.contains(.herForm) { faced.isHer = true }
      if wordClass.contains(.myForm) { faced.isMe = true }
    }
    guard !isEnd, !wordClass.isDisjoint(with: [.determiner, .possessive]) else { return }
    // "to the old captain": the noun is the last of a few words.
    var noun = next
    while noun + 1 < min(tokens.upperBound, next + 3), all[noun + 1].name < 0,
      all[noun + 1].shape.isDisjoint(with: .pause), isPersonWord(noun + 1)
    {
      noun += 1
    }
    if isPersonWord(noun), faced.nouns.count < Self.maximumNarrated {
      faced.nouns.append(all[noun].word)
    }
  }

  private func isPersonWord(_ index: Int) -> Bool {
    !reader.wordClass(index).isDisjoint(with: [
      .maleNoun, .femaleNoun, .personNoun, .title, .kin,
    ])
  }

  /// Reads the names and calls of one quotation.
  private func readSpoken(_ quotation: Range<Int>, into turn: inout Turn) {
    var last = -1
    turn.words += quotation.count
    for token in quotation {
      let wordClass = reader.wordClass(token)
      if wordClass.contains(.second) {
        turn.saysYou = true
        if isSeveral(token) { turn.callsSeveral = true }
      }
      if !wordClass.isDisjoint(with: [.first, .myForm]) { turn.saysI = true }
      let name = Int(reader.chapter.tokens[token].name)
      if name < 0 { readCall(token, into: &turn) }
      guard name >= 0, name != last else { continue }
      last = name
      let mention = reader.chapter.names[name]
      guard mention.member >= 0, mention.isQuoted else { continue }
      let introduces = introduces(mention)
      if turn.introduced == nil, introduces { turn.introduced = mention.member }
      if !introduces, isVocative(mention) {
        if !turn.vocatives.contains(mention.member) { turn.vocatives.append(mention.member) }
      } else if !turn.named.contains(mention.member) {
        turn.named.append(mention.member)
      }
    }
  }

  /// "I'm Ada", "my name is Ada", "call me Ada", "this is Ada", "Ada Reed, sir.": whether the
  /// speaker says who it is.
  private func introduces(_ name: NameMention) -> Bool {
    let first = name.tokens.lowerBound
    let tokens = reader.chapter.tokens
    guard first > 0, !name.isPossessive else { return false }
    guard tokens[first].shape.isDisjoint(with: .pause) else { return reports(name) }
    let word = tokens[first - 1].word
    if introductions.alone.contains(word) { return true }
    guard first > 1 else { return false }
    return introductions.pairs.contains([tokens[first - 2].word, word])
  }

  /// "Ada Reed, sir.": whether a sentence says nothing but a name to a "sir" or "ma'am".
  private func reports(_ name: NameMention) -> Bool {
    let tokens = reader.chapter.tokens
    let call = name.tokens.upperBound
    guard call < tokens.count, tokens[call].shape.contains(.quoted), pauses(at: call),
      !tokens[name.tokens.lowerBound].shape.isDisjoint(with: [.sentence, .mark]),
      !reader.wordClass(call).isDisjoint(with: [.callsMen, .callsWomen])
    else { return false }
    return call + 1 == tokens.count
      || !tokens[call + 1].shape.isDisjoint(with: [.sentence, .mark])
  }

  /// "You two", "both of you": whether "you" means several.
  private func isSeveral(_ index: Int) -> Bool {
    let tokens = reader.chapter.tokens
    if index + 1 < tokens.count, tokens[index + 1].shape.isDisjoint(with: .pause),
      several.after.contains(tokens[index + 1].word)
    {
      return true
    }
    return index > 1 && tokens[index - 1].word == several.of
      && several.before.contains(tokens[index - 2].word)
  }

  /// "Yes, sir", "Captain, look": whom a word calls that punctuation sets off.
  private func readCall(_ index: Int, into turn: inout Turn) {
    let wordClass = reader.wordClass(index)
    guard !wordClass.isDisjoint(with: [.callsMen, .callsWomen, .callsSeveral, .title]) else {
      return
    }
    let tokens = reader.chapter.tokens
    guard index + 1 == tokens.count || !tokens[index + 1].shape.isDisjoint(with: .pause),
      !tokens[index].shape.isDisjoint(with: .pause)
        || index > 0
          && reader.wordClass(index - 1).contains(.vocativeLead)
    else { return }
    if wordClass.contains(.callsMen) { turn.callsMen = true }
    if wordClass.contains(.callsWomen) { turn.callsWomen = true }
    if wordClass.contains(.callsSeveral) { turn.callsSeveral = true }
    if wordClass.contains(.title) { turn.titles.append(tokens[index].word) }
  }

  /// Whether a name in a quotation is spoken to: punctuation parts it from the rest.
  private func isVocative(_ name: NameMention) -> Bool {
    guard !name.isPossessive else { return false }
    let tokens = reader.chapter.tokens
    let range = name.tokens
    guard pauses(at: range.upperBound) || isEndearment(range.upperBound) else { return false }
    if !tokens[range.lowerBound].shape.isDisjoint(with: .pause) {
      return !isListed(range)
    }
    return leads(tokens[range.lowerBound - 1])
  }

  /// Whether a word may stand between the beginning of what is said and the name that it calls: "oh
  /// Ada", "silly Ada".
  private func leads(_ token: Token) -> Bool {
    let wordClass = reader.vocabulary[token]
    if wordClass.contains(.vocativeLead) { return !wordClass.contains(.conjunction) }
    return token.shape.contains(.mark)
      && wordClass.isDisjoint(with: [
        .function, .filler, .auxiliary, .preposition, .conjunction, .determiner, .possessive,
        .speech,
        .speechBase, .action, .irregularPast, .edForm, .title, .personNoun, .maleNoun, .femaleNoun,
        .subjectPronoun,
      ])
  }

  private func pauses(at index: Int) -> Bool {
    let tokens = reader.chapter.tokens
    return index >= tokens.count || !tokens[index].shape.isDisjoint(with: .pause)
  }

  /// Whether a word of love stands at a place, and a pause after it: "Ada darling,".
  private func isEndearment(_ index: Int) -> Bool {
    let tokens = reader.chapter.tokens
    return index < tokens.count && endearments.contains(tokens[index].word)
      && !tokens[index].shape.contains(.capital) && pauses(at: index + 1)
  }

  /// "Tom, Ada and Will": names in a row are no vocatives.
  private func isListed(_ range: Range<Int>) -> Bool {
    let tokens = reader.chapter.tokens
    guard range.upperBound < tokens.count else { return false }
    let next = tokens[range.upperBound]
    return next.shape.contains(.comma) && next.name >= 0
      && next.shape.contains(.quoted) && !next.shape.contains(.mark)
  }
}
