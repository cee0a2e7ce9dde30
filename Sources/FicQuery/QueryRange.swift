import FicModel

/// Numbers or days between two bounds, each of them included.
package struct QueryRange: Hashable, Sendable {
  /// The least number, or the number of the first day; nil for none.
  package var lower: Int?

  /// The greatest number, or the number of the last day; nil for none.
  package var upper: Int?

  /// Creates a range.
  package init(lower: Int? = nil, upper: Int? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether a number lies in it.
  package func contains(_ number: Int) -> Bool {
    number >= lower ?? .min && number <= upper ?? .max
  }
}

extension QueryRange {
  /// The greatest number that can be asked for.
  package static let greatest = 1_000_000_000_000

  /// Reads `10000`, `10,000`, `>5k`, `>=5k`, `<1.5m`, `5k..20k`, `5000-20000`, `5k..`, `..20k`; nil
  /// for anything else.
  package init?(counts text: String) {
    let parts = Parts(text, joiners: ["..", "-", "\u{2013}"])
    switch parts {
    case .bound(let sign, let value):
      guard let count = Self.count(value) else { return nil }
      self.init(sign, first: count, last: count)
    case .between(let low, let high):
      guard let range = Self.between(low, high, read: { Self.count($0).map { ($0, $0) } }) else {
        return nil
      }
      self = range
    }
  }

  /// Reads `2024`, `2024-05`, `2024-05-12`, `>2024`, `2024..`, `..2021`, `2020-05..2021`, days in
  /// other common forms, and the names of `NamedDays` where it is known what day it is; nil for
  /// anything else.
  package init?(dates text: String, today: Int?) {
    let read = { (value: String) -> (Int, Int)? in
      if let today, let named = NamedDays(value) { return named.bounds(today: today) }
      return CalendarDate(reading: value).map { ($0.number, $0.last) }
    }
    switch Parts(text, joiners: [".."]) {
    case .bound(let sign, let value):
      guard let (first, last) = read(value) else { return nil }
      self.init(sign, first: first, last: last)
    case .between(let low, let high):
      guard let range = Self.between(low, high, read: read) else { return nil }
      self = range
    }
  }

  /// Reads `7d`, `2w`, `1y`: from the day on that lies so many days before today; nil for anything
  /// else, and where nobody knows what day it is.
  package init?(ago text: String, today: Int?) {
    let days: [Character: Int] = ["d": 1, "w": 7, "y": 365]
    guard let today, let unit = text.last.flatMap({ days[$0] }),
      let number = Self.digits(text.dropLast()), number <= 10_000
    else { return nil }
    self.init(lower: CalendarDate(seconds: max(0, today - number * unit) * 86_400).number)
  }

  /// A value with a sign of comparison before it, or two values with a sign of range between them.
  private enum Parts {
    case bound(sign: String, value: String)
    case between(low: String, high: String)

    init(_ text: String, joiners: [String]) {
      let plain = text.replacing("\u{2026}", with: "..").replacing("...", with: "..")
        .replacing("\u{2265}", with: ">=").replacing("\u{2264}", with: "<=")
      let sign = plain.prefix { "<>=".contains($0) }
      if sign.isEmpty, let joiner = joiners.first(where: { plain.contains($0) }) {
        let pieces = plain.split(separator: joiner, maxSplits: 1, omittingEmptySubsequences: false)
        self = .between(low: String(pieces[0]), high: String(pieces[pieces.count - 1]))
      } else {
        self = .bound(sign: String(sign), value: String(plain.dropFirst(sign.count)))
      }
    }
  }

  private init?(_ sign: String, first: Int, last: Int) {
    switch sign {
    case "", "=", "==": self.init(lower: first, upper: last)
    case ">": self.init(lower: last + 1)
    case ">=", "=>": self.init(lower: first)
    case "<" where first > 0: self.init(upper: first - 1)
    case "<=", "=<": self.init(upper: last)
    default: return nil
    }
  }

  /// The two bounds in order; an open one where nothing stands there.
  private static func between(
    _ low: String,
    _ high: String,
    read: (String) -> (Int, Int)?
  ) -> QueryRange? {
    let isOpenBelow = low.allSatisfy(\.isWhitespace)
    let isOpenAbove = high.allSatisfy(\.isWhitespace)
    guard !isOpenBelow || !isOpenAbove else { return nil }
    if isOpenBelow { return read(high).map { QueryRange(upper: $0.1) } }
    if isOpenAbove { return read(low).map { QueryRange(lower: $0.0) } }
    guard let first = read(low), let second = read(high) else { return nil }
    return QueryRange(lower: min(first.0, second.0), upper: max(first.1, second.1))
  }

  /// `10000`, `10,000`, `10 000`, `5k`, `1.5m`.
  private static func count(_ text: String) -> Int? {
    var text = text.lowercased().filter { !$0.isWhitespace && !"_'’".contains($0) }
    var scale = 1
    if let last = text.last, let factor = ["k": 1000, "m": 1_000_000][last] {
      scale = factor
      text.removeLast()
    }
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count <= (scale > 1 ? 2 : 1), let whole = digits(grouped(pieces[0])) else {
      return nil
    }
    guard pieces.count == 2 else { return min(greatest, whole * scale) }
    guard (1...3).contains(pieces[1].utf8.count), let fraction = digits(pieces[1]) else {
      return nil
    }
    let tenth = [10, 100, 1000][pieces[1].utf8.count - 1]
    return min(greatest, whole * scale + fraction * scale / tenth)
  }

  /// The number without commas, where they part groups of three digits.
  private static func grouped(_ text: Substring) -> Substring {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return text }
    return Substring(groups.joined())
  }

  private static func digits(_ text: Substring) -> Int? {
    guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension QueryRange {
  /// The range as the query language writes it.
  package func printed(asDates: Bool) -> String {
    func word(_ number: Int?) -> String {
      guard let number else { return "" }
      return asDates ? CalendarDate(number: number).description : String(number)
    }
    if !asDates {
      if lower == upper, let lower { return String(lower) }
      return "\(word(lower))..\(word(upper))"
    }
    // A year is the days from its number to its last day; after it comes the day behind that.
    guard let lower, let upper else {
      if let lower { return isFirst(lower) ? "\(word(lower)).." : ">\(word(lower - 1))" }
      return upper.map { isLast($0) ? "..\(word($0))" : "<\(word($0 + 1))" } ?? ".."
    }
    if CalendarDate(number: lower).last == upper { return word(lower) }
    return "\(word(lower))..\(word(upper))"
  }

  /// Whether a number is one that a written date begins with.
  private func isFirst(_ number: Int) -> Bool {
    let date = CalendarDate(number: number)
    return CalendarDate(year: date.year, month: date.month, day: date.day) != nil
  }

  /// Whether a number is one that a written date ends with.
  private func isLast(_ number: Int) -> Bool {
    isFirst(number) && CalendarDate(number: number).day > 0
  }
}
