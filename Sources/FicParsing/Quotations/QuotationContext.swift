import FicModel

/// What stands around a quotation: what tells speech from a title or a word talked about.
struct QuotationContext: Sendable {
  /// What stands before the opening mark.
  enum Lead: Hashable, Sendable {
    /// Nothing: the quotation begins its paragraph.
    case paragraph
    /// The end of a sentence, or of another quotation.
    case sentence
    /// A comma, a semicolon or a dash.
    case comma
    /// A colon.
    case colon
    /// A word, in mid-sentence.
    case word
  }

  /// How the words end.
  enum End: Hashable, Sendable {
    /// With . ! ? … or a dash.
    case stop
    /// With a comma, a semicolon or a colon.
    case comma
    /// With a word.
    case word
  }

  /// What stands before.
  let lead: Lead

  /// How the words end; outside the marks where that is the chapter's manner.
  let end: End

  /// What the tag after it says; nil where none follows.
  let tag: SpeechTag.Sense?

  /// Whether the words begin with a small letter.
  let startsSmall: Bool

  /// The number of words, at most `mostWords`.
  let words: Int

  /// Whether it is the subject of a sentence: "Here" was the museum.
  let isSubject: Bool

  /// Whether it resumes speech that the narrator interrupted inside a sentence.
  let resumes: Bool

  /// The last words before it in the same sentence, lower case, the nearest first.
  let leadingWords: [String]

  /// Whether the words cry or ask.
  let isEmphatic: Bool

  /// Whether all letters are capitals, two at least.
  let isCapitals: Bool

  /// Whether it is a nickname inside a name: William "Wild Bill" Hart.
  let isNickname: Bool

  /// How many words are counted; more never matter.
  private static let mostWords = 10

  /// How many words before a quotation are looked at, and within how many bytes.
  private static let leadingLimit = (words: 4, bytes: 48)

  /// Reads the surroundings of a quotation; `last` is where the one before it ends.
  init(_ found: FoundQuotation, in prose: Prose, style: QuotationStyle, after last: Int?) {
    let quotation = found.quotation
    let before = Self.outward(from: quotation.span.start, in: prose)
    let leading = prose.scalar(before: before)
    lead = Self.lead(leading)
    let content = Self.inner(quotation.content, in: prose)
    let (end, mark) = Self.end(of: content, quotation.span.end, in: prose, style: style)
    self.end = end
    isEmphatic = mark?.value == 0x21 || mark?.value == 0x3F
    startsSmall = prose.scalar(at: content.start)?.isProseLowercase ?? false
    words = Self.countWords(content, in: prose)
    isCapitals = Self.isCapitals(content, in: prose)
    leadingWords = Self.wordsBefore(before, in: prose)
    let speechTag = SpeechTag(prose: prose)
    tag = speechTag.sense(after: quotation)
    let following = speechTag.word(at: prose.skippingSpaces(from: quotation.span.end))
    isSubject = following.map { TagWords.copulas.contains($0.text) } ?? false
    isNickname =
      lead == .word && end == .word && words <= 3 && !startsSmall
      && Self.isInsideName(before, quotation.span.end, in: prose)
    resumes = last.map { Self.resumes(in: TextSpan($0, before), of: prose) } ?? false
  }

  /// Whether the narrator leads to it with a verb of thinking.
  var isLedByThinking: Bool {
    guard lead == .comma || lead == .colon, let word = leadingWords.first else { return false }
    return TagWords.thinking.contains(word)
  }

  /// Whether it is speech, where the marks are those that the chapter sets its speech in.
  var isSpeech: Bool {
    if isSign || isNickname { return false }
    switch lead {
    case .paragraph, .sentence:
      return end != .word || words > 3 || !isSubject
    case .colon:
      return end != .word || words > 3 || !startsSmall
    case .comma:
      return resumes || end == .stop || words > 8 || !startsSmall && (end == .comma || isLed)
    case .word:
      return isSpeechInSentence
    }
  }

  /// Whether it is speech, where other marks are the usual ones.
  var isSurelySpeech: Bool {
    !isSign && lead != .word && end != .word && (!startsSmall || resumes)
  }

  /// Whether it is speech although no stop or comma leads to it, as in `he said "Go on."`.
  private var isSpeechInSentence: Bool {
    if isNamed && !isEmphatic && !resumes { return false }
    if resumes && isSurelyNamed { return false }
    if resumes && (end == .stop || words > 3) { return true }
    if isLed { return end == .stop && !startsSmall || end == .comma && !startsSmall && words > 1 }
    return end == .stop && !startsSmall && words > 3
  }

  /// Whether it is an inscription: words that a board, a label or a card bears.
  private var isSign: Bool {
    if isCapitals && end == .word && words > 1 { return true }
    guard lead != .paragraph, lead != .sentence, !resumes || lead == .word else { return false }
    return leadingWords.prefix(2).contains {
      TagWords.inscription.contains($0) || end != .stop && ($0 == "word" || $0 == "words")
    }
  }

  /// Whether the narrator leads to it with a verb of saying.
  private var isLed: Bool {
    leadingWords.contains { TagWords.saying.contains($0) || TagWords.leading.contains($0) }
  }

  /// Whether the narrator names something by it: called "the house".
  private var isNamed: Bool {
    leadingWords.prefix(2).contains { TagWords.naming.contains($0) }
  }

