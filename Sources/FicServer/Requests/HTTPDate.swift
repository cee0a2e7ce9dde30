import FicModel
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
    let date = CalendarDate(seconds: seconds)
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return
      "\(days[seconds / 86_400 % 7]), \(twoDigits(date.day)) \(months[date.month - 1]) \(date.year) "
      + "\(clock.joined(separator: ":")) GMT"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
