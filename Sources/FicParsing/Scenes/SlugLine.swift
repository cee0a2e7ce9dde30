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
      isShift(folded, kinds) || isDate(line, folded, kinds) || isClock(line, places)
        || isCounted(folded, kinds, line) || isAlone(line, folded, kinds)
    else { return nil }
    return withoutStops(line.coreText)
  }

  /// "Two weeks later", "The next morning", "Later that night", "Earlier that day".
  private static func isShift(_ folded: [String], _ kinds: [String]) -> Bool {
    guard folded.count <= 8, kinds.contains("shift") else { return false }
    guard kinds.contains("unit") || kinds.contains("day") || kinds.contains("unit_weak") else {
      return false
    }
    return folded.count <= 5 || kinds.prefix(5).contains("shift")
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