  /// Whether a few words are a name or a word talked about, even behind speech.
  ///
  /// As in: "Go," said a man who goes by the name "Shorty."
  private var isSurelyNamed: Bool {
    guard !isEmphatic, words <= 3, let nearest = leadingWords.first else { return false }
    if TagWords.determiners.contains(nearest) || TagWords.scare.contains(nearest) { return true }
    let other = leadingWords.dropFirst().first ?? ""
    switch nearest {
    case "as": return true
    case "by": return ["go", "goes", "going", "went", "gone"].contains(other)
    case "to": return ["answer", "answers", "answered", "answering"].contains(other)
    case "of": return other == "name" || other == "nickname"
    // "so-called" is cut at its hyphen.
    case "call", "called", "calls", "calling": return !startsSmall || other.isEmpty
    default: return isNamed
    }
  }

  // MARK: Reading

  /// Before the mark, past white space and signs of emphasis.
  private static func outward(from start: Int, in prose: Prose) -> Int {
    prose.trimming(before: start) { $0.isProseSpace || $0.isEmphasisMark }
  }

  /// The content without marks and emphasis at its ends.
  private static func inner(_ content: TextSpan, in prose: Prose) -> TextSpan {
    func isOuter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isProseSpace || scalar.isEmphasisMark || scalar.isQuotationGlyph
    }
    let inside = prose.part(content)
    let start = inside.skipping(from: content.start, while: isOuter)
    return TextSpan(start, max(start, inside.trimming(before: content.end, while: isOuter)))
  }

  /// Whether the word before `offset` and the one from `end` on have capitals and may be a name.
  private static func isInsideName(_ offset: Int, _ end: Int, in prose: Prose) -> Bool {
    let next = prose.skippingSpaces(from: end)
    guard next > end, prose.scalar(at: next)?.isProseCapital == true else { return false }
    let view = prose.part(TextSpan(offset - 24, offset))
    let start = view.trimming(before: offset) { $0.isProseLetter || $0.value == 0x2E }
    guard let first = prose.scalar(at: start), first.isProseCapital, start < offset else {
      return false
    }
    let word = String(decoding: prose.bytes[start..<offset], as: UTF8.self).lowercased()
    return !TagWords.determiners.contains(word) && !TagWords.pronouns.contains(word)
      && SpeechTag.sense(of: word) == nil
  }

  private static func lead(_ scalar: Unicode.Scalar?) -> Lead {
    guard let scalar else { return .paragraph }
    if scalar.isSentenceEnd || scalar.isQuotationGlyph || scalar.isClosingBracket
      || scalar.isOpeningBracket
    {
      return .sentence
    }
    if scalar.value == 0x3A { return .colon }
    return scalar.isSpeechEnd || scalar.isProseDash ? .comma : .word
  }

  private static func end(
    of content: TextSpan,
    _ close: Int,
    in prose: Prose,
    style: QuotationStyle
  ) -> (End, Unicode.Scalar?) {
    let inside = prose.scalar(before: content.end)
    if let inside, let end = end(inside) { return (end, inside) }
    guard style.stopsOutside, let outside = prose.scalar(at: close), let end = end(outside) else {
      return (.word, nil)
    }
    return (end, outside)
  }

  private static func end(_ scalar: Unicode.Scalar) -> End? {
    if scalar.isSentenceEnd || scalar.isProseDash { return .stop }
    return scalar.isSpeechEnd ? .comma : nil
  }

  private static func countWords(_ content: TextSpan, in prose: Prose) -> Int {
    var count = 0
    var isInWord = false
    for byte in prose.bytes[content.range] {
      let isSpace = byte <= 0x20
      if !isSpace && !isInWord {
        count += 1
        if count == mostWords { break }
      }
      isInWord = !isSpace
    }
    return count
  }

  private static func isCapitals(_ content: TextSpan, in prose: Prose) -> Bool {
    var capitals = 0
    for byte in prose.bytes[content.range] {
      if byte >= 0x61 && byte <= 0x7A { return false }
      if byte >= 0x41 && byte <= 0x5A { capitals += 1 }
    }
    return capitals >= 2
  }

  /// The words before `offset`, the nearest first, up to the end of a sentence or a mark.
  private static func wordsBefore(_ offset: Int, in prose: Prose) -> [String] {
    var words: [String] = []
    let floor = max(prose.span.start, offset - leadingLimit.bytes)
    var place = prose.trimming(before: offset) { $0.isSpeechEnd || $0.isProseDash }
    while words.count < leadingLimit.words, place > floor {
      let start = prose.trimming(before: place) { $0.isProseLetter || $0.value == 0x27 }
      guard start < place else { break }
      words.append(String(decoding: prose.bytes[start..<place], as: UTF8.self).lowercased())
      let next = prose.trimmingSpaces(before: start)
      guard next < start else { break }
      place = next
    }
    return words
  }

  /// How long the narrator may interrupt, in bytes.
  private static let longestInterruption = 600

  /// Whether the narrator's words between two quotations end no sentence.
  private static func resumes(in gap: TextSpan, of prose: Prose) -> Bool {
    guard gap.count <= longestInterruption else { return false }
    var place = gap.start
    while place < gap.end, let character = prose.character(at: place) {
      place = character.end
      guard character.scalar.isSentenceEnd, !isTitle(before: character.start, in: prose) else {
        continue
      }
      let next = prose.skippingSpaces(from: place)
      if next >= gap.end || prose.scalar(at: next)?.isProseCapital == true && next > place {
        return false
      }
    }
    return true
  }

  /// Whether the word before a stop is a title or an initial, so that the stop ends no sentence.
  private static func isTitle(before offset: Int, in prose: Prose) -> Bool {
    let view = prose.part(TextSpan(offset - 6, offset))
    let start = view.trimming(before: offset) { $0.isProseLetter }
    let word = String(decoding: prose.bytes[max(start, 0)..<offset], as: UTF8.self)
    return word.utf8.count == 1 && word != "I" || TagWords.titles.contains(word)
  }
}
