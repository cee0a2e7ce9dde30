/// Writes and reads moments as `2024-05-01T12:30:00Z`, in UTC.
public enum UTCTime {
  /// The written form of a moment, in seconds since 1970; times outside of the years 1970 to 9999
  /// are written as the nearest inside.
  ///
  /// The day of a number of days is Howard Hinnant's `civil_from_days` ("chrono-Compatible
  /// Low-Level Date Algorithms", 2014).
  public static func text(seconds: Int) -> String {
    let seconds = min(max(0, seconds), 253_402_300_799)
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let date = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    let civil = [isNextYear ? month - 9 : month + 3, date].map(twoDigits).joined(separator: "-")
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return "\(era * 400 + year + (isNextYear ? 1 : 0))-\(civil)T\(clock.joined(separator: ":"))Z"
  }

  /// The moment of `2024-05-01`, `2024-05-01T12:30`, `2024-05-01T12:30:00` or the same with a final
  /// `Z`, in seconds since 1970; nil for anything else and for days that no month has.
  public static func seconds(_ text: String) -> Int? {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "Z") { bytes.removeLast() }
    let form = Array("0000-00-00T00:00:00".utf8)
    guard [10, 16, 19].contains(bytes.count) else { return nil }
    var numbers: [Int] = [0]
    for (byte, wanted) in zip(bytes, form) {
      if wanted == UInt8(ascii: "0") {
        guard (0x30...0x39).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      } else {
        guard byte == wanted || wanted == UInt8(ascii: "T") && byte == UInt8(ascii: " ") else {
          return nil
        }
        numbers.append(0)
      }
    }
    numbers += [Int](repeating: 0, count: 6 - numbers.count)
    return seconds(numbers)
  }

  /// The moment of year, month, day, hour, minute and second, by `days_from_civil` of the same
  /// source.
  private static func seconds(_ numbers: [Int]) -> Int? {
    let (year, month, date) = (numbers[0], numbers[1], numbers[2])
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(date),
      numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
    let day = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let result =
      (era * 146_097 + day - 719_468) * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
    let isDay = Self.text(seconds: result).hasPrefix(
      "\(year)-\(twoDigits(month))-\(twoDigits(date))"
    )
    return isDay ? result : nil
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
