import FicModel

/// Tells whether a narrator's tag begins at a place: `he said`, `said Vera`, `the captain asked`.
struct SpeechTag: Sendable {
  /// The paragraph.
  let prose: Prose

  /// What a tag says of the words beside it.
  enum Sense: Hashable, Sendable {
    /// Somebody says them.
    case saying
    /// Somebody thinks them.
    case thinking
    /// Somebody writes them.
    case writing
  }

  /// A word of narration, folded to lower case.
  struct Word {
    /// The word, lower case, its curly apostrophes made straight.
    var text: String

    /// Whether it begins with a capital.
    var isCapital: Bool

    /// The offset after it.
    var end: Int
  }

  /// Whether a tag begins at `offset`.
  func begins(at offset: Int) -> Bool { sense(at: offset) != nil }

  /// What the tag after a quotation says; nil where none follows.
  ///
  /// A new sentence is no tag: `"Go." He thought about it.` Nor is a verb with an object of its
  /// own.
  func sense(after quotation: Quotation) -> Sense? {
    // Within the quotation, so that a row of marks is read once.
    let inside = prose.part(TextSpan(quotation.span.start, quotation.content.end))
    var last = inside.scalar(
      before: inside.trimming(before: quotation.content.end) {
        $0.isQuotationGlyph || $0.isEmphasisMark || $0.isProseSpace
      }
    )
    var start = quotation.span.end
    if let outside = prose.character(at: start), outside.scalar.isSpeechEnd {
      last = outside.scalar
      start = outside.end
    }
    guard let first = word(at: prose.skippingSpaces(from: start)) else { return nil }
    if first.isCapital, let last, last.isSentenceEnd || last.isProseDash {
      let isOther = first.text != "i" && TagWords.pronouns.contains(first.text)
      guard last.value != 0x2E, !isOther else { return nil }
    }
    guard let sense = sense(at: start) ?? frenchSense(at: start) else { return nil }
    return sense == .saying || !hasObject(at: start) ? sense : nil
  }

  /// Whether the verb of the tag at `offset` goes on to what is thought or written: `thought of
  /// her`.
  private func hasObject(at offset: Int) -> Bool {
    let words = words(from: offset, limit: 6)
    guard let verb = words.firstIndex(where: { Self.sense(of: $0.text) != nil }), verb > 0,
      verb + 1 < words.count
    else { return false }
    return TagWords.objects.contains(words[verb + 1].text)
  }

  /// What the tag that begins at `offset` says; nil where none begins.
  func sense(at offset: Int) -> Sense? {
    let words = words(from: offset, limit: 6)
    guard let first = words.first else { return nil }
    if let sense = Self.sense(of: first.text), words.count > 1, !first.isCapital {
      return Self.isSubject(words[1]) ? sense : nil
    }
    guard let verb = subjectLength(words) else { return nil }
    for word in words[verb...].prefix(3) {
      if let sense = Self.sense(of: word.text) { return sense }
      guard Self.standsBeforeVerb(word.text) else { return nil }
    }
    return nil
  }

  /// The offset after the verb and the subject of the tag that begins at `offset`; nil where none
  /// begins.
  func end(at offset: Int) -> Int? {
    guard begins(at: offset) else { return nil }
    let words = words(from: offset, limit: 6)
    guard let verb = words.firstIndex(where: { Self.sense(of: $0.text) != nil }) else { return nil }
    if verb > 0 { return words[verb].end }
    var last = 1
    if words.count > 2, TagWords.determiners.contains(words[1].text) { last = 2 }
    while last + 1 < words.count, words[last + 1].isCapital, words[last].isCapital { last += 1 }
    return words.count > last ? words[last].end : nil
  }

  /// What the French tag that begins at `offset` says; nil where none begins.
  func frenchSense(at offset: Int) -> Sense? {
    guard frenchEnd(at: offset) != nil else { return nil }
    let words = words(from: offset, limit: 2)
    let verb = words.first { TagWords.french.contains(Self.verb(of: $0.text)) || $0.text == "se" }
    guard let verb else { return .saying }
    let isThinking = ["pensa", "pense", "songea", "songe", "se"].contains(Self.verb(of: verb.text))
    return isThinking ? .thinking : .saying
  }

