package import FicModel

/// Recognises the headings of chapters, in the languages and manners of the lexicon.
package enum HeadingReader {
  private static let words = PhraseTable(PackageResources.heading_words_txt)

  /// A title longer than this, in words, is a sentence where no mark parts it from the number.
  private static let longestTitle = 14

  /// A title longer than this, in words, is a paragraph.
  private static let longestMarkedTitle = 40

  /// Reads a name of a chapter, such as a file's: what it is numbered and called.
  ///
  /// Nil where the words are no heading.
  package static func title(in words: String) -> ChapterTitle? {
    ShortLine(words).flatMap { read($0)?.title }
  }

  /// The number that words begin with, in digits, Roman or spelt out.
  package static func number(in words: String) -> Int? {
    guard let line = ShortLine(words) else { return nil }
    return HeadingNumber.read(line.words, at: 0, in: line, acceptsLowercaseRoman: true)?.value
  }

  /// The number in the name of a part, such as a folder's "Book 2"; nil where it is no part's name.
  package static func partNumber(in words: String) -> Int? {
    guard let line = ShortLine(words).flatMap({ read($0) }), line.kind == .part else { return nil }
    return line.number
  }

  /// Reads a line; nil where it is no heading.
  static func read(_ line: ShortLine) -> HeadingLine? {
    guard !startsWithQuotationMark(line), !line.core.isEmpty else { return nil }
    let words = line.words
    guard !words.isEmpty, words.count <= longestMarkedTitle + 6 else { return nil }
    return counted(line, words) ?? numberFirst(line, words) ?? named(line, words)
      ?? afterStoryTitle(line, words) ?? ideographic(line) ?? bareNumber(line, words)
  }

  /// Whether the visible bytes in `range` may be a heading: a test that spares most prose the
  /// reading.
  static func mayHead(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    guard let first = range.first, text[first] != UInt8(ascii: "\"") else { return false }
    var start = first
    while start < range.upperBound, text[start] < 0x80, !isAlphanumeric(text[start]) { start += 1 }
    guard start < range.upperBound else { return false }
    let byte = text[start]
    // "[12.03.21, 16:31:02] Ana: hi" is a message and no twelfth chapter.
    if text[first] == UInt8(ascii: "["),
      LogClock.end(in: Prose(text, in: TextSpan(first, range.upperBound)), from: first) != nil
    {
      return false
    }
    if byte >= 0x80 {
      let isQuotation =
        byte == 0xE2 && start + 2 < range.upperBound && text[start + 1] == 0x80
        && text[start + 2] >= 0x98
      return !isQuotation
    }
    if byte >= 0x30 && byte <= 0x39 {
      // "03/12/2021 4:31 PM" is no third chapter either.
      let prose = Prose(text, in: TextSpan(first, range.upperBound))
      return LogClock.end(in: prose, from: first) != range.upperBound
    }
    if "IVXLC".utf8.contains(byte), isRoman(from: start, to: range.upperBound, in: text) {
      return true
    }
    if words.mayBegin(at: start, upTo: range.upperBound, in: text) {
      return byte | 0x20 != UInt8(ascii: "t") && byte | 0x20 != UInt8(ascii: "a")
        || range.count <= 120
    }
    if HeadingNumber.mayBegin(at: start, upTo: range.upperBound, in: text) {
      return range.count <= 120
    }
    return range.count <= 120 && text[range.upperBound - 1] != UInt8(ascii: ".")
      && namesChapter(range, in: text)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private static func isRoman(from start: Int, to end: Int, in text: [UInt8]) -> Bool {
    var index = start
    while index < end, "IVXLC".utf8.contains(text[index]) { index += 1 }
    return index == end || !isAlphanumeric(text[index]) && text[index] != UInt8(ascii: "'")
  }

  /// Whether "ch" or "ep" and a mark stand in the line, as in "Story Title - Chapter Three".
  private static func namesChapter(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    var hasMark = false
    for index in range {
      let byte = text[index]
      if byte == 0x2D || byte == 0x3A || byte == 0x7C || byte == 0x2C || byte == 0xE2 {
        hasMark = true
      }
      guard hasMark, index + 1 < range.upperBound else { continue }
      let pair = (byte | 0x20, text[index + 1] | 0x20)
      if pair == (0x63, 0x68) || pair == (0x65, 0x70) || pair == (0x6B, 0x61) || byte == 0xD0 {
        return true
      }
    }
    return false
  }

  private static func startsWithQuotationMark(_ line: ShortLine) -> Bool {
    line.scalars[0].isQuotationGlyph
      || line.scalars[line.core.lowerBound...].first?.isQuotationGlyph == true
  }

  private static func kind(of folded: String) -> HeadingLine.Kind? {
    switch Self.words[folded] {
    case "chapter": .chapter
    case "part": .part
    case "named": .named
    default: nil
    }
  }

  // MARK: Manners

  /// A word and a number, as in `Chapter 3`, `CHAPTER III: Title`, `Part the Second`.
  private static func counted(
    _ line: ShortLine,
    _ words: [Range<Int>],
    at first: Int = 0
  ) -> HeadingLine? {
    guard first < words.count, let kind = kind(of: line.foldedWord(words[first])), kind != .named
    else { return nil }
    var index = first + 1
    if index < words.count,
      ["the", "no", "number", "nr", "n"].contains(line.foldedWord(words[index]))
    {
      index += 1
    }
    guard
      let number = HeadingNumber.read(words, at: index, in: line, acceptsLowercaseRoman: true),
      isGap(line, from: words[first].upperBound, to: words[index].lowerBound)
    else { return nil }
    let end = fractionEnd(line, after: words[index + number.count - 1].upperBound)
    guard let rest = title(of: line, after: end, needsMark: kind == .part) else { return nil }
    return heading(
      kind,
      number.value,
      ShortLine.string(line.scalars[words[index].lowerBound..<end]),
      rest,
      line
    )
  }

  /// "First Part", "3rd Chapter".
  private static func numberFirst(_ line: ShortLine, _ words: [Range<Int>]) -> HeadingLine? {
    var first = 0
    if words.count > 2, line.foldedWord(words[0]) == "the" { first = 1 }
    guard words.count > first + 1,
      let number = HeadingNumber.read(words, at: first, in: line, acceptsLowercaseRoman: false),
      words.count > first + number.count,
      let kind = kind(of: line.foldedWord(words[first + number.count])), kind != .named,
      let rest = title(of: line, after: words[first + number.count].upperBound, needsMark: true)
    else { return nil }
    // "One day", "two books": a cardinal word before a noun counts it.
    let printed = ShortLine.string(line.scalars[words[first]])
    guard rest.isEmpty || !line.endsSentence else { return nil }
    guard line.scalars[words[first].lowerBound].isProseCapital || printed.first?.isNumber == true
    else { return nil }
    return heading(kind, number.value, printed, rest, line)
  }

  /// "Prologue", "Interlude 2", "Epilogue: After".
  private static func named(_ line: ShortLine, _ words: [Range<Int>]) -> HeadingLine? {
    for count in [3, 2, 1] where words.count >= count {
      let phrase = words[..<count].map { line.foldedWord($0) }.joined(separator: " ")
      guard Self.words[phrase] == "named" else { continue }
      guard line.scalars[words[0].lowerBound].isProseCapital || line.isOrnamented else {
        return nil
      }
      var end = words[count - 1].upperBound
      var number: Int?
      if let read = HeadingNumber.read(words, at: count, in: line, acceptsLowercaseRoman: true) {
        number = read.value
        end = words[count + read.count - 1].upperBound
      }
      guard let rest = title(of: line, after: end, needsMark: true) else { return nil }
      let printed = ShortLine.string(line.scalars[words[0].lowerBound..<end])
      return heading(.named, number, printed, rest, line)
    }
    return nil
  }

  /// "Story Title - Chapter Three", "Story Title: Chapter 3: Title".
  private static func afterStoryTitle(_ line: ShortLine, _ words: [Range<Int>]) -> HeadingLine? {
    guard words.count >= 3, !line.endsSentence else { return nil }
    for index in 1..<(words.count - 1) {
      guard kind(of: line.foldedWord(words[index])) == .chapter else { continue }
      let gap = line.scalars[words[index - 1].upperBound..<words[index].lowerBound]
      guard gap.contains(where: { $0.isProseDash || $0 == ":" || $0 == "|" || $0 == "," }) else {
        continue
      }
      return counted(line, words, at: index)
    }
    return nil
  }

  /// "第十二回", "第3章 标题".
  private static func ideographic(_ line: ShortLine) -> HeadingLine? {
    let core = line.scalars[line.core]
    guard core.first == "第", core.count <= 40 else { return nil }
    guard let unit = core.prefix(8).firstIndex(where: { "章回话話幕节節卷部".unicodeScalars.contains($0) })
    else { return nil }
    let digits = core[(core.startIndex + 1)..<unit]
    let numerals = "〇零一二三四五六七八九十百千两"
    guard !digits.isEmpty,
      digits.allSatisfy({ $0.isProseDigit || numerals.unicodeScalars.contains($0) })
    else { return nil }
    let isPart = "卷部".unicodeScalars.contains(core[unit])
    return heading(
      isPart ? .part : .chapter,
      Int(ShortLine.string(digits)),
      ShortLine.string(digits),
      ShortLine.string(core[(unit + 1)...]),
      line
    )
  }

  /// A number without a word, as in `III.`, `12`, `4. Undertow`, `Two`.
  private static func bareNumber(_ line: ShortLine, _ words: [Range<Int>]) -> HeadingLine? {
    guard words[0].lowerBound == line.core.lowerBound,
      let number = HeadingNumber.read(words, at: 0, in: line, acceptsLowercaseRoman: false)
    else { return nil }
    let end = fractionEnd(line, after: words[number.count - 1].upperBound)
    let printed = ShortLine.string(line.scalars[words[0].lowerBound..<end])
    let isAlone = words.last?.upperBound == end || words.count == number.count
    let isDigits = printed.unicodeScalars.allSatisfy { $0.isProseDigit || $0 == "." }
    let isWord =
      !isDigits && HeadingNumber.roman(line.scalars[words[0]], acceptsLowercase: false) == nil
    if isWord, !isAlone || !line.scalars[words[0].lowerBound].isProseCapital { return nil }
    // "I said", "1st place": a number goes on as a title only after its own mark.
    guard let rest = title(of: line, after: end, needsMark: true) else { return nil }
    if !isAlone, !startsAsTitle(rest) || words.count > longestTitle { return nil }
    if isAlone, line.endsSentence, line.lastScalar != "." { return nil }
    if isClock(line, at: end) { return nil }
    // "2. Chapter 2", as lists of chapters have it: the number is said twice.
    if isDigits, !isAlone, let inner = ShortLine(rest).flatMap({ counted($0, $0.words) }),
      inner.kind == .chapter, inner.number == number.value
    {
      return heading(.chapter, inner.number, printed, inner.title.title ?? "", line)
    }
    return heading(.number, number.value, printed, rest, line)
  }

  /// The place after the fraction of a number, as in `1.5`; `end` where it has none.
  private static func fractionEnd(_ line: ShortLine, after end: Int) -> Int {
    guard end > 0, line.scalars[end - 1].isProseDigit, end + 1 < line.scalars.count,
      line.scalars[end] == ".", line.scalars[end + 1].isProseDigit
    else { return end }
    var index = end + 1
    while index < line.scalars.count, line.scalars[index].isProseDigit { index += 1 }
    return index - end <= 3 ? index : end
  }

  /// Whether a number's minutes follow it, as in `[10:14] ron: lol`.
  private static func isClock(_ line: ShortLine, at end: Int) -> Bool {
    end + 1 < line.scalars.count && line.scalars[end] == ":" && line.scalars[end + 1].isProseDigit
  }

  // MARK: Titles

  private static func heading(
    _ kind: HeadingLine.Kind,
    _ number: Int?,
    _ printed: String,
    _ title: String,
    _ line: ShortLine
  ) -> HeadingLine {
    let trimmed = cleaned(title)
    return HeadingLine(
      kind: kind,
      number: number,
      title: ChapterTitle(printedNumber: printed, title: trimmed.isEmpty ? nil : trimmed),
      isOrnamented: line.isOrnamented
    )
  }

  /// What follows `start`: empty, or a title; nil where it goes on as a sentence does.
  private static func title(of line: ShortLine, after start: Int, needsMark: Bool) -> String? {
    var index = start
    var hasMark = false
    while index < line.core.upperBound {
      let scalar = line.scalars[index]
      if scalar == " " {
        index += 1
      } else if isTitleMark(scalar) {
        hasMark = true
        index += 1
      } else {
        break
      }
    }
    let rest = line.scalars[index..<max(index, line.core.upperBound)]
    if rest.isEmpty { return "" }
    let text = ShortLine.string(rest)
    let words = text.split(separator: " ").count
    guard words <= longestMarkedTitle else { return nil }
    if hasMark { return text }
    guard words <= longestTitle else { return nil }
    if rest.first == "(" { return text }
    // "Chapter 3 The Return" is a heading; "Chapter 3 was the worst." is none.
    guard !needsMark, !line.endsSentence, let first = rest.first,
      first.isProseCapital || first.isQuotationGlyph
    else { return nil }
    return text
  }

  private static func startsAsTitle(_ title: String) -> Bool {
    guard let first = title.unicodeScalars.first else { return false }
    return first.isProseCapital || first.isProseDigit || first.isQuotationGlyph || first == "("
      || (first.value >= 0x80 && first.isProseLetter && !first.isProseLowercase)
  }

  private static func isTitleMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", ".", ")", "]", "|", "~", "*", "_", "/", "=", ">", "\u{B7}", "\u{2022}", "\u{FF1A}":
      true
    default: scalar.isProseDash
    }
  }

  /// Whether nothing but spaces, stops and number signs stands between two places.
  private static func isGap(_ line: ShortLine, from start: Int, to end: Int) -> Bool {
    line.scalars[start..<end].allSatisfy { scalar in
      scalar.isProseLetter || [" ", ".", "#", "\u{B0}", "\u{BA}", "-", ":", "_"].contains(scalar)
    }
  }

  /// A title without the marks, stops and ornaments around it.
  static func cleaned(_ title: String) -> String {
    guard let line = ShortLine(title) else { return title }
    var core = line.scalars[line.core]
    if core.last == ".", core.dropLast().last != "." { core = core.dropLast() }
    while let last = core.last, last == " " || last == ":" { core = core.dropLast() }
    // A bracket that the ornament took with it belongs to the title.
    if line.scalars.first == "(", line.scalars.last == ")" { return line.lineText }
    let text = ShortLine.string(core)
    if text.contains("("), !text.contains(")") { return text + ")" }
    if text.contains(")"), !text.contains("(") { return "(" + text }
    if text.first == "\"", text.last == "\"", text.count > 2 {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}
