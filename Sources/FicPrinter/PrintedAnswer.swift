/// An answer in its form, which may be given again with another time.
package struct PrintedAnswer: Hashable, Sendable {
  /// How the answer tells the time that it took.
  private enum Time: Hashable {
    /// Not at all.
    case none
    /// In whole milliseconds, at a place in the text.
    case milliseconds(Range<Int>)
    /// As the value of a key, in milliseconds and parts of them.
    case key
  }

  private static let key = Array(#""elapsedMilliseconds":"#.utf8)

  /// Stands before the line of a text that was asked for, so that a pager opens there; no text that
  /// is printed holds it.
  static let targetMark: Unicode.Scalar = "\u{2}"

  /// The answer.
  package private(set) var bytes: [UInt8]

  /// The number of the line that was asked for, from 1; nil where none was.
  package private(set) var line: Int?

  private var time: Time

  /// Takes a form that tells no time.
  init(untimed bytes: [UInt8]) {
    self.bytes = bytes
    time = .none
  }

  /// Takes a text in which marks stand around the time; they are taken out.
  init(text: String) {
    self.init(untimed: Array(text.utf8))
    if let place = bytes.firstIndex(of: UInt8(truncatingIfNeeded: Self.targetMark.value)) {
      bytes.remove(at: place)
      line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
    }
    let mark = UInt8(truncatingIfNeeded: AnswerFooter.timeMark.value)
    guard let last = bytes.lastIndex(of: mark),
      let first = bytes[..<last].lastIndex(of: mark)
    else { return }
    bytes.remove(at: last)
    bytes.remove(at: first)
    time = .milliseconds(first..<last - 1)
  }

  /// Takes JSON.
  package init(json bytes: [UInt8]) {
    self.init(untimed: bytes)
    time = .key
  }

  /// The same answer with another time.
  ///
  /// Complexity: linear in the bytes; of JSON only those behind the time are looked at.
  package func taking(_ duration: Duration) -> [UInt8] {
    let microseconds = (duration / .microseconds(1)).rounded()
    switch time {
    case .none: return bytes
    case .milliseconds(let place):
      return replacing(place, with: "\(Int((microseconds / 1000).rounded()))")
    case .key:
      return place(ofKey: Self.key).map { replacing($0, with: "\(microseconds / 1000)") } ?? bytes
    }
  }

  private func replacing(_ place: Range<Int>, with time: String) -> [UInt8] {
    bytes[..<place.lowerBound] + Array(time.utf8) + bytes[place.upperBound...]
  }

  /// Where the value of the last such key stands; nil where there is none.
  ///
  /// A quotation mark within a string is escaped, so this is the key; a text may hold its letters.
  private func place(ofKey key: [UInt8]) -> Range<Int>? {
    let places = (0...max(0, bytes.count - key.count)).reversed()
    guard let place = places.first(where: { bytes[$0...].starts(with: key) }) else { return nil }
    let start = place + key.count
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ",") }
    return start..<(end ?? bytes.count)
  }
}
