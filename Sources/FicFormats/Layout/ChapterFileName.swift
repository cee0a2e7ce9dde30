import FicModel
import FicParsing

/// What the name of a file says if it is a chapter's: which series, which number, which title.
struct ChapterFileName: Hashable {
  /// What stands before the number, folded; empty where the name starts with the number.
  var series: String

  /// The same as it is written.
  var seriesName: String

  /// The number; nil for a prologue and the like.
  var number: Int?

  /// Whether a word such as "chapter" says that it is one.
  var isCertain: Bool

  /// Whether the number in front may be a part of a title, as in `3 Days` and `1984`: nothing but a
  /// space parts it from the words, and no zero stands before it, or it may be a year.
  var mayBeTitle = false

  /// Sorts chapters without a number: prologues before all numbers, the rest after.
  var isBefore: Bool

  /// What the chapter is called.
  var title: ChapterTitle

  private static let first: Set<String> = [
    "prologue", "prolog", "preface", "foreword", "introduction", "teaser", "prólogo", "пролог",
  ]

  /// Reads a name without its ending; nil where nothing in it numbers a chapter.
  init?(stem: String) {
    let words = stem.split { $0 == " " || $0 == "_" }.joined(separator: " ")
    if Self.isDated(stem) { return nil }
    let read =
      Self.leadingNumber(words) ?? Self.afterName(words) ?? Self.heading(words)
      ?? Self.trailing(words)
    guard let read else {
      return nil
    }
    self = read
  }

  private init(
    series: String,
    number: Int?,
    printed: String?,
    title: String,
    isCertain: Bool,
    isBefore: Bool = false
  ) {
    seriesName = series
    self.series = series.lowercased()
    self.number = number
    self.isCertain = isCertain
    self.isBefore = isBefore
    self.title = ChapterTitle(printedNumber: printed, title: title.isEmpty ? nil : title)
  }

  /// A number in front, as in `01 - Title`, `1. Title`, `003`.
  private static func leadingNumber(_ words: String) -> ChapterFileName? {
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    let rest = words.dropFirst(digits.count)
    if let first = rest.first, !isSeparator(first) { return nil }
    let title = String(rest.drop { isSeparator($0) })
    let inner = HeadingReader.title(in: title)
    let isNumberAgain = inner?.printedNumber.flatMap { Int($0) } == number
    let gap = rest.prefix { isSeparator($0) }
    var name = ChapterFileName(
      series: "",
      number: number,
      printed: isNumberAgain ? inner?.printedNumber : String(number),
      title: isNumberAgain ? inner?.title ?? "" : title,
      isCertain: isNumberAgain
    )
    name.mayBeTitle =
      !isNumberAgain
      && (years.contains(number) || !title.isEmpty && gap == " " && digits.first != "0")
    return name
  }

  /// Numbers that people put in front of names as years.
  private static let years = 1700...2099

  /// Whether a day or a month of a year stands in a name.
  ///
  /// As in `2019-03-04 First snow`, `20190304`, `04.03.2019` and `Journal 2019-03`. What people
  /// date is an entry, not a chapter of a work.
  private static func isDated(_ stem: String) -> Bool {
    let runs = stem.split { !($0.isASCII && $0.isNumber || "-._".contains($0)) }
    return runs.contains { run in
      let parts = run.split(whereSeparator: { "-._".contains($0) })
      // What stands behind a day is a time, or counts.
      let count = parts.first?.count == 8 ? 1 : 3
      guard parts.prefix(count).contains(where: { $0.count == 4 || $0.count == 8 }) else {
        return false
      }
      let mark = run.contains(".") ? "." : "-"
      let date = CalendarDate(reading: parts.prefix(count).joined(separator: mark))
      return date.map { $0.month > 0 && years.contains($0.year) } ?? false
    }
  }

