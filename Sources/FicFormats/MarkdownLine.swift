import FicParsing

/// What the marks of a Markdown line make of it.
enum MarkdownLine {
  /// A longer line above a rule of hyphens is a paragraph rather than a heading.
  private static let longestHeading = 80

  /// The kind of block that a line is; nil for a paragraph's line.
  static func kind(at index: Int, in lines: [TextLine], of text: [UInt8]) -> Block.Kind? {
    let line = lines[index]
    guard !line.isBlank, line.indentation < 4 else { return nil }
    switch text[line.content] {
    case UInt8(ascii: "#"): return headingLevel(of: line, in: text).map { .heading(level: $0) }
    case UInt8(ascii: ">"): return .blockQuote
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="):
      return isRule(line, in: text) ? .rule : underlined(at: index, in: lines, of: text)
    default: return underlined(at: index, in: lines, of: text)
    }
  }

  /// The number of hash marks in front of a heading; nil where the line is none.
  static func headingLevel(of line: TextLine, in text: [UInt8]) -> Int? {
    var level = 0
    while line.content + level < line.end, text[line.content + level] == UInt8(ascii: "#") {
      level += 1
    }
    guard (1...6).contains(level), line.content + level < line.end,
      text[line.content + level] == 0x20 || text[line.content + level] == 0x09
    else { return nil }
    return level
  }

  /// Three or more hyphens, asterisks, underscores or equals signs, with spaces or without.
  private static func isRule(_ line: TextLine, in text: [UInt8]) -> Bool {
    let mark = text[line.content]
    var count = 0
    for index in line.content..<line.end {
      if text[index] == mark { count += 1 } else if text[index] != 0x20 { return false }
    }
    return count >= 3
  }

  /// A short line with a rule of `=` or `-` directly below it and nothing directly above it.
  private static func underlined(
    at index: Int,
    in lines: [TextLine],
    of text: [UInt8]
  ) -> Block.Kind? {
    guard index + 1 < lines.count, lines[index].width <= longestHeading,
      index == 0 || lines[index - 1].isBlank
    else { return nil }
    let below = lines[index + 1]
    guard !below.isBlank, isRule(below, in: text), !text[below.content..<below.end].contains(0x20)
    else {
      return nil
    }
    switch text[below.content] {
    case UInt8(ascii: "="): return .heading(level: 1)
    case UInt8(ascii: "-"): return .heading(level: 2)
    default: return nil
    }
  }
}
