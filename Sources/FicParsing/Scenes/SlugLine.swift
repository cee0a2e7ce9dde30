/// Lines that give a time, with or without a place: "Three days later", "London, 1891", "3:15 PM".
enum SlugLine {
  private static let words = PhraseTable(PackageResources.time_words_txt)
  private static let longest = 11

  /// Words that make a sentence of a line.
  private static let sentenceWords: Set<String> = [
    "he", "she", "i", "they", "we", "you", "it", "was", "were", "had", "is", "are", "am", "said",
    "did", "do", "has", "have", "his", "her", "my", "their", "him", "them", "me", "us", "your",
    "who", "which", "when", "would", "could", "will", "not", "what", "there", "came", "went", "il",
    "elle", "je", "était", "avait", "él", "ella", "era", "estaba", "er", "sie", "ich", "war",
    "hatte",
    "but", "if", "because", "so", "as", "than", "all", "no",
  ]

  /// The place and time as written; nil where the line gives none.
  static func read(_ line: ShortLine) -> String? {
    if isStage(line) { return withoutStops(line.coreText) }
    let places = line.words
    guard (1...longest).contains(places.count), let first = places.first else { return nil }
    let folded = places.map { line.foldedWord($0) }
    guard !folded.contains(where: sentenceWords.contains) else { return nil }
    let start = line.scalars[first.lowerBound]
    guard start.isProseCapital || start.isProseDigit || line.isOrnamented else { return nil }
    // A label with its value, as in "HP: 260", is no time; one of a clock is.
    if line.scalars[line.core].contains(where: { $0 == "%" || $0 == "=" }) { return nil }
    let kinds = folded.map { words[$0] ?? "" }
    guard
      isShift(line, folded, kinds) || isDate(line, folded, kinds) || isClock(line, places)
        || isCounted(folded, kinds, line) || isAlone(line, folded, kinds)
    else { return nil }
    return withoutStops(line.coreText)
  }

  /// "Two weeks later", "The next morning", "Later that night", "Two years later, the mill".
  private static func isShift(_ line: ShortLine, _ folded: [String], _ kinds: [String]) -> Bool {
    let isTime = { (kind: String) in kind == "unit" || kind == "day" || kind == "unit_weak" }
    if isBracketed(line), kinds.contains("passing"), kinds.contains(where: isTime) { return true }
    guard folded.count <= 8, let shift = kinds.firstIndex(of: "shift"),
      kinds.contains(where: isTime)
    else { return false }
    guard folded.count <= 5 || shift < 5 else { return false }
    return isBracketed(line) || !isSentence(line, folded, kinds)
  }

  /// Whether the line stands in brackets, which no sentence of a narrator does.
  private static func isBracketed(_ line: ShortLine) -> Bool {
    line.leadingOrnament.last?.isOpeningBracket == true
      && line.trailingOrnament.first?.isClosingBracket == true
  }

  /// Words that count the units of time, or say how exactly.
  private static let counts: Set<String> = [
    "a", "an", "the", "few", "several", "some", "many", "about", "around", "almost", "nearly",
    "just", "exactly", "only", "over", "half", "couple", "dozen", "and", "or", "of", "more",
    "than", "very", "early", "late", "long", "short", "little", "much", "not", "that", "this",
    "same", "another", "last", "first", "following", "good", "full", "so", "le", "la", "les",
    "un", "une", "el", "los", "unos", "unas", "am", "der", "die", "das", "ein", "eine", "einige",
    "quelques", "plus", "más", "y", "et", "und", "de", "du", "des", "later", "on", "in", "at",
    "by", "one",
  ]

  /// Words that lead to a place or a time.
  private static let places: Set<String> = [
    "in", "at", "on", "near", "inside", "outside", "that", "the", "of", "à", "en", "im", "am",
  ]

  /// Whether words that say when something happens have a sentence round them.
  ///
  /// As in: "A few days later the bolt fell."
  private static func isSentence(
    _ line: ShortLine,
    _ folded: [String],
    _ kinds: [String]
  ) -> Bool {
    let isTimed = { (kind: String) in !kind.isEmpty && kind != "alone" }
    guard let first = kinds.firstIndex(where: isTimed), let last = kinds.lastIndex(where: isTimed)
    else { return false }
    let isStopped = line.endsSentence && !endsWithSilence(line)
    for index in 0..<first where !counts.contains(folded[index]) {
      let start = line.words[index].lowerBound
      if line.scalars[start].isProseDigit || isNumber(index, in: line) { continue }
      // "Hogwarts, two weeks later"; but not "Rain fell the next morning."
      guard !isStopped, line.scalars[start].isProseCapital else { return true }
    }
    let rest = last + 1..<folded.count
    guard let next = rest.first else { return false }
    if !isStopped, isParted(line, before: next) || places.contains(folded[next]) { return false }
    return !rest.allSatisfy { index in
      let start = line.scalars[line.words[index].lowerBound]
      return start.isProseCapital || start.isProseDigit || places.contains(folded[index])
    }
  }

  private static func isNumber(_ index: Int, in line: ShortLine) -> Bool {
    HeadingNumber.read(line.words, at: index, in: line, acceptsLowercaseRoman: false) != nil
  }

  /// Whether a mark stands before the word at `index`.
  private static func isParted(_ line: ShortLine, before index: Int) -> Bool {
    let gap = line.scalars[line.words[index - 1].upperBound..<line.words[index].lowerBound]
    return gap.contains { $0 != " " }
  }

