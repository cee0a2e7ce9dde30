package import FicModel

/// The text of a line as it is shown, its white space folded, with where each byte is from.
package struct LineText {
  /// The text: UTF-8.
  let bytes: [UInt8]

  /// For each byte where it is from in the chapter, and at last where the line ends; nil where the
  /// bytes lie there as they are.
  private let offsets: [Int]?

  private let start: Int

  /// Folds the text of a line.
  ///
  /// Complexity: linear in it.
  package init(_ line: Line, of text: [UInt8]) {
    if line.pieces.count == 1, let span = line.pieces.first, Self.isPlain(text, span) {
      bytes = Array(text[span.range])
      offsets = nil
      start = span.start
      return
    }
    let (scalars, places) = FoldedText.folded(line.pieces, of: text)
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    bytes.reserveCapacity(scalars.count)
    offsets.reserveCapacity(scalars.count + 1)
    for (scalar, place) in zip(scalars, places) {
      let count = bytes.count
      bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      offsets.append(contentsOf: repeatElement(place, count: bytes.count - count))
    }
    offsets.append(line.pieces.last?.end ?? 0)
    self.bytes = bytes
    self.offsets = offsets
    start = 0
  }

  /// Where some of the bytes are in the chapter's text.
  func span(of range: Range<Int>) -> TextSpan {
    guard let offsets else { return TextSpan(start + range.lowerBound, start + range.upperBound) }
    return TextSpan(offsets[range.lowerBound], offsets[range.upperBound])
  }

  /// Whether a stretch has nothing to fold: printed ASCII, single spaces between, no mark of a
  /// quoted paragraph.
  private static func isPlain(_ text: [UInt8], _ span: TextSpan) -> Bool {
    guard span.start >= 0, span.end <= text.count, !span.isEmpty else { return false }
    let bytes = text.span
    var last = UInt8(ascii: " ")
    if bytes[span.start] == UInt8(ascii: ">") { return false }
    for index in span.range {
      let byte = bytes[index]
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }
}
