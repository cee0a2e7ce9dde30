/// An answer in its form, which may be given again.
package struct PrintedAnswer: Hashable, Sendable {
  private static let key = Array(#""elapsedMilliseconds":"#.utf8)

  /// The answer.
  package private(set) var bytes: [UInt8]

  /// Where it says how long it took; empty where it does not.
  private let elapsed: Range<Int>

  /// Whether the time is told in whole milliseconds.
  private let isRounded: Bool

  /// Takes a text in which marks stand around the time.
  init(text: String) {
    let mark = UInt8(truncatingIfNeeded: AnswerFooter.timeMark.value)
    bytes = Array(text.utf8)
    isRounded = true
    guard let last = bytes.lastIndex(of: mark),
      let first = bytes[..<last].lastIndex(of: mark)
    else {
      elapsed = bytes.count..<bytes.count
      return
    }
    bytes.remove(at: last)
    bytes.remove(at: first)
    elapsed = first..<last - 1
  }

  /// Takes JSON, or a form that tells no time.
  package init(json bytes: [UInt8]) {
    self.bytes = bytes
    isRounded = false
    // A quotation mark within a string is escaped, so this is the key; a text may hold its letters.
    let places = (0...max(0, bytes.count - Self.key.count)).reversed()
    let place = places.first { bytes[$0...].starts(with: Self.key) }
    let start = place.map { $0 + Self.key.count } ?? bytes.count
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ",") }
    elapsed = start..<(end ?? bytes.count)
  }

  /// The same answer with another time.
  package func taking(_ duration: Duration) -> [UInt8] {
    if elapsed.isEmpty { return bytes }
    let microseconds = (duration / .microseconds(1)).rounded()
    let time = isRounded ? "\(Int((microseconds / 1000).rounded()))" : "\(microseconds / 1000)"
    return bytes[..<elapsed.lowerBound] + Array(time.utf8) + bytes[elapsed.upperBound...]
  }
}
