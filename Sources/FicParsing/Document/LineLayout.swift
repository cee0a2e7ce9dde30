/// How the lines of a text make paragraphs, by the evidence of the whole text.
package struct LineLayout {
  /// The column at which the text is wrapped, in scalars; nil where a line is a paragraph.
  var wrapColumn: Int?

  /// Whether blank lines part the paragraphs, so that a short line alone ends none.
  var separatesByBlankLines: Bool

  /// Whether an indented line begins a paragraph.
  var startsByIndentation: Bool

  /// Lines longer than this are taken for whole paragraphs.
  ///
  /// No editor or mailer wraps wider.
  private static let widestWrap = 120

  /// Columns narrower than this are verse or lists rather than wrapped prose.
  private static let narrowestWrap = 35

  /// Measures a text.
  ///
  /// Complexity: linear in the number of lines.
  init(measuring lines: [TextLine], in text: [UInt8]) {
    var widths = [Int](repeating: 0, count: Self.widestWrap + 1)
    var inner = 0
    var visible = 0
    var long = 0
    var gaps = 0
    var indented = 0
    for (index, line) in lines.enumerated() where !line.isBlank {
      visible += 1
      if line.width > Self.widestWrap { long += 1 }
      guard index + 1 < lines.count else { continue }
      if lines[index + 1].isBlank {
        gaps += 1
        continue
      }
      inner += 1
      widths[min(line.width, Self.widestWrap)] += 1
      if lines[index + 1].indentation >= line.indentation + 2 { indented += 1 }
    }
    wrapColumn = nil
    separatesByBlankLines = gaps * 12 > visible
    startsByIndentation = indented * 20 > inner && indented * 5 < inner * 3
    guard inner > 2, long * 20 <= visible else { return }
    let column = Self.percentile(95, of: widths, count: inner)
    guard column >= Self.narrowestWrap else { return }
    if Self.shareOfFullLines(lines, column: column, in: text) { wrapColumn = column }
  }

  /// The smallest width that at least `percent` of `count` lines do not pass.
  private static func percentile(_ percent: Int, of widths: [Int], count: Int) -> Int {
    var seen = 0
    for (width, number) in widths.enumerated() {
      seen += number
      if seen * 100 >= count * percent { return width }
    }
    return widths.count - 1
  }

  /// Whether at least half of the lines that another follows are full: its first word had no room.
  private static func shareOfFullLines(_ lines: [TextLine], column: Int, in text: [UInt8]) -> Bool {
    var inner = 0
    var full = 0
    for index in lines.indices.dropLast() where !lines[index].isBlank && !lines[index + 1].isBlank {
      inner += 1
      if isFull(lines[index], before: lines[index + 1], column: column, slack: 12, in: text) {
        full += 1
      }
    }
    return full * 2 >= inner
  }

  private static func isFull(
    _ line: TextLine,
    before next: TextLine,
    column: Int,
    slack: Int,
    in text: [UInt8]
  ) -> Bool {
    var word = 0
    var index = next.content
    while index < next.end, text[index] != 0x20, word <= column {
      word += 1
      index += 1
    }
    return line.width + 1 + word > column - slack
  }

  /// Whether `next`, which follows `line` directly, goes on with its paragraph.
  func joins(_ line: TextLine, _ next: TextLine, in text: [UInt8]) -> Bool {
    guard let column = wrapColumn else { return false }
    if startsByIndentation, next.indentation >= line.indentation + 2 { return false }
    if separatesByBlankLines {
      if line.width * 5 >= column * 3 { return true }
      return Self.isLowercase(at: next.content, in: text)
    }
    return Self.isFull(line, before: next, column: column, slack: 12, in: text)
      || Self.isLowercase(at: next.content, in: text)
  }

  /// Whether a lower-case ASCII letter, or a Latin or Cyrillic one of two bytes, stands at `index`.
  package static func isLowercase(at index: Int, in text: [UInt8]) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    if byte < 0x80 { return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    guard index + 1 < text.count else { return false }
    let second = text[index + 1]
    switch byte {
    case 0xC3: return second >= 0x9F && second != 0xB7
    case 0xD0: return second >= 0xB0
    case 0xD1: return second <= 0x9F
    default: return false
    }
  }
}
