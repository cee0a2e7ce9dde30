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

  /// The place of the first line feed at or after `start`; `limit` where none stands before it.
  package static func end(of start: Int, upTo limit: Int, in text: [UInt8]) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return unsafe text.withUnsafeBytes { bytes in
      let limit = min(limit, bytes.count)
      var index = start
      while index + 8 <= limit {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A byte that is a line feed leaves zero, which alone borrows from its own high bit.
        let rest = eight.littleEndian ^ ones &* 0x0A
        let feeds = (rest &- ones) & ~rest & (ones &* 0x80)
        if feeds != 0 { return index + feeds.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < limit, unsafe bytes[index] != 0x0A { index += 1 }
      return index
    }
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
