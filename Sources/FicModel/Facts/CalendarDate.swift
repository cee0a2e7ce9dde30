/// A day, or only a month or a year where a source says no more.
public struct CalendarDate: Hashable, Sendable {
  /// Year, month and day as one number, 20240512; month and day are 0 where they are not known.
  ///
  /// So 2024 comes before every day of 2024.
  public var number: Int

  /// Creates a date from its number.
  public init(number: Int) {
    self.number = number
  }

  /// Creates a date; nil for a month or a day that there is none of.
  public init?(year: Int, month: Int = 0, day: Int = 0) {
    guard (1000...2999).contains(year), (0...12).contains(month), (0...31).contains(day),
      month > 0 || day == 0
    else { return nil }
    number = year * 10_000 + month * 100 + day
  }

  /// Creates the day of a moment in UTC, in seconds since 1970.
  package init(seconds: Int) {
    let digits = UTCTime.text(seconds: seconds).utf8.prefix(10).filter { $0 != UInt8(ascii: "-") }
    number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The year.
  public var year: Int { number / 10_000 }

  /// The month, 1…12; 0 where it is not known.
  public var month: Int { number / 100 % 100 }

  /// The day, 1…31; 0 where it is not known.
  public var day: Int { number % 100 }

  /// The number of the last day that may be meant.
  package var last: Int {
    if month == 0 { return year * 10_000 + 1231 }
    return day == 0 ? year * 10_000 + month * 100 + 31 : number
  }
}

extension CalendarDate: Comparable {
  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.number < right.number
  }
}

extension CalendarDate: CustomStringConvertible {
  /// As in ISO 8601: `2024-05-12`, `2024-05`, `2024`.
  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if month == 0 { return "\(year)" }
    return day == 0 ? "\(year)-\(two(month))" : "\(year)-\(two(month))-\(two(day))"
  }
}