  /// The offset after a French tag, the verb before its subject: `dit-il`, `demanda Nolwenn`,
  /// `fit le capitaine`; nil where none begins at `offset`.
  func frenchEnd(at offset: Int) -> Int? {
    var words = words(from: offset, limit: 4)[...]
    if words.first?.text == "se" { words = words.dropFirst() }
    guard let first = words.first, !first.isCapital else { return nil }
    let parts = first.text.split(separator: "-").map(String.init)
    if parts.count > 1, let last = parts.last {
      let isTag = TagWords.frenchPronouns.contains(last) && TagWords.french.contains(parts[0])
      return isTag ? first.end : nil
    }
    guard TagWords.french.contains(first.text), let next = words.dropFirst().first else {
      return nil
    }
    if next.isCapital { return next.end }
    guard TagWords.frenchDeterminers.contains(next.text) || next.text.hasPrefix("l'"),
      let noun = words.dropFirst(2).first
    else { return next.text.hasPrefix("l'") ? next.end : nil }
    return next.text.hasPrefix("l'") ? next.end : noun.end
  }

  /// The offset after a German tag, the verb before its subject: `sagte er`, `rief die Mutter`; nil
  /// where none begins at `offset`.
  func germanEnd(at offset: Int) -> Int? {
    let words = words(from: offset, limit: 3)
    guard words.count > 1, !words[0].isCapital, TagWords.german.contains(words[0].text) else {
      return nil
    }
    if words[1].isCapital { return words[1].end }
    guard TagWords.germanSubjects.contains(words[1].text) else { return nil }
    return words.count > 2 && words[2].isCapital ? words[2].end : words[1].end
  }

  private static func verb(of word: String) -> String {
    word.split(separator: "-").first.map(String.init) ?? word
  }

  /// How many words the subject at the start of `words` has; nil where none stands there.
  private func subjectLength(_ words: [Word]) -> Int? {
    guard let first = words.first else { return nil }
    if TagWords.pronouns.contains(first.text) { return 1 }
    if TagWords.determiners.contains(first.text) {
      // the captain; the old captain.
      guard words.count > 2 else { return nil }
      return Self.sense(of: words[2].text) != nil || Self.standsBeforeVerb(words[2].text) ? 2 : 3
    }
    let names = words.prefix(4).prefix { $0.isCapital }.count
    return names > 0 && names < words.count ? names : nil
  }

  private static func isSubject(_ word: Word) -> Bool {
    word.isCapital || TagWords.pronouns.contains(word.text)
      || TagWords.determiners.contains(word.text)
  }

  /// What a verb says.
  static func sense(of word: String) -> Sense? {
    if TagWords.saying.contains(word) { return .saying }
    if TagWords.thinking.contains(word) { return .thinking }
    return TagWords.writing.contains(word) ? .writing : nil
  }

  private static func standsBeforeVerb(_ word: String) -> Bool {
    word.hasSuffix("ly") || word == "had" || word == "just" || word == "then" || word == "only"
      || word == "would" || word == "finally"
  }

  /// The words from `offset` on, up to a stop, a comma or `limit`.
  func words(from offset: Int, limit: Int) -> [Word] {
    var words: [Word] = []
    var place = prose.skippingSpaces(from: offset)
    while words.count < limit, let word = word(at: place) {
      words.append(word)
      place = word.end
      // The stop of a title is part of it: Mr. Smith.
      if prose.scalar(at: place)?.value == 0x2E, word.isCapital, word.text.utf8.count <= 3 {
        place += 1
      }
      let next = prose.skippingSpaces(from: place)
      guard next > place else { break }
      place = next
    }
    return words
  }

  /// The word that starts at `offset`, of at most 24 bytes.
  func word(at offset: Int) -> Word? {
    guard let first = prose.scalar(at: offset), first.isProseLetter else { return nil }
    var end = offset
    while end - offset < 24, let character = prose.character(at: end), isWordPart(character) {
      end = character.end
    }
    let text = String(decoding: prose.bytes[offset..<end], as: UTF8.self)
    return Word(
      text: fold(text),
      isCapital: first.isProseCapital,
      end: end
    )
  }

  private func fold(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    if isPlain { return text }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = ""
    for scalar in text.lowercased().unicodeScalars {
      folded.unicodeScalars.append(scalar.value == 0x2019 ? "'" : scalar)
    }
    return folded
  }

  private func isWordPart(_ character: Prose.Placed) -> Bool {
    let scalar = character.scalar
    if scalar.isProseLetter || scalar.isProseDigit { return true }
    guard scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2D else {
      return false
    }
    return prose.scalar(at: character.end)?.isProseLetter ?? false
  }
}
