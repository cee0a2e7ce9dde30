import FicModel

/// Reads the times that programs of chat write beside a name.
///
/// `[10:14]`, `(10:14:02 PM)`, `12/03/21, 4:31 pm`, `[12.03.21, 16:31:02]`, `Today at 4:31 PM`.
enum LogClock {
  /// How long a time with its date may be, in bytes.
  private static let longest = 48

  /// Words that dates and times have beside their digits.
  private static let words: Set<String> = [
    "am", "pm", "at", "on", "today", "yesterday", "utc", "gmt", "t", "z", "mon", "tue", "wed",
    "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
    "nov", "dec", "january", "february", "march", "april", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The offset after the time that begins at `start`, its brackets included; nil where none does.
  static func end(in prose: Prose, from start: Int) -> Int? {
    let isBracketed = prose.scalar(at: start)?.isOpeningBracket ?? false
    var place = isBracketed ? prose.skippingSpaces(from: start + 1) : start
    guard let end = bareEnd(in: prose, from: place) else { return nil }
    guard isBracketed else { return end }
    place = prose.skippingSpaces(from: end)
    guard let bracket = prose.character(at: place), bracket.scalar.isClosingBracket else {
      return nil
    }
    return bracket.end
  }

  private static func bareEnd(in prose: Prose, from start: Int) -> Int? {
    var end = start
    var hasClock = false
    var place = start
    while place - start < longest, let next = prose.character(at: place) {
      if next.scalar.isProseDigit {
        let digits = prose.skipping(from: place) { $0.isProseDigit }
        guard digits - place <= 4 else { break }
        // "99th" and "4chan" are no numbers of a date.
        if let after = prose.scalar(at: digits), after.isProseLetter || after.value == 0x5F {
          guard isMeridiem(prose, at: digits) else { break }
        }
        let follows = prose.scalar(at: digits)?.value == 0x3A
        if follows, digits - place <= 2, isMinutes(prose, at: digits + 1) { hasClock = true }
        end = digits
        place = digits
      } else if next.scalar.isProseLetter {
        let letters = prose.skipping(from: place) { $0.isProseLetter }
        if letters - place == 1, hasClock, let dotted = dottedEnd(prose, at: place) {
          end = dotted
        } else {
          guard letters - place <= 9, isWord(prose, TextSpan(place, letters)) else { break }
          end = letters
        }
        place = end
      } else if isSeparator(next.scalar) {
        place = next.end
      } else {
        break
      }
    }
    return hasClock ? end : nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isProseSpace || scalar.isProseDash { return true }
    switch scalar.value {
    case 0x2C, 0x2E, 0x2F, 0x3A: return true
    default: return false
    }
  }

  private static func isMinutes(_ prose: Prose, at offset: Int) -> Bool {
    [offset, offset + 1].allSatisfy { prose.scalar(at: $0)?.isProseDigit == true }
  }

  private static func isWord(_ prose: Prose, _ span: TextSpan) -> Bool {
    // What a name goes on with is part of it: "sun_rise", "mar99".
    if let after = prose.scalar(at: span.end), after.value == 0x5F || after.isProseDigit {
      return false
    }
    return words.contains(String(decoding: prose.bytes[span.range], as: UTF8.self).lowercased())
  }

  /// `4:31pm`: whether the letters at `offset` are "am" or "pm".
  private static func isMeridiem(_ prose: Prose, at offset: Int) -> Bool {
    let end = prose.part(TextSpan(offset, offset + 3)).skipping(from: offset) { $0.isProseLetter }
    let word = String(decoding: prose.bytes[offset..<end], as: UTF8.self).lowercased()
    return word == "am" || word == "pm" || word == "t"
  }

  /// The offset after `a.m.` or `p.m.`; nil where neither stands at `offset`.
  private static func dottedEnd(_ prose: Prose, at offset: Int) -> Int? {
    guard offset + 4 <= prose.span.end else { return nil }
    let word = String(decoding: prose.bytes[offset..<offset + 4], as: UTF8.self).lowercased()
    return word == "a.m." || word == "p.m." ? offset + 4 : nil
  }
}
