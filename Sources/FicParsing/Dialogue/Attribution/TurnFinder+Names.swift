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

  /// Fills the members whom a turn names, inside its quotations and beside them.
  func readNames(of turn: inout Turn) {
    var parts = turn.parts[...]
    for index in turn.firstParagraph...max(turn.firstParagraph, turn.lastParagraph) {
      let paragraph = reader.chapter.paragraphs[index]
      var own: [Range<Int>] = []
      while let part = parts.first, part.paragraph == index {
        own.append(paragraph.quotations[part.quotation])
        parts.removeFirst()
      }
      var next = 0
      var last = -1
      for token in paragraph.tokens {
        let name = Int(reader.chapter.tokens[token].name)
        // Tokens and quotations both ascend.
        while next < own.count, own[next].upperBound <= token { next += 1 }
        let isOwn = next < own.count && own[next].contains(token)
        if name < 0, isOwn { readCall(token, into: &turn) }
        if let narrator, reader.wordClass(token).contains(.first),
          !reader.chapter.tokens[token].shape.contains(.quoted), !turn.narrated.contains(narrator)
        {
          turn.narrated.append(narrator)
        }
        guard name >= 0, name != last else { continue }
        last = name
        let mention = reader.chapter.names[name]
        guard mention.member >= 0 else { continue }
        if !mention.isQuoted {
          if !turn.narrated.contains(mention.member) { turn.narrated.append(mention.member) }
          continue
        }
        if isOwn {
          if isVocative(mention) {
            if !turn.vocatives.contains(mention.member) { turn.vocatives.append(mention.member) }
          } else if !turn.named.contains(mention.member) {
            turn.named.append(mention.member)
          }
        }
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
