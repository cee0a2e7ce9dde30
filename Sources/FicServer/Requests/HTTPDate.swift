import Glibc

/// The date of an HTTP answer, in the form of RFC 9110, §5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The present.
  static var now: String { text(secondsSince1970: max(0, time(nil))) }

  /// The date of a time from 1970 on.
  static func text(secondsSince1970 seconds: Int) -> String {
    let day = seconds / 86_400
    let (year, month, date) = civil(day)
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return "\(days[day % 7]), \(twoDigits(date)) \(months[month - 1]) \(year) "
      + "\(clock.joined(separator: ":")) GMT"
  }

  /// The date of a day since 1970, by Howard Hinnant's `civil_from_days` ("chrono-Compatible
  /// Low-Level Date Algorithms", 2014): years that begin in March, in eras of 400 years or 146,097
  /// days.
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let date = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    return (era * 400 + yearOfEra + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3, date)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
