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

  /// The most members of a paragraph's narration that stand by its turns; real paragraphs name a
  /// few, and a paragraph of many turns and many names must not take their product.
  private static let maximumNarrated = 64

  /// Fills the members whom a turn names, inside its quotations and beside them.
  ///
  /// `narration` keeps what the narration of the last paragraph named, since a paragraph may have
  /// many turns.
  func readNames(of turn: inout Turn, _ narration: inout (paragraph: Int, members: [Int])) {
    var parts = turn.parts[...]
    for index in turn.firstParagraph...max(turn.firstParagraph, turn.lastParagraph) {
      let paragraph = reader.chapter.paragraphs[index]
      if narration.paragraph != index { narration = (index, narrated(in: paragraph.tokens)) }
      for member in narration.members where turn.narrated.count < Self.maximumNarrated {
        if !turn.narrated.contains(member) { turn.narrated.append(member) }
      }
      while let part = parts.first, part.paragraph == index {
        readSpoken(paragraph.quotations[part.quotation], into: &turn)
        parts.removeFirst()
      }
    }
  }

  /// The members whom the narration of a paragraph names, in order.
  private func narrated(in tokens: Range<Int>) -> [Int] {
    var members: [Int] = []
    for token in tokens where members.count < Self.maximumNarrated {
      var member = -1
      let name = Int(reader.chapter.tokens[token].name)
      if let narrator, reader.wordClass(token).contains(.first),
        !reader.chapter.tokens[token].shape.contains(.quoted)
      {
        if !members.contains(narrator) { members.append(narrator) }
      }
      if name >= 0, !reader.chapter.names[name].isQuoted {
        member = reader.chapter.names[name].member
      }
      if member >= 0, !members.contains(member) { members.append(member) }
    }
    return members
  }

  /// Reads the names and calls of one quotation.
  private func readSpoken(_ quotation: Range<Int>, into turn: inout Turn) {
    var last = -1
    for token in quotation {
      let name = Int(reader.chapter.tokens[token].name)
      if name < 0 { readCall(token, into: &turn) }
      guard name >= 0, name != last else { continue }
      last = name
      let mention = reader.chapter.names[name]
      guard mention.member >= 0, mention.isQuoted else { continue }
      if isVocative(mention) {
        if !turn.vocatives.contains(mention.member) { turn.vocatives.append(mention.member) }
      } else if !turn.named.contains(mention.member) {
        turn.named.append(mention.member)
      }
    }
  }

  /// "Yes, sir", "Captain, look": whom a word calls that punctuation sets off.
  private func readCall(_ index: Int, into turn: inout Turn) {
    let wordClass = reader.wordClass(index)
    guard !wordClass.isDisjoint(with: [.callsMen, .callsWomen, .title]) else { return }
    let tokens = reader.chapter.tokens
    guard index + 1 == tokens.count || !tokens[index + 1].shape.isDisjoint(with: .pause),
      !tokens[index].shape.isDisjoint(with: .pause)
        || index > 0
          && reader.wordClass(index - 1).contains(.vocativeLead)
    else { return }
    if wordClass.contains(.callsMen) { turn.callsMen = true }
    if wordClass.contains(.callsWomen) { turn.callsWomen = true }
    if wordClass.contains(.title) { turn.titles.append(tokens[index].word) }
  }

  /// Whether a name in a quotation is spoken to: punctuation parts it from the rest.
  private func isVocative(_ name: NameMention) -> Bool {
    guard !name.isPossessive else { return false }
    let tokens = reader.chapter.tokens
    let range = name.tokens
    let isAfter =
      range.upperBound == tokens.count
      || !tokens[range.upperBound].shape.isDisjoint(with: .pause)
    guard isAfter else { return false }
    if !tokens[range.lowerBound].shape.isDisjoint(with: .pause) {
      return !isListed(range)
    }
    let before = tokens[range.lowerBound - 1]
    return reader.vocabulary[before].contains(.vocativeLead)
      && !reader.vocabulary[before].contains(.conjunction)
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