  /// "Chapter 3 - Title", "ch03", "Prologue".
  private static func heading(_ words: String) -> ChapterFileName? {
    let spaced = spacingNumber(words)
    guard let title = HeadingReader.title(in: spaced), let printed = title.printedNumber else {
      return nil
    }
    let number = firstNumber(in: printed) ?? firstNumber(in: spaced)
    let folded = printed.lowercased()
    // "Seven" alone is a title; "7" and "VII" are numbers.
    if number != nil, printed == spaced, printed.contains(where: \.isLowercase) { return nil }
    guard number != nil || HeadingReader.title(in: printed) != nil else { return nil }
    return ChapterFileName(
      series: "",
      number: number,
      printed: printed,
      title: title.title ?? "",
      isCertain: true,
      isBefore: first.contains(folded)
    )
  }

  /// A name before a hyphen that is no heading itself: "Work - Chapter 3".
  private static func afterName(_ words: String) -> ChapterFileName? {
    guard let name = words.split(separator: " - ").first, name.utf8.count < words.utf8.count,
      HeadingReader.title(in: spacingNumber(String(name))) == nil
    else { return nil }
    return trailing(words)
  }

  /// "Work - Chapter 3", "Work - 03 - Title", "Work_3", "Work 03".
  private static func trailing(_ words: String) -> ChapterFileName? {
    let parts = words.split(separator: " - ", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let series = parts[..<index].joined(separator: " - ")
      let rest = parts[(index + 1)...].joined(separator: " - ")
      if let number = wholeNumber(parts[index]) {
        return ChapterFileName(
          series: series,
          number: number,
          printed: String(number),
          title: rest,
          isCertain: !rest.isEmpty
        )
      }
      if let title = HeadingReader.title(in: spacingNumber(parts[index])),
        let printed = title.printedNumber, let number = firstNumber(in: printed)
      {
        return ChapterFileName(
          series: series,
          number: number,
          printed: printed,
          title: title.title ?? rest,
          isCertain: true
        )
      }
    }
    return lastNumber(words)
  }

  /// "Work 3", "Work-3", "Work ch 3", "Work ch3".
  private static func lastNumber(_ words: String) -> ChapterFileName? {
    let digits = words.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...4).contains(digits), let number = Int(words.suffix(digits)) else { return nil }
    var series = words.dropLast(digits)
    let hasGap = series.last.map(isSeparator) ?? false
    series = trimmed(series)
    var isCertain = false
    for label in ["chapter", "chap", "ch", "part", "pt"] where series.lowercased().hasSuffix(label)
    {
      let before = series.dropLast(label.count)
      guard let last = before.last, isSeparator(last) else { continue }
      series = trimmed(before)
      isCertain = true
      break
    }
    guard !series.isEmpty, hasGap || isCertain else { return nil }
    return ChapterFileName(
      series: String(series),
      number: number,
      printed: String(number),
      title: "",
      isCertain: isCertain
    )
  }

  // MARK: Characters

  private static func trimmed(_ words: Substring) -> Substring {
    var words = words
    while let last = words.last, isSeparator(last) { words = words.dropLast() }
    return words
  }

  private static func isSeparator(_ character: Character) -> Bool {
    " -_.)–—:".contains(character)
  }

  private static func wholeNumber(_ words: String) -> Int? {
    (1...4).contains(words.count) && words.allSatisfy { $0.isASCII && $0.isNumber }
      ? Int(words) : nil
  }

  private static func firstNumber(in words: String) -> Int? {
    let digits = words.drop { !($0.isASCII && $0.isNumber) }.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits) { return number }
    return HeadingReader.number(in: words)
  }

  /// A space between letters and the digits behind them: `ch03` reads as `ch 03`.
  private static func spacingNumber(_ words: String) -> String {
    var result = ""
    for character in words {
      if let last = result.last, last.isLetter, character.isASCII, character.isNumber {
        result.append(" ")
      }
      result.append(character == "-" && result.last?.isLetter == true ? " " : character)
    }
    return result
  }
}
