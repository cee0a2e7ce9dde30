import FicModel

/// Cuts a note in brackets out of the paragraph that it stands in.
///
/// As in `He ran. (A/N: fast!) She hid.`
struct InlineNoteSplitter {
  /// A note whose bracket does not close within so many bytes is none.
  private static let longest = 4000

  /// Splits the paragraphs of a chapter.
  ///
  /// Complexity: linear in the number of bytes.
  func split(_ draft: inout ChapterDraft) {
    var blocks: [Block] = []
    var hasSplit = false
    for block in draft.blocks {
      guard block.kind == .paragraph else {
        blocks.append(block)
        continue
      }
      let notes = notes(in: block.span, of: draft.chapter.text)
      guard !notes.isEmpty else {
        blocks.append(block)
        continue
      }
      hasSplit = true
      blocks += pieces(of: block.span, around: notes)
    }
    if hasSplit { draft.blocks = blocks }
  }

  /// The notes in a paragraph that does not consist of one alone.
  private func notes(in span: TextSpan, of text: [UInt8]) -> [TextSpan] {
    var notes: [TextSpan] = []
    let visible = WhiteSpace.trim(span.range, in: text)
    var index = visible.lowerBound
    while index < visible.upperBound {
      let byte = text[index]
      // Square brackets and braces differ in one bit from each other.
      guard byte == UInt8(ascii: "(") || byte & 0xDF == UInt8(ascii: "["),
        let label = NoteLabel.read(index..<min(visible.upperBound, index + 80), in: text),
        !label.isWeak, let closing = label.closingBracket,
        let end = close(of: index, with: closing, before: visible.upperBound, in: text)
      else {
        index += 1
        continue
      }
      if index == visible.lowerBound, end == visible.upperBound { return [] }
      notes.append(TextSpan(index, end))
      index = end
    }
    return notes
  }

  /// The place after the bracket that closes the one at `start`.
  private func close(
    of start: Int,
    with closing: UInt8,
    before limit: Int,
    in text: [UInt8]
  ) -> Int? {
    var depth = 0
    for index in start..<min(limit, start + Self.longest) {
      if text[index] == text[start] { depth += 1 }
      if text[index] == closing {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  private func pieces(of span: TextSpan, around notes: [TextSpan]) -> [Block] {
    var pieces: [Block] = []
    var start = span.start
    for note in notes {
      if note.start > start {
        pieces.append(Block(kind: .paragraph, span: TextSpan(start, note.start)))
      }
      pieces.append(Block(kind: .note, span: note))
      start = note.end
    }
    if start < span.end { pieces.append(Block(kind: .paragraph, span: TextSpan(start, span.end))) }
    return pieces
  }
}
