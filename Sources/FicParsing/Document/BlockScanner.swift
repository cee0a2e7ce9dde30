import FicModel

/// Cuts plain text into paragraphs and the blank lines between them.
///
/// Reads texts whose paragraphs are parted by blank lines, are a line each, are wrapped at a
/// column, or begin with an indentation. A sentence that a stray blank line cuts is put together
/// again.
package struct BlockScanner: Sendable {
  /// A paragraph shorter than this, in bytes, that ends without a mark is a title or a list entry
  /// rather than half of a sentence.
  private static let shortestBrokenLine = 60

  /// Creates a scanner.
  package init() {}

  /// The blocks of a text; they tile it.
  ///
  /// Complexity: linear in the number of bytes.
  package func blocks(of text: [UInt8]) -> [Block] {
    blocks(of: text, lines: TextLine.lines(of: text)) { _ in nil }
  }

  /// The blocks of a text of such lines; they tile it.
  ///
  /// `marking` gives the kind of a line that the format's own marks set apart, by its index; such
  /// lines make blocks of their own, of one line for a heading or a rule, of several for the rest.
  /// Complexity: linear in the number of bytes.
  package func blocks(
    of text: [UInt8],
    lines: [TextLine],
    marking: (_ index: Int) -> Block.Kind?
  ) -> [Block] {
    let marks = lines.indices.map(marking)
    let isPlain = marks.allSatisfy { $0 == nil }
    let plain = isPlain ? lines : zip(lines, marks).compactMap { $1 == nil ? $0 : nil }
    let layout = LineLayout(measuring: plain, in: text)
    var blocks: [Block] = []
    var index = 0
    while index < lines.count {
      let first = index
      index = end(ofBlockAt: first, lines: lines, marks: marks, layout: layout, in: text)
      let isBlank = lines[first].isBlank
      blocks.append(
        Block(
          kind: marks[first] ?? (isBlank ? .blank(lines: index - first) : .paragraph),
          span: TextSpan(lines[first].start, lines[index - 1].next)
        )
      )
    }
    return joiningBrokenSentences(blocks, in: text)
  }

  /// The index after the last line of the block that starts at `first`.
  private func end(
    ofBlockAt first: Int,
    lines: [TextLine],
    marks: [Block.Kind?],
    layout: LineLayout,
    in text: [UInt8]
  ) -> Int {
    var index = first + 1
    switch marks[first] {
    case .heading, .rule: return index
    case .some(let mark):
      while index < lines.count, marks[index] == mark { index += 1 }
      return index
    case nil: break
    }
    let isBlank = lines[first].isBlank
    if !isBlank, isOrnament(lines[first], in: text) { return index }
    while index < lines.count, marks[index] == nil, lines[index].isBlank == isBlank {
      if !isBlank {
        guard layout.joins(lines[index - 1], lines[index], in: text),
          !isOrnament(lines[index], in: text)
        else { return index }
      }
      index += 1
    }
    return index
  }

  private func isOrnament(_ line: TextLine, in text: [UInt8]) -> Bool {
    Ornament.isSymbolLine(line.content..<line.end, in: text)
  }

  /// Joins a paragraph that ends inside a sentence with the one that goes on in lower case.
  ///
  /// A text that begins many paragraphs in lower case is written so; it is left alone.
  private func joiningBrokenSentences(_ blocks: [Block], in text: [UInt8]) -> [Block] {
    let paragraphs = blocks.filter { $0.kind == .paragraph }
    let lowercase = paragraphs.count { startsInLowercase($0, in: text) }
    guard lowercase > 0, lowercase * 8 <= paragraphs.count + 8 else { return blocks }
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      guard block.kind == .paragraph, startsInLowercase(block, in: text),
        let before = precedingParagraph(in: result), isOpenEnded(result[before], in: text)
      else {
        result.append(block)
        continue
      }
      result[before].span.end = block.span.end
      result.removeSubrange((before + 1)...)
    }
    return result
  }

  /// The last paragraph, if at most one blank line follows it.
  private func precedingParagraph(in blocks: [Block]) -> Int? {
    guard let last = blocks.indices.last else { return nil }
    if blocks[last].kind == .paragraph { return last }
    guard blocks[last].kind == .blank(lines: 1), last > 0, blocks[last - 1].kind == .paragraph
    else { return nil }
    return last - 1
  }

  /// Whether a paragraph begins as the rest of a sentence would: several words, the first in lower
  /// case and no label with a colon.
  private func startsInLowercase(_ block: Block, in text: [UInt8]) -> Bool {
    let range = WhiteSpace.trim(block.span.range, in: text)
    guard range.count >= 8, LineLayout.isLowercase(at: range.lowerBound, in: text) else {
      return false
    }
    var words = 1
    for index in range.prefix(48) {
      if text[index] == UInt8(ascii: ":") { return false }
      if text[index] == 0x20 { words += 1 }
    }
    return words > 1
  }

  /// Whether a paragraph is long enough to be cut and ends in a letter or a comma.
  private func isOpenEnded(_ block: Block, in text: [UInt8]) -> Bool {
    let range = WhiteSpace.trim(block.span.range, in: text)
    guard range.count >= Self.shortestBrokenLine else { return false }
    let last = text[range.upperBound - 1]
    if last >= 0x80 {
      // A letter of two bytes; dashes, quotation marks and ellipses have three.
      return range.count > 1 && text[range.upperBound - 2] >= 0xC3
        && text[range.upperBound - 2] <= 0xDF
    }
    return last == UInt8(ascii: ",")
      || (last | 0x20 >= UInt8(ascii: "a") && last | 0x20 <= UInt8(ascii: "z"))
  }
}
