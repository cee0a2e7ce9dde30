extension PhraseReader {
  /// Whether a noun phrase may begin at the token: it is no later word of one.
  func isPhraseStart(_ index: Int, in range: Range<Int>) -> Bool {
    let token = chapter.tokens[index]
    if token.name >= 0 {
      return chapter.names[Int(token.name)].tokens.lowerBound == index
    }
    return !wordClass(index).isDisjoint(
      with: [.subjectPronoun, .determiner, .possessive, .personNoun, .groupNoun])
  }

  /// Whether the token is a finite verb that tags speech, its particle included.
  func isSpeechVerb(_ index: Int, in range: Range<Int>, weak: Bool) -> Bool {
    let wordClass = wordClass(index)
    guard !wordClass.isDisjoint(with: .anySpeech), !governsInfinitive(index, in: range) else {
      return false
    }
    if wordClass.contains(.particleSpeech) {
      return index + 1 < range.upperBound && self.wordClass(index + 1).contains(.verbParticle)
        && tokens[index + 1].shape.isDisjoint(with: .pause)
    }
    return weak || !wordClass.contains(.weakSpeech)
  }

  /// "to say": whether "to" stands before a verb.
  func isInfinitive(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].word == to && tokens[index].shape.isDisjoint(with: .pause)
  }

  /// "continued to glance", "agreed to go": whether the verb tells of a deed and not of words.
  private func governsInfinitive(_ index: Int, in range: Range<Int>) -> Bool {
    guard index + 2 < range.upperBound, tokens[index + 1].word == to,
      tokens[index + 1].shape.isDisjoint(with: .pause),
      tokens[index + 2].shape.isDisjoint(with: .pause),
      !tokens[index + 2].shape.contains(.capital), tokens[index + 2].name < 0
    else { return false }
    let next = wordClass(index + 2)
    return next.isDisjoint(with: [
      .determiner, .possessive, .hisForm, .herForm, .theirForm, .myForm, .second, .function,
      .personNoun, .maleNoun, .femaleNoun, .groupNoun, .speechBase, .filler, .it, .title,
    ])
  }

  /// The speech verb that a subject ending before `start` has: "turned and said", ", who knew,
  /// said".
  func speechVerb(after start: Int, in range: Range<Int>) -> Int? {
    var index = start
    var sawVerb = false
    var adjacent = true
    while index < range.upperBound, index - start < 14 {
      let token = tokens[index]
      if !token.shape.isDisjoint(with: [.stop, .mark, .paragraph, .exclaimed, .colon]) {
        return nil
      }
      let wordClass = vocabulary[token]
      if token.shape.contains(.comma), adjacent {
        guard let after = afterAside(from: index, in: range) else { return nil }
        if after != index {
          index = after
          adjacent = false
          continue
        }
      }
      if isSpeechVerb(index, in: range, weak: adjacent && !sawVerb) { return index }
      if wordClass.contains(.speechBase), index > start,
        self.wordClass(index - 1).contains(.auxiliary)
      {
        return index
      }
      if adjacent, index == start, wordClass.contains(.speechBase), !wordClass.contains(.weakSpeech)
      {
        return index
      }
      if !wordClass.contains(.filler), !wordClass.contains(.auxiliary) {
        adjacent = false
        if index == start { sawVerb = true }
        if token.name >= 0, index > start,
          self.wordClass(index - 1).contains(.conjunction)
        {
          return nil
        }
        if !wordClass.isDisjoint(with: [.he, .she, .first]), index > start { return nil }
      }
      index += 1
    }
    return nil
  }

  /// After ", who had been listening," or ", looking up,": the token after the second comma.
  private func afterAside(from start: Int, in range: Range<Int>) -> Int? {
    var index = start + 1
    while index < range.upperBound, index - start < 16 {
      let shape = tokens[index].shape
      if !shape.isDisjoint(with: [.stop, .mark, .paragraph, .exclaimed]) { return nil }
      if shape.contains(.comma) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the token may be the finite verb of a beat.
  func isFiniteVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard !token.shape.contains(.capital) else { return false }
    return !wordClass(index).isDisjoint(with: [
      .edForm, .action, .irregularPast, .anySpeech, .auxiliary,
    ]) || vocabulary.table.hasSuffix(token.word, .s)
  }
}
