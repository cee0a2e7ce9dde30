import FicModel
package import FicParsing

/// What the quotation scanner finds in a text of one scene, marked inside it.
///
/// Speech has no label; other kinds carry their name: `⟦thought|*No.*⟧`.
package func scanned(_ fixture: String) -> String {
  let bytes = MarkedText(fixture).bytes
  let paragraphs = QuotationScanner().scan([draft(of: bytes)]).first ?? []
  let marks = paragraphs.flatMap(\.quotations).map { found in
    MarkedText.Mark(
      label: found.kind == .speech ? "" : found.kind.rawValue,
      span: found.quotation.span
    )
  }
  return MarkedText.rendered(bytes, marks)
}

/// The quotations that the scanner finds in a text of one scene.
package func quotations(in text: String) -> [ScannedQuotation] {
  let paragraphs = QuotationScanner().scan([draft(of: Array(text.utf8))]).first ?? []
  return paragraphs.flatMap(\.quotations)
}

/// A chapter of one scene whose paragraphs are parted by blank lines.
package func draft(of bytes: [UInt8]) -> ChapterDraft {
  let whole = TextSpan(0, bytes.count)
  var chapter = Chapter(text: bytes)
  if !bytes.isEmpty {
    chapter.zones = [Zone(kind: .story, span: whole)]
    chapter.scenes = [Scene(span: whole, sceneBreak: .opening)]
  }
  var drafts = [ChapterDraft(chapter: chapter, blocks: blocks(of: bytes))]
  ScriptReader().read(&drafts)
  return drafts[0]
}

/// Blocks that tile a text: paragraphs, and the blank lines between them.
private func blocks(of bytes: [UInt8]) -> [Block] {
  var blocks: [Block] = []
  var start = 0
  while start < bytes.count {
    var end = start
    let isBlank = bytes[start] == 0x0A
    while end < bytes.count, (bytes[end] == 0x0A) == isBlank || !isBlank {
      end += 1
      if !isBlank, bytes[end - 1] == 0x0A, end == bytes.count || bytes[end] == 0x0A { break }
    }
    let kind: Block.Kind = isBlank ? .blank(lines: end - start) : .paragraph
    blocks.append(Block(kind: kind, span: TextSpan(start, end)))
    start = end
  }
  return blocks
}
