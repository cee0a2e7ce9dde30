import FicModel

/// Finds the names in the tokens of a work, by how its own words use capitals.
struct NameFinder {
  /// How sure a word is a name when it has a capital.
  private enum Standing: UInt8 {
    /// Never.
    case never
    /// Where its neighbours say so: "Will", "Rose", "Hope".
    case sometimes
    /// Always.
    case always
  }

  private let vocabulary: Vocabulary
  private let fullTitles: [Int32: Int32]
  private let of: Int32?
  /// "y", which joins surnames and people.
  private let and: Int32?
  private let descriptions: SeedDescriptions
  private var standing: [Standing] = []
  /// The forms that were found.
  private(set) var forms = NameForms()
  /// Pairs of forms that the text gives to one person, as in `William "Wild Bill" Hart`.
  private(set) var told: [[Int]] = []

  /// Creates a finder for a work's words, and for people whom somebody told us of.
  init(vocabulary: Vocabulary, descriptions: SeedDescriptions) {
    self.vocabulary = vocabulary
    self.descriptions = descriptions
    fullTitles = Lexicon.standard.fullTitles
    of = vocabulary.table.find("of")
    and = vocabulary.table.find("y")
  }

  /// Fills the names of every chapter.
  ///
  /// `known` are words that somebody told us are names.
  ///
  /// Complexity: linear in the number of tokens.
  mutating func find(in chapters: inout [TokenizedChapter], known: Set<Int32>) {
    standing = standings(of: chapters, known: known)
    for index in chapters.indices { findNames(in: &chapters[index], at: index) }
  }

  // MARK: - Which words are names

  private func standings(of chapters: [TokenizedChapter], known: Set<Int32>) -> [Standing] {
    var small = [Int32](repeating: 0, count: vocabulary.count)
    var middle = small
    var opening = small
    var called = small
    for chapter in chapters {
      for (index, token) in chapter.tokens.enumerated() {
        let word = Int(token.word)
        if !token.shape.contains(.capital) {
          small[word] += 1
        } else if token.shape.contains(.shouted) {
          continue
        } else if token.shape.isDisjoint(with: .opening) {
          middle[word] += 1
          if index > 0, isCalled(token, after: chapter.tokens[index - 1]) { called[word] += 1 }
        } else {
          opening[word] += 1
          if index > 0, tags(index, in: chapter.tokens) { called[word] += 1 }
        }
      }
    }
    var standings = [Standing](repeating: .never, count: vocabulary.count)
    // Most words of the lexicon do not occur.
    for word in standings.indices where middle[word] + opening[word] > 0 {
      standings[word] = standing(
        of: vocabulary[Int32(word)],
        length: vocabulary.table.length(of: Int32(word)),
        small: Int(small[word]),
        middle: Int(middle[word]),
        opening: Int(opening[word]),
        called: Int(called[word])
      )
    }
    for word in known where standings.indices.contains(Int(word)) {
      standings[Int(word)] = .always
    }
    return standings
  }

  /// The shares are round figures that part names from nouns on the development texts.
  private func standing(
    of wordClass: WordClass,
    length: Int,
    small: Int,
    middle: Int,
    opening: Int,
    called: Int
  ) -> Standing {
    guard middle + opening > 0, length > 1 else { return .never }
    let isGiven = !wordClass.isDisjoint(with: .givenName)
    if called >= 2, called * 20 >= small, wordClass.isDisjoint(with: [.title, .subjectPronoun]) {
      return small == 0 ? .always : .sometimes
    }
    if wordClass.contains(.function) {
      return isGiven && middle >= 2 && middle * 200 >= small ? .sometimes : .never
    }
    if !wordClass.isDisjoint(with: [.title, .subjectPronoun]), !isGiven { return .never }
    if small == 0 { return middle > 0 || isGiven || opening >= 3 ? .always : .never }
    if middle >= 1, small * 10 <= middle * 3 { return .always }
    if isGiven { return middle * 100 >= small ? .sometimes : .never }
    return middle >= 3 && middle * 10 >= small ? .sometimes : .never
  }

  /// Whether a speech verb or a title stands before a word with a capital: "said Five", "Mr Das".
  private func isCalled(_ token: Token, after before: Token) -> Bool {
    guard token.shape.isDisjoint(with: .pause),
      token.shape.contains(.quoted) == before.shape.contains(.quoted)
    else { return false }
    let wordClass = vocabulary[before]
    return wordClass.contains(.speech) && !before.shape.contains(.capital)
      && !token.shape.contains(.quoted)
      || wordClass.contains(.title) && before.shape.contains(.capital)
        && wordClass.isDisjoint(with: [.loneTitle, .kin])
  }

