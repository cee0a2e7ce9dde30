/// One line of a text, in bytes.
package struct TextLine: Sendable {
  /// The first byte of the line.
  package var start: Int

  /// The first visible byte; equals `end` on a blank line.
  package var content: Int

  /// After the last visible byte.
  package var end: Int

  /// After the line feed, or the end of the text.
  package var next: Int

  /// Whether nothing visible stands on the line.
  package var isBlank: Bool { content == end }

  /// The width in scalars from the line's start, indentation included.
  package var width: Int

  /// The width in scalars of the white space before the first visible character.
  package var indentation: Int

  /// Of a longer run of blank lines the rest belongs to the last one, so that a flood of them costs
  /// no memory; no convention counts so many.
  package static let longestBlankRun = 64

  /// The lines of a text, in order.
  ///
  /// Complexity: linear in the number of bytes.
  package static func lines(of text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(text.count / 48)
    var start = 0
    var blanks = 0
    while start < text.count {
      let line = line(from: start, in: text)
      start = line.next
      blanks = line.isBlank ? blanks + 1 : 0
      if blanks > longestBlankRun {
        lines[lines.count - 1].next = line.next
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private static func line(from start: Int, in text: [UInt8]) -> TextLine {
    let count = text.count
    var index = start
    var width = 0
    while index < count, text[index] != 0x0A {
      width += text[index] & 0xC0 != 0x80 ? 1 : 0
      index += 1
    }
    let visible = WhiteSpace.trim(start..<index, in: text)
    var indentation = 0
    for place in start..<visible.lowerBound where text[place] & 0xC0 != 0x80 { indentation += 1 }
    var line = TextLine(
      start: start,
      content: visible.lowerBound,
      end: visible.upperBound,
      next: min(count, index + 1),
      width: width,
      indentation: indentation
    )
    if line.isBlank { line.content = line.end }
    return line
  }
}
