import FicModel

/// Reads the line of a chat that has a name and a time, with the message on the next lines.
///
/// `ana — Today at 4:31 PM`, `ana  4:31 PM`, `ana [04:31]`, `[04:31] ana`.
enum ChatHeader {
  /// How long such a line may be, in bytes.
  private static let longest = 96

  /// What stands between the name and the time, besides dashes and spaces, such as the mark of a
  /// program that speaks.
  private static let marks: Set<String> = ["app", "bot", "op"]

  /// The label of the line from `start` on.
  ///
  /// `clocked` is where the line goes on after a time at its start.
  static func label(_ prose: Prose, from start: Int, after clocked: Int) -> LabelledLine.Found? {
    let end = prose.trimmingSpaces(before: prose.span.end)
    guard end - start <= longest else { return nil }
    if clocked > start {
      guard let stop = LabelledLine.labelEnd(prose, from: clocked), stop == end else { return nil }
      let words = prose.bytes[clocked..<stop].count { $0 == 0x20 }
      // "12/03/21, 4:32 pm - Ana left" is what a program says.
      guard words <= 1 else { return nil }
      return LabelledLine.Found(
        label: TextSpan(clocked, stop),
        end: end,
        isMarked: true,
        form: .header
      )
    }
    guard hasClock(prose, start, end), let first = prose.scalar(at: start),
      first.isProseLetter || first.isProseDigit || first.value == 0x5F || first.value == 0x40
    else { return nil }
    let name = first.value == 0x40 ? start + 1 : start
    var place = name
    while place - name <= LabelledLine.longestLabel, let next = prose.character(at: place) {
      if place > name, !LabelledLine.isLabelPart(next.scalar) {
        let time = prose.skipping(from: place) {
          $0.isProseSpace || $0.isProseDash || $0.value == 0x2C || $0.value == 0x7C
            || $0.value == 0xB7 || $0.value == 0x2022
        }
        if time > place, LogClock.end(in: prose, from: time) == end {
          return found(prose, TextSpan(name, place), end)
        }
        guard next.scalar.value == 0x20 || time > place else { return nil }
        place = max(next.end, time)
        continue
      }
      place = next.end
    }
    return nil
  }

  private static func found(_ prose: Prose, _ label: TextSpan, _ end: Int) -> LabelledLine.Found? {
    var label = label
    let last = prose.part(label).trimming(before: label.end) { $0.isProseLetter }
    let word = String(decoding: prose.bytes[last..<label.end], as: UTF8.self).lowercased()
    if last > label.start, marks.contains(word) {
      label.end = prose.part(label).trimmingSpaces(before: last)
    }
    guard !label.isEmpty else { return nil }
    return LabelledLine.Found(label: label, end: end, isMarked: true, form: .header)
  }

  /// Whether a colon between digits stands in the line, which spares most prose the reading.
  private static func hasClock(_ prose: Prose, _ start: Int, _ end: Int) -> Bool {
    var index = start + 1
    while index + 2 < end {
      if prose.bytes[index] == 0x3A, isDigit(prose.bytes[index - 1]),
        isDigit(prose.bytes[index + 1])
      {
        return true
      }
      index += 1
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
