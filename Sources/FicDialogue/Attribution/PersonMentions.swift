/// Finds where a chapter names people, and where its narration describes those of the work whom it
/// does not name: "he looked at the old man".
struct PersonMentions {
  private let descriptions: Descriptions
  /// Whether a description of somebody has a word as its noun.
  private let isNoun: [Bool]

  /// Creates a finder of all descriptions of a work with these words.
  init(_ descriptions: Descriptions, _ vocabulary: Vocabulary) {
    self.descriptions = descriptions
    var isNoun = [Bool](repeating: false, count: vocabulary.count)
    // A hat that speaks once is seldom meant where the narration has a hat.
    for noun in descriptions.entries.lazy.map(\.key.noun)
    where noun >= 0 && !vocabulary[noun].isDisjoint(with: Self.people) {
      isNoun[Int(noun)] = true
    }
    self.isNoun = isNoun
  }

  private static let people = WordClass.anyPerson.union([.groupNoun, .title, .kin])

  /// The mentions of a chapter, in order.
  ///
  /// Complexity: linear in its tokens.
  func find(in reader: PhraseReader) -> [PersonMention] {
    let chapter = reader.chapter
    var result: [PersonMention] = []
    result.reserveCapacity(chapter.names.count)
    var names = chapter.names[...]
    func takeNames(before token: Int) {
      while let name = names.first, name.tokens.lowerBound < token {
        names.removeFirst()
        guard name.member >= 0 else { continue }
        result.append(
          PersonMention(
            token: name.tokens.lowerBound,
            member: name.member,
            isQuoted: name.isQuoted,
            isPossessive: name.isPossessive
          )
        )
      }
    }
    for index in chapter.tokens.indices {
      let token = chapter.tokens[index]
      guard isNoun[Int(token.word)], token.name < 0, token.shape.isDisjoint(with: .quoted),
        let described = described(by: index, reader)
      else { continue }
      takeNames(before: described.token)
      result.append(
        PersonMention(
          token: described.token,
          member: described.member,
          isQuoted: false,
          isPossessive: token.shape.contains(.possessive)
        )
      )
    }
    takeNames(before: chapter.tokens.count)
    return result
  }

  /// The most words from an article to its noun.
  private static let longest = 4

  /// Whom the noun at `noun` describes, and the first token of the phrase.
  private func described(by noun: Int, _ reader: PhraseReader) -> (member: Int, token: Int)? {
    let tokens = reader.chapter.tokens
    var start = noun
    while start > 0, noun - start < Self.longest,
      tokens[start].shape.isDisjoint(with: Token.Shape.pause.subtracting(.comma))
    {
      start -= 1
      if tokens[start].name >= 0 {
        let name = reader.chapter.names[Int(tokens[start].name)]
        guard name.isPossessive, name.member >= 0 else { return nil }
        return member(noun, from: name.tokens.lowerBound, owner: name.member, reader)
      }
      let wordClass = reader.wordClass(start)
      if !wordClass.isDisjoint(with: [.determiner, .possessive]) {
        return member(noun, from: start, owner: -1, reader)
      }
      guard wordClass.isDisjoint(with: [.preposition, .conjunction, .auxiliary]) else { return nil }
    }
    return nil
  }

  private func member(
    _ noun: Int,
    from start: Int,
    owner: Int,
    _ reader: PhraseReader
  ) -> (member: Int, token: Int)? {
    let key = reader.descriptionKey(of: noun, from: start, owner: owner).key
    return descriptions.member(for: key).map { ($0, start) }
  }
}
