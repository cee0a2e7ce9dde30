import FicParsing

/// The table of contents of FanFicFare's TXT, and how its chapters are headed.
///
/// Source: fanficfare/writers/writer_txt.py: a tab and the title, after the table's titles.
struct FanFicFareContents {
  /// The index of the first line after header and table.
  let endLine: Int

  private let titles: Set<String>

  /// Whether the first line with a tab heads the only chapter, since there is no table.
  private let onlyTitle: Int?

  /// Reads the table behind a header.
  ///
  /// Complexity: linear in the number of lines of the table.
  init(_ text: [UInt8], lines: [TextLine], header: HeaderReader.Header) {
    var titles: Set<String> = []
    var index = header.endLine
    while index < lines.count, lines[index].isBlank { index += 1 }
    let hasTable =
      index < lines.count && Self.words(of: lines[index], in: text) == "TABLE OF CONTENTS"
    guard header.isFanFicFare || hasTable, index < lines.count else {
      endLine = header.endLine
      self.titles = []
      onlyTitle = nil
      return
    }
    guard hasTable else {
      endLine = header.endLine
      self.titles = []
      onlyTitle = Self.startsWithTab(lines[index], in: text) ? lines[index].start : nil
      return
    }
    let start = index
    index += 1
    while index < lines.count, !Self.startsWithTab(lines[index], in: text) {
      if !lines[index].isBlank { titles.insert(Self.words(of: lines[index], in: text)) }
      index += 1
    }
    // A table without chapters behind it is none.
    endLine = index < lines.count ? index : start
    self.titles = index < lines.count ? titles : []
    onlyTitle = nil
  }

  /// Whether a line heads a chapter.
  func isTitle(_ line: TextLine, in text: [UInt8]) -> Bool {
    guard Self.startsWithTab(line, in: text) else { return false }
    return line.start == onlyTitle || titles.contains(Self.words(of: line, in: text))
  }

  /// The writer's own wrapping turns the tab into eight spaces.
  private static func startsWithTab(_ line: TextLine, in text: [UInt8]) -> Bool {
    !line.isBlank && (text[line.start] == 0x09 || line.indentation == 8)
  }

  private static func words(of line: TextLine, in text: [UInt8]) -> String {
    HeaderValue.folded(String(decoding: text[line.content..<line.end], as: UTF8.self))
  }
}