  /// Whether the line ends in dots, as "Three days later..." does.
  private static func endsWithSilence(_ line: ShortLine) -> Bool {
    let end = line.scalars[line.core].suffix(2)
    return end.last == "\u{2026}" || end.count == 2 && end.allSatisfy { $0 == "." }
  }

  /// "12th October 1997", "October 31, 1981", "London, 1891", "Friday, 3 May", "31/10/1981".
  private static func isDate(_ line: ShortLine, _ folded: [String], _ kinds: [String]) -> Bool {
    guard !line.endsSentence || line.lastScalar == "." && folded.count <= 4 else { return false }
    let numbers = folded.compactMap { word in Int(word.prefix { $0.isASCII && $0.isNumber }) }
    let hasYear = numbers.contains { (1000...2999).contains($0) }
    let hasDay = numbers.contains { (1...31).contains($0) }
    let hasMonth = kinds.contains("month") || kinds.contains("month_weak")
    if hasMonth, hasYear || hasDay { return folded.count <= 8 }
    let hasComma = line.scalars[line.core].contains(",")
    if hasYear, hasComma || folded.count <= 2 { return folded.count <= 8 && isTitled(line) }
    let strokes = line.scalars[line.core].count { $0 == "/" || $0 == "." || $0.isProseDash }
    return folded.count == 3 && numbers.count == 3 && strokes >= 2
  }

  /// "3:15 PM", "Hogwarts, 3:15 PM", "0310 hours", "9 a.m., the kitchen".
  private static func isClock(_ line: ShortLine, _ words: [Range<Int>]) -> Bool {
    // "The train left at 8:15." is a sentence.
    if line.endsSentence, !line.scalars[line.core].suffix(3).elementsEqual([".", "m", "."]),
      !endsWithSilence(line),
      words.contains(where: { $0.count > 3 && line.scalars[$0.lowerBound].isProseLowercase })
    {
      return false
    }
    for (word, next) in zip(words, words.dropFirst()) {
      guard let hour = Int(ShortLine.string(line.scalars[word])), hour < 2500 else { continue }
      let folded = line.foldedWord(next)
      let gap = line.scalars[word.upperBound..<next.lowerBound]
      if ["am", "pm", "hours", "hrs", "h", "uhr"].contains(folded), gap.count <= 1 {
        return isTitled(line)
      }
      let isMinutes = gap.count == 1 && (gap.first == ":" || gap.first == ".") && next.count >= 2
      if isMinutes, hour < 25, Int(folded.prefix { $0.isNumber }).map({ $0 < 60 }) ?? false {
        return isTitled(line) && !hasLabel(line, after: next)
      }
    }
    return false
  }

  /// "[10:14] ron: lol": a colon behind the time makes a chat line of it.
  private static func hasLabel(_ line: ShortLine, after word: Range<Int>) -> Bool {
    line.scalars[word.upperBound..<max(word.upperBound, line.core.upperBound)].contains(":")
  }

  /// "Day 3", "Week Two", "Year One".
  private static func isCounted(_ folded: [String], _ kinds: [String], _ line: ShortLine) -> Bool {
    guard folded.count == 2, kinds[0] == "unit", !line.endsSentence else { return false }
    return HeadingNumber.read(line.words, at: 1, in: line, acceptsLowercaseRoman: false) != nil
  }

  /// "Meanwhile…", "Monday morning", "That evening", "Le lendemain".
  private static func isAlone(_ line: ShortLine, _ folded: [String], _ kinds: [String]) -> Bool {
    if folded[0] == "meanwhile" {
      return folded.count == 1 || folded.count <= 7 && isTitled(line) && line.lastScalar != "."
    }
    if kinds[0] == "alone", folded.count == 1 { return line.isOrnamented && !line.endsSentence }
    guard !line.endsSentence else { return false }
    let leads: Set<String> = [
      "that", "the", "same", "this", "early", "late", "one", "le", "la", "el", "am",
    ]
    let others = zip(folded, kinds).filter { $0.1 != "day" && !leads.contains($0.0) }
    return kinds.contains("day") && folded.count <= 3 && others.isEmpty
      && (folded.count > 1 || line.words[0].count > 4)
  }

  /// A place in a play.
  ///
  /// `INT. KITCHEN - NIGHT`, `SCENE II. The yard.`
  private static func isStage(_ line: ShortLine) -> Bool {
    guard let first = line.words.first else { return false }
    switch ShortLine.string(line.scalars[first]) {
    case "INT", "EXT":
      return line.words.count > 1 && !line.scalars[line.core].contains(where: \.isProseLowercase)
    case "SCENE", "Scene":
      return line.words.count > 1
        && HeadingNumber.read(line.words, at: 1, in: line, acceptsLowercaseRoman: true) != nil
    default: return false
    }
  }

  /// Whether the words begin with capitals or digits, but for small ones.
  private static func isTitled(_ line: ShortLine) -> Bool {
    var capitals = 0
    var others = 0
    for word in line.words {
      let first = line.scalars[word.lowerBound]
      if first.isProseCapital || first.isProseDigit {
        capitals += 1
      } else if word.count > 3 {
        others += 1
      }
    }
    return others <= 1 || capitals > others
  }

  private static func withoutStops(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, last.isSentenceEnd || last == ":" || last == " " {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
