import FicModel

/// A line of a script or a chat: a label, a colon, and what is said.
struct LabelledLine: Hashable, Sendable {
  /// The label, without its marks and its colon.
  var label: TextSpan

  /// Everything after the label.
  var content: TextSpan

  /// Whether a clock time stands before the label or marks stand round it, as in a log.
  var isLogged: Bool

  /// Whether every letter of the label is a capital.
  var isCapitals: Bool

  /// The label in lower case, for counting.
  var key: String

  /// How long a label may be, in bytes: room for "A VOICE FROM THE WINGS".
  private static let longestLabel = 36

  /// Reads the line in `prose`; nil where it has no label.
  init?(_ prose: Prose) {
    let start = prose.skippingSpaces(from: prose.span.start)
    let clocked = Self.skippingClock(prose, from: start)
    guard
      let found = Self.bracketed(prose, at: clocked) ?? Self.emphasized(prose, at: clocked)
        ?? Self.plain(prose, at: clocked)
    else { return nil }
    label = found.label
    content = prose.trimmed(TextSpan(found.end, prose.span.end))
    isLogged = clocked > start || found.isMarked
    guard !content.isEmpty, let key = Self.key(of: label, in: prose) else { return nil }
    self.key = key.text
    isCapitals = key.isCapitals
  }

  private struct Found {
    var label: TextSpan
    var end: Int
    var isMarked: Bool
  }

  /// Skips a time such as `[10:14]`, `(10:14:02 PM)` or `10:14`, with its spaces.
  private static func skippingClock(_ prose: Prose, from start: Int) -> Int {
    var place = start
    let isBracketed = prose.scalar(at: place)?.isOpeningBracket ?? false
    if isBracketed { place += 1 }
    var colons = 0
    var digits = 0
    while place - start < 24, let next = prose.character(at: place), isClock(next.scalar) {
      if next.scalar.isProseDigit { digits += 1 }
      if next.scalar.value == 0x3A { colons += 1 }
      place = next.end
    }
    guard colons > 0, digits >= 3 else { return start }
    if isBracketed {
      guard prose.scalar(at: place)?.isClosingBracket == true else { return start }
      place += 1
    }
    place = prose.skipping(from: place) { $0.isProseSpace || $0.isProseDash }
    return place
  }

  private static func isClock(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isProseDigit { return true }
    switch scalar.value {
    case 0x20, 0x2D, 0x2E, 0x2F, 0x3A, 0x41, 0x4D, 0x50, 0x61, 0x6D, 0x70: return true
    default: return false
    }
  }

  /// `<ron> lol`, `<@ron>: lol`.
  private static func bracketed(_ prose: Prose, at start: Int) -> Found? {
    guard prose.scalar(at: start)?.value == 0x3C else { return nil }
    let name = prose.skipping(from: start + 1) { $0.value == 0x40 || $0.value == 0x2B }
    guard let end = labelEnd(prose, from: name), prose.scalar(at: end)?.value == 0x3E else {
      return nil
    }
    return Found(
      label: TextSpan(name, end),
      end: skippingColon(prose, from: end + 1),
      isMarked: true
    )
  }

  /// `**mum** ok`, `**mum:** ok`, `__mum__: ok`.
  private static func emphasized(_ prose: Prose, at start: Int) -> Found? {
    guard let mark = prose.scalar(at: start), mark.isEmphasisMark else { return nil }
    let name = prose.skipping(from: start) { $0 == mark }
    guard name - start <= 3, let stop = labelEnd(prose, from: name) else { return nil }
    let hasColon = prose.scalar(at: stop)?.value == 0x3A
    let marks = hasColon ? stop + 1 : stop
    let end = prose.skipping(from: marks) { $0 == mark }
    guard end - marks == name - start else { return nil }
    let after = skippingColon(prose, from: end)
    // One mark alone is how a stage direction or a stressed word begins.
    guard name - start >= 2 || hasColon || after > end else { return nil }
    return Found(label: TextSpan(name, stop), end: after, isMarked: name - start >= 2)
  }

  /// A label without marks round it.
  ///
  /// `Ron: hi`, `@ron: hi`, `THE PORTER: Tea.`, `CRANE (aside): No.`, `ron [10:14]: lol`
  private static func plain(_ prose: Prose, at line: Int) -> Found? {
    let start = prose.scalar(at: line)?.value == 0x40 ? line + 1 : line
    guard let stop = labelEnd(prose, from: start) else { return nil }
    var end = prose.skippingSpaces(from: stop)
    if prose.scalar(at: end)?.isOpeningBracket == true {
      let close = prose.part(TextSpan(end, end + 60)).skipping(from: end) { !$0.isClosingBracket }
      guard prose.scalar(at: close)?.isClosingBracket == true else { return nil }
      end = prose.skippingSpaces(from: close + 1)
    } else {
      end = stop
    }
    guard prose.scalar(at: end)?.value == 0x3A, prose.scalar(at: end + 1)?.isProseSpace == true
    else {
      return nil
    }
    return Found(label: TextSpan(start, stop), end: end + 1, isMarked: false)
  }

  private static func skippingColon(_ prose: Prose, from offset: Int) -> Int {
    prose.scalar(at: offset)?.value == 0x3A ? offset + 1 : offset
  }

  /// The end of the name that starts at `start`: letters, digits and the signs of nicknames, with
  /// single spaces between words; nil where none stands there.
  private static func labelEnd(_ prose: Prose, from start: Int) -> Int? {
    guard let first = prose.scalar(at: start), first.isProseLetter || first.isProseDigit else {
      return nil
    }
    var place = start
    while place - start < longestLabel, let next = prose.character(at: place) {
      guard isLabelPart(next.scalar) || next.scalar.value == 0x20 else { break }
      place = next.end
    }
    place = prose.trimmingSpaces(before: place)
    return place > start ? place : nil
  }

  private static func isLabelPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isProseLetter || scalar.isProseDigit { return true }
    switch scalar.value {
    case 0x23, 0x26, 0x27, 0x2D, 0x2E, 0x5F, 0x7C, 0x2019: return true
    default: return false
    }
  }

  /// The label as it is counted; nil where its words are a narrator's: `She said: …`.
  private static func key(
    of label: TextSpan,
    in prose: Prose
  ) -> (text: String, isCapitals: Bool)? {
    let text = String(decoding: prose.bytes[label.range], as: UTF8.self)
    let isCapitals =
      !text.unicodeScalars.contains { $0.isProseLowercase }
      && text.unicodeScalars.contains { $0.isProseLetter }
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard words.count <= (isCapitals ? 6 : 3) else { return nil }
    if !isCapitals {
      guard !words.contains(where: { SpeechTag.sense(of: $0) != nil }) else { return nil }
      let subjects: Set<String> = ["he", "she", "they", "it", "there", "this", "that", "so", "and"]
      guard let first = words.first, !subjects.contains(first) else { return nil }
    }
    return (words.joined(separator: " "), isCapitals)
  }
}
