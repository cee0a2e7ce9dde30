import FicModel

/// What a line that stands alone says about the scenes around it.
enum BreakLine: Hashable, Sendable {
  /// An ornament, a break word, a counter between ornaments: a break for certain.
  case ornament
  /// A flashback starts; or one ends.
  case flashback
  case flashbackEnd
  /// Whose point of view follows; nil where the line names nobody.
  case pointOfView(String?)
  /// A place or a time, certain by its words.
  case slug(String)
  /// One to three names, between ornaments or bare: a point of view where it recurs or follows a
  /// break.
  case name(String, isOrnamented: Bool)
  /// A line in the manner of titles: a place where it follows a break.
  case place(String)
  /// A bare number: a section where such numbers count up.
  case counter(Int)
  /// Letters or words that may be a break of the story's own making, where they recur.
  case token(String)

  private static let words = PhraseTable(PackageResources.break_words_txt)

  /// Reads the paragraph in `range`; nil where it is prose.
  ///
  /// Complexity: linear in the number of bytes, constant for what is longer than a short line.
  static func read(_ range: Range<Int>, in text: [UInt8]) -> BreakLine? {
    let visible = WhiteSpace.trim(range, in: text)
    guard !visible.isEmpty else { return nil }
    if Ornament.isSymbolLine(visible, in: text) { return .ornament }
    guard isCandidate(visible, in: text), let line = ShortLine(visible, in: text) else {
      return nil
    }
    return read(line)
  }

  /// Whether the paragraph in `range` is a break for certain, which is cheaper to tell than what it
  /// is.
  static func isOrnament(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let visible = WhiteSpace.trim(range, in: text)
    guard !visible.isEmpty else { return false }
    if Ornament.isSymbolLine(visible, in: text) { return true }
    guard mayBeOrnament(visible, in: text) else { return false }
    return read(visible, in: text) == .ornament
  }

  /// A break begins with a symbol, with an x or an o, or with a word of the lexicon.
  private static func mayBeOrnament(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    guard isCandidate(range, in: text) else { return false }
    let first = text[range.lowerBound]
    let lower = first | 0x20
    guard lower >= 0x61 && lower <= 0x7A else { return true }
    return lower == UInt8(ascii: "x") || lower == UInt8(ascii: "o")
      || words.mayBegin(at: range.lowerBound, upTo: range.upperBound, in: text)
  }

  /// Rejects most prose by a look at its ends: speech starts with a mark and ends with one.
  private static func isCandidate(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    guard range.count <= ShortLine.longest else { return false }
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    if first == 0x22 || first == 0x27 || last == 0x22 || last == 0x27 || last == 0x2C {
      return false
    }
    if last == UInt8(ascii: "?") || last == UInt8(ascii: "!") { return false }
    if last == UInt8(ascii: ";"), first != UInt8(ascii: "&") { return false }
    return last != UInt8(ascii: ".") || range.count <= 40
  }

  private static func read(_ line: ShortLine) -> BreakLine? {
    guard !line.hasQuotationMark else { return nil }
    if LetterOrnament.isCertain(line) { return .ornament }
    if let word = breakWord(line) { return word }
    if line.isOrnamented, isCounter(line) { return .ornament }
    if let name = PointOfViewLine.read(line) { return .pointOfView(name.name) }
    if let slug = SlugLine.read(line) { return .slug(slug) }
    if let heading = HeadingReader.read(line) {
      if heading.isCounterLike { return .ornament }
      if heading.kind == .number, heading.title.title == nil, let number = heading.number {
        return .counter(number)
      }
      return nil
    }
    if LetterOrnament.isPossible(line) { return token(line) }
    return title(line) ?? token(line)
  }

