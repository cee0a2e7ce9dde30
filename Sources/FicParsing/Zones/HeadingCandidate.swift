import FicModel

/// A block that may head a chapter.
struct HeadingCandidate: Sendable {
  /// The block's index in the document.
  var block: Int

  /// What its first line says.
  var line: HeadingLine

  /// The rank that the source's markup gives it, 1 the greatest; nil in plain text.
  var level: Int?

  /// How many bytes of other text stand between it and the candidate before, or the start.
  var textBefore: Int

  /// The candidates of a document, in order: by markup where it has any, else by their words.
  ///
  /// Complexity: linear in the number of bytes.
  static func all(in document: Document) -> [HeadingCandidate] {
    let hasMarkup = document.blocks.contains { block in
      if case .heading = block.kind { return true }
      return false
    }
    var candidates: [HeadingCandidate] = []
    var text = 0
    for (index, block) in document.blocks.enumerated() {
      switch block.kind {
      case .heading(let level):
        let line = headingLine(of: block, in: document.text) ?? untitled(block, in: document.text)
        candidates.append(
          HeadingCandidate(block: index, line: line, level: level, textBefore: text)
        )
        text = 0
      case .paragraph where !hasMarkup:
        if let line = headingLine(of: block, in: document.text) {
          candidates.append(
            HeadingCandidate(block: index, line: line, level: nil, textBefore: text)
          )
          text = 0
        } else if !Ornament.isSymbolLine(
          WhiteSpace.trim(block.span.range, in: document.text),
          in: document.text
        ) {
          text += block.span.count
        }
      case .blank, .rule, .header, .marked(.boilerplate): break
      default: text += block.span.count
      }
    }
    return candidates
  }

  /// The longest heading, in bytes, with the lines of its title.
  private static let longest = 400

  /// What the block says as a heading: all of it, or its first line before a title's lines.
  static func headingLine(of block: Block, in text: [UInt8]) -> HeadingLine? {
    guard block.span.count <= longest else { return nil }
    let range = WhiteSpace.trim(block.span.range, in: text)
    guard HeadingReader.mayHead(range, in: text) else { return nil }
    let firstEnd = range.first { text[$0] == 0x0A } ?? range.upperBound
    if firstEnd == range.upperBound {
      return ShortLine(range, in: text, longest: longest).flatMap { HeadingReader.read($0) }
    }
    guard let first = ShortLine(range.lowerBound..<firstEnd, in: text),
      var line = HeadingReader.read(first)
    else { return nil }
    if line.title.title != nil { return longTitle(range, in: text) }
    let rest = WhiteSpace.trim(firstEnd..<range.upperBound, in: text)
    if Ornament.isSymbolLine(rest, in: text) { return line }
    let lines = rest.count { text[$0] == 0x0A } + 1
    guard lines <= 3, let title = ShortLine(rest, in: text, longest: longest),
      title.lastScalar != "." || title.isCapitals, line.kind != .number || lines == 1
    else { return nil }
    line.title.title = HeadingReader.cleaned(title.lineText)
    return line
  }

  /// A title that goes on over the end of the heading's line.
  private static func longTitle(_ range: Range<Int>, in text: [UInt8]) -> HeadingLine? {
    guard let whole = ShortLine(range, in: text, longest: longest), !whole.endsSentence else {
      return nil
    }
    return HeadingReader.read(whole)
  }

  private static func untitled(_ block: Block, in text: [UInt8]) -> HeadingLine {
    let range = WhiteSpace.trim(block.span.range, in: text)
    let words = String(decoding: text[range].prefix(400), as: UTF8.self)
    let title = words.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    let cleaned = HeadingReader.cleaned(title)
    return HeadingLine(
      kind: .named,
      number: nil,
      title: ChapterTitle(title: cleaned.isEmpty ? nil : cleaned),
      isOrnamented: false
    )
  }
}