  /// Whether a bare word between a quotation and a speech verb is its subject: "Slim said".
  ///
  /// A noun would have an article.
  private func tags(_ index: Int, in tokens: [Token]) -> Bool {
    guard index + 1 < tokens.count, tokens[index].shape.contains(.mark),
      !tokens[index].shape.contains(.quoted), tokens[index - 1].shape.contains(.quoted),
      tokens[index + 1].shape.isDisjoint(with: Token.Shape.pause.union(.capital))
    else { return false }
    let verb = vocabulary[tokens[index + 1]]
    return verb.contains(.speech) && verb.isDisjoint(with: [.weakSpeech, .auxiliary])
      && vocabulary[tokens[index]].isDisjoint(with: [
        .filler, .conjunction, .subjectPronoun, .title, .groupNoun, .personNoun, .maleNoun,
        .femaleNoun, .determiner, .possessive, .preposition, .relative, .edForm, .ingForm, .speech,
      ])
  }

  // MARK: - Where names stand

  private mutating func findNames(in chapter: inout TokenizedChapter, at index: Int) {
    var token = 0
    var labels = chapter.labels[...]
    while token < chapter.tokens.count {
      while let label = labels.first, label.lowerBound < token { labels.removeFirst() }
      if let label = labels.first, label.lowerBound == token,
        let name = name(ofLabel: label, in: chapter.tokens)
      {
        append(name, to: &chapter, at: index)
        token = label.upperBound
        continue
      }
      let shape = chapter.tokens[token].shape
      if let (title, end) = descriptions.match(at: token, in: chapter.tokens) {
        append(Run(tokens: token..<end, title: title, words: []), to: &chapter, at: index)
        token = end
      } else if shape.contains(.capital), let name = name(at: token, in: chapter.tokens) {
        append(name, to: &chapter, at: index)
        token = name.tokens.upperBound
      } else {
        token += 1
      }
    }
  }

  private struct Run {
    var tokens: Range<Int>
    var title: Int32
    var words: [Int32]
    /// The tokens of a name in quotation marks inside it.
    var nickname: Range<Int>?
  }

  private mutating func append(
    _ run: Run,
    to chapter: inout TokenizedChapter,
    at index: Int
  ) {
    let first = chapter.tokens[run.tokens.lowerBound]
    let last = chapter.tokens[run.tokens.upperBound - 1]
    let form = forms.intern(
      title: run.title,
      words: run.words,
      chapter: index,
      start: Int(first.start),
      end: Int(last.end)
    )
    if let nickname = run.nickname {
      let words = nickname.map { chapter.tokens[$0].word }
      let other = forms.intern(
        title: -1,
        words: words,
        chapter: index,
        start: Int(chapter.tokens[nickname.lowerBound].start),
        end: Int(chapter.tokens[nickname.upperBound - 1].end)
      )
      told.append([form, other])
    }
    let isQuoted = first.shape.contains(.quoted)
    let isShouted = last.shape.contains(.shouted)
    if forms[form].count == 0 {
      forms[form].isShouted = isShouted
    } else if forms[form].isShouted, !isShouted {
      forms[form].take(chapter: index, start: Int(first.start), end: Int(last.end))
    }
    if let of, run.words.contains(of) { forms[form].isOfPlace = true }
    forms[form].count += 1
    if isQuoted {
      forms[form].quotedCount += 1
      if isSetOff(run.tokens, in: chapter.tokens) { forms[form].vocativeCount += 1 }
    }
    for token in run.tokens { chapter.tokens[token].name = Int32(chapter.names.count) }
    chapter.names.append(
      NameMention(
        tokens: run.tokens,
        form: form,
        isQuoted: isQuoted,
        isPossessive: last.shape.contains(.possessive)
      )
    )
  }

  /// Whether punctuation stands before and after.
  private func isSetOff(_ range: Range<Int>, in tokens: [Token]) -> Bool {
    let before = !tokens[range.lowerBound].shape.isDisjoint(with: .pause)
    let after =
      range.upperBound == tokens.count
      || !tokens[range.upperBound].shape.isDisjoint(with: .pause)
    return before && after
  }

  /// What the label of a script calls somebody, however it is written; nil for "ALL", "me" and
  /// "A VOICE FROM THE WINGS".
  private func name(ofLabel label: Range<Int>, in tokens: [Token]) -> Run? {
    var words = label.map { tokens[$0].word }
    for word in words {
      guard
        vocabulary[word].isDisjoint(with: [
          .determiner, .possessive, .preposition, .conjunction, .groupNoun, .myForm,
        ]), label.count > 1 || vocabulary[word].isDisjoint(with: .subjectPronoun),
        !vocabulary[word].contains(.filler) || !vocabulary[word].isDisjoint(with: .givenName)
      else { return nil }
    }
    var title: Int32 = -1
    if let first = words.first, words.count == 1, vocabulary[first].contains(.loneTitle) {
      return Run(tokens: label, title: fullTitles[first] ?? first, words: [])
    }
    if let first = words.first, words.count > 1, vocabulary[first].contains(.title) {
      title = fullTitles[first] ?? first
      words.removeFirst()
    }
    return Run(tokens: label, title: title, words: words)
  }