  /// A break word, or one between letters that serve as ornaments: "xXx Scene Break xXx".
  private static func breakWord(_ line: ShortLine) -> BreakLine? {
    var folded = line.words.map { line.foldedWord($0) }
    var isOrnamented = line.isOrnamented
    while folded.count > 1, let first = folded.first, LetterOrnament.isRun(first) {
      folded.removeFirst()
      isOrnamented = true
    }
    while folded.count > 1, let last = folded.last, LetterOrnament.isRun(last) {
      folded.removeLast()
    }
    guard !folded.isEmpty, folded.count <= 5 else { return nil }
    if folded.count == 1, let inner = LetterOrnament.unwrapped(folded[0]) {
      if words[inner] != nil || inner.utf8.count <= 3 { return .ornament }
    }
    if folded[0] == "flashback", folded.count > 1, isMark(line, after: 0) { return .flashback }
    guard let value = words[folded.joined(separator: " ")] else { return nil }
    switch value {
    case "bare": return .ornament
    case "capitals": return isOrnamented || line.isCapitals ? .ornament : nil
    case "ornamented": return isOrnamented ? .ornament : nil
    case "flashback": return .flashback
    case "flashback_ornamented": return isOrnamented ? .flashback : nil
    case "flashback_end": return .flashbackEnd
    case "flashback_end_ornamented": return isOrnamented ? .flashbackEnd : nil
    default: return nil
    }
  }

  /// Whether a colon or a dash follows the word at `index`.
  private static func isMark(_ line: ShortLine, after index: Int) -> Bool {
    let end = line.words[index].upperBound
    return line.scalars[end...].prefix(2).contains { $0 == ":" || $0.isProseDash || $0 == "(" }
  }

  /// Digits or a small Roman number between ornaments: `{1}`, `-- II --`.
  private static func isCounter(_ line: ShortLine) -> Bool {
    let core = line.scalars[line.core]
    if core.count <= 3, core.allSatisfy(\.isProseDigit) { return true }
    return core.count <= 5 && HeadingNumber.roman(core, acceptsLowercase: true) != nil
  }

  /// The words of a title that have no capital.
  private static let small: Set<String> = [
    "of", "the", "a", "an", "in", "at", "on", "and", "de", "la", "le", "les", "du", "des", "el",
    "los", "von", "der", "die", "to", "near", "outside", "inside",
  ]

  /// Names and places: every word but the small ones has a capital, and no sentence ends here.
  private static func title(_ line: ShortLine) -> BreakLine? {
    guard !line.endsSentence, !LetterOrnament.isInitials(line),
      !line.scalars[line.core].contains(where: { $0 == "/" || $0 == "&" || $0 == ":" })
    else { return nil }
    let words = line.words
    guard (1...8).contains(words.count), let first = words.first,
      line.scalars[first.lowerBound].isProseCapital
    else { return nil }
    for word in words where !line.scalars[word.lowerBound].isProseCapital {
      let isNumber = line.scalars[word.lowerBound].isProseDigit
      guard isNumber || small.contains(line.foldedWord(word)) else { return nil }
    }
    let text = line.coreText
    let hasComma = line.scalars[line.core].contains(",")
    if line.isOrnamented, !line.isMirrored || line.core.count == 1 { return nil }
    if words.count <= 3, !hasComma, line.isOrnamented || words.count == 1 {
      return .name(text, isOrnamented: line.isOrnamented)
    }
    return .place(text)
  }

  /// What may part scenes where it stands alone again and again.
  private static func token(_ line: ShortLine) -> BreakLine? {
    let key = line.lineText
    if LetterOrnament.isInitials(line) { return .token("^" + key) }
    guard !line.endsSentence, line.scalars.count <= 48 else { return nil }
    if LetterOrnament.isPossible(line) {
      return .token(PhraseTable.fold(key) == key ? key : "^" + key)
    }
    let symbols = line.scalars.count { Ornament.isSymbol($0) && $0 != "," && $0 != "." }
    let isFramed = [line.leadingOrnament, line.trailingOrnament].allSatisfy { ornament in
      ornament.count > 2
        && !ornament.contains {
          $0 == "*" || $0 == "_" || $0 == ":" || $0.isClosingBracket || $0.isOpeningBracket
        }
    }
    if isFramed { return .ornament }
    if symbols > 0, line.isOrnamented {
      // "_H -_" is how a letter begins.
      return line.isMirrored ? .token(PhraseTable.fold(key)) : nil
    }
    return LetterOrnament.isCoined(line) ? .token(PhraseTable.fold(key)) : nil
  }
}
