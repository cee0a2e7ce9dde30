extension CalendarDate {
  /// Reads a date in the forms that archives and people write: `2012-04-28`, with or without a time
  /// behind it, `2012/04`, `2012`, `20120428`, `03-21-13`, `4/28/2012`, `28.4.2012`, `Apr 28,
  /// 2012`, `28th April 2012`; nil for anything else.
  ///
  /// Of two numbers that could both be the month, the first is it between strokes and hyphens, as
  /// American sites write, and the second between full stops.
  ///
  /// Complexity: linear in the text.
  package init?(reading text: String) {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    if let date = Self.named(words) {
      self = date
      return
    }
    guard let first = words.first(where: { $0.contains(where: \.isNumber) }) else { return nil }
    let day = first.split(separator: "T", maxSplits: 1).first.map(String.init) ?? first
    guard let date = Self.numeric(day) else { return nil }
    self = date
  }

  /// A date of numbers alone.
  private static func numeric(_ word: String) -> CalendarDate? {
    let parts = word.split(
      omittingEmptySubsequences: false,
      whereSeparator: { "-/.".contains($0) }
    )
    guard (1...3).contains(parts.count),
      parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    if parts[0].utf8.count == 4 {
      guard numbers.dropFirst().allSatisfy({ $0 > 0 }) else { return nil }
      return CalendarDate(
        year: numbers[0],
        month: numbers.count > 1 ? numbers[1] : 0,
        day: numbers.count > 2 ? numbers[2] : 0
      )
    }
    if parts.count == 1, parts[0].utf8.count == 8 {
      guard numbers[0] % 100 > 0 else { return nil }
      return CalendarDate(
        year: numbers[0] / 10_000,
        month: numbers[0] / 100 % 100,
        day: numbers[0] % 100
      )
    }
    guard parts.count == 3, numbers[0] > 0, numbers[1] > 0,
      parts[2].utf8.count == 2 || parts[2].utf8.count == 4
    else { return nil }
    let year = parts[2].utf8.count == 4 ? numbers[2] : fullYear(numbers[2])
    let isDayFirst = word.contains(".") ? numbers[1] <= 12 : numbers[0] > 12
    return isDayFirst
      ? CalendarDate(year: year, month: numbers[1], day: numbers[0])
      : CalendarDate(year: year, month: numbers[0], day: numbers[1])
  }

  /// Two digits mean a year since 1970.
  private static func fullYear(_ year: Int) -> Int { year + (year < 70 ? 2000 : 1900) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A date with the month's name in it, the day before or behind.
  private static func named(_ words: [String]) -> CalendarDate? {
    var month: Int?
    var day: Int?
    var year: Int?
    for word in words.prefix(8) {
      if month == nil, let number = Self.month(named: word) {
        month = number
        continue
      }
      let digits = word.utf8.prefix(while: isDigit)
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { continue }
      let rest = word.utf8.dropFirst(digits.count)
      let isPlain = rest.isEmpty || rest.elementsEqual(".".utf8)
      let isOrdinal = ["st", "nd", "rd", "th"].contains(String(decoding: rest, as: UTF8.self))
      if digits.count == 4, isPlain, year == nil {
        year = number
      } else if digits.count <= 2, isPlain || isOrdinal, day == nil, number > 0 {
        day = number
      }
    }
    guard let month, let year else { return nil }
    return CalendarDate(year: year, month: month, day: day ?? 0)
  }

  private static func month(named word: String) -> Int? {
    let name = word.lowercased().filter { $0 != "." }
    guard name.count >= 3 else { return nil }
    if let short = english.firstIndex(where: { name.hasPrefix($0) }) {
      // "Marauders" begins like "March".
      let isName = longEnglish[short].hasPrefix(name) || name == "sept"
      return isName ? short + 1 : nil
    }
    return russian.firstIndex { name.hasPrefix($0) }.map { $0 + 1 }
  }

  private static let english = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static let longEnglish = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let russian = [
    "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]
}