  private func name(at start: Int, in tokens: [Token]) -> Run? {
    let token = tokens[start]
    let wordClass = vocabulary[token]
    if wordClass.contains(.title), !token.shape.contains(.possessive) {
      let words = words(from: start + 1, in: tokens, afterTitle: true)
      if words.end > start + 1 {
        return Run(
          tokens: start..<words.end,
          title: fullTitles[token.word] ?? token.word,
          words: words.ids
        )
      }
    }
    if standing[Int(token.word)] != .never, isName(start, in: tokens) {
      let words = words(from: start, in: tokens, afterTitle: false)
      if words.end > start, let whole = nicknamed(start..<words.end, words.ids, in: tokens) {
        return whole
      }
      if words.end > start {
        return Run(tokens: start..<words.end, title: -1, words: words.ids)
      }
    }
    if wordClass.contains(.loneTitle), standsAlone(start, in: tokens) {
      return Run(
        tokens: start..<(start + 1),
        title: fullTitles[token.word] ?? token.word,
        words: []
      )
    }
    return nil
  }

  /// A name that goes on behind a nickname in quotation marks: `William "Wild Bill" Hart`.
  private func nicknamed(_ given: Range<Int>, _ words: [Int32], in tokens: [Token]) -> Run? {
    func isMarked(_ index: Int) -> Bool {
      index < tokens.count && tokens[index].shape.intersection(.pause) == .innerMark
        && tokens[index].shape.contains(.capital)
        && tokens[index].shape.contains(.quoted)
          == tokens[given.lowerBound].shape.contains(.quoted)
    }
    let start = given.upperBound
    guard isMarked(start), words.count < 3,
      !tokens[start - 1].shape.contains(.possessive)
    else { return nil }
    var end = start + 1
    while end < tokens.count, end - start < 4, tokens[end].shape.isDisjoint(with: .pause) {
      end += 1
    }
    guard isMarked(end), end - start < 4, accepts(tokens[end], afterTitle: true, isFirst: true)
    else { return nil }
    let last = self.words(from: end, in: tokens, afterTitle: false)
    let surname = last.ids.isEmpty ? [tokens[end].word] : last.ids
    return Run(
      tokens: given.lowerBound..<max(last.end, end + 1),
      title: -1,
      words: words + surname,
      nickname: start..<end
    )
  }

  /// The words of a name from `start` on, particles between them included.
  private func words(
    from start: Int,
    in tokens: [Token],
    afterTitle: Bool
  ) -> (ids: [Int32], end: Int) {
    var ids: [Int32] = []
    var end = start
    var index = start
    var pendingOf = false
    let isQuoted = start > 0 && tokens[max(0, start - 1)].shape.contains(.quoted)
    while index < tokens.count, ids.count < 4 {
      let token = tokens[index]
      if index > start || afterTitle {
        guard token.shape.isDisjoint(with: .pause) else { break }
        if afterTitle, index == start, token.shape.contains(.quoted) != isQuoted { break }
      }
      if token.shape.contains(.capital),
        accepts(token, afterTitle: afterTitle, isFirst: ids.isEmpty)
      {
        if pendingOf, let of { ids.append(of) }
        pendingOf = false
        ids.append(token.word)
        index += 1
        end = index
        if token.shape.contains(.possessive) { break }
      } else if !ids.isEmpty || afterTitle, vocabulary[token].contains(.particle),
        index - end < 2, !token.shape.contains(.capital),
        // "Ortega y Gasset" is a surname behind a given name, "Remedios y Anselmo" are two people.
        token.word != and || ids.count > 1
      {
        if token.word == of { pendingOf = true }
        index += 1
      } else {
        break
      }
    }
    return (ids, end)
  }

  private func accepts(_ token: Token, afterTitle: Bool, isFirst: Bool) -> Bool {
    switch standing[Int(token.word)] {
    case .always, .sometimes: return true
    case .never:
      let wordClass = vocabulary[token]
      return afterTitle && isFirst && !wordClass.contains(.title)
        && wordClass.isDisjoint(with: .subjectPronoun)
        && wordClass.isDisjoint(with: [.preposition, .conjunction, .determiner, .auxiliary])
    }
  }

  /// Whether a word that may be a name is one here.
  private func isName(_ index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    if standing[Int(token.word)] == .always { return true }
    if token.shape.isDisjoint(with: .opening) { return true }
    if token.shape.contains(.possessive) { return true }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    if !next.shape.isDisjoint(with: .pause) {
      return !vocabulary[token].contains(.function) || next.shape.contains(.comma)
    }
    let nextClass = vocabulary[next]
    return !next.shape.contains(.capital)
      && !nextClass.isDisjoint(with: [.anySpeech, .edForm, .action, .irregularPast])
  }

  /// Whether a title with a capital stands for a person by itself: "the Captain", "Father said".
  private func standsAlone(_ index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    let wordClass = vocabulary[token]
    if index > 0, token.shape.isDisjoint(with: .pause) {
      let before = tokens[index - 1]
      if vocabulary[before].contains(.determiner) { return true }
      return !before.shape.contains(.capital) || vocabulary[before].contains(.function)
    }
    guard index + 1 < tokens.count, wordClass.contains(.kin) || token.shape.contains(.quoted) else {
      return false
    }
    let next = tokens[index + 1]
    if token.shape.contains(.quoted) { return !next.shape.isDisjoint(with: .pause) }
    return next.shape.isDisjoint(with: .pause) && !next.shape.contains(.capital)
  }
}
