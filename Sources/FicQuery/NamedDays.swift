import FicModel

/// Days that are named from today: `yesterday`, `last-month`.
///
/// Weeks begin on Monday, as in ISO 8601; days are those of UTC.
package enum NamedDays: String, CaseIterable, Sendable {
  case today
  case yesterday
  case thisWeek = "this-week"
  case lastWeek = "last-week"
  case thisMonth = "this-month"
  case lastMonth = "last-month"
  case thisYear = "this-year"
  case lastYear = "last-year"

  /// Reads a name in any case, its words joined by a hyphen, a blank or a low line; nil for another
  /// text.
  init?(_ text: String) {
    let words = text.lowercased().split { " -_".contains($0) }
    self.init(rawValue: words.joined(separator: "-"))
  }

  /// The number of the first day and of the last one that may be meant, counted from `today`, in
  /// days since 1970.
  func bounds(today: Int) -> (first: Int, last: Int)? {
    let now = CalendarDate(seconds: max(0, today) * 86_400)
    switch self {
    case .today: return days(today, today)
    case .yesterday: return days(today - 1, today - 1)
    case .thisWeek: return days(Self.monday(of: today), Self.monday(of: today) + 6)
    case .lastWeek: return days(Self.monday(of: today) - 7, Self.monday(of: today) - 1)
    case .thisMonth: return whole(CalendarDate(year: now.year, month: now.month))
    case .lastMonth:
      let isJanuary = now.month == 1
      return whole(
        CalendarDate(
          year: isJanuary ? now.year - 1 : now.year,
          month: isJanuary ? 12 : now.month - 1
        )
      )
    case .thisYear: return whole(CalendarDate(year: now.year))
    case .lastYear: return whole(CalendarDate(year: now.year - 1))
    }
  }

  /// The Monday of a day's week; 1 January 1970 was a Thursday.
  private static func monday(of day: Int) -> Int { day - (day + 3) % 7 }

  private func days(_ first: Int, _ last: Int) -> (first: Int, last: Int) {
    (
      CalendarDate(seconds: max(0, first) * 86_400).number,
      CalendarDate(seconds: max(0, last) * 86_400).number
    )
  }

  private func whole(_ date: CalendarDate?) -> (first: Int, last: Int)? {
    date.map { ($0.number, $0.last) }
  }
}
