import FicModel
import FicParsing

/// Finds in rendered text the lines that describe the work, as in plain text: title, author,
/// labels.
enum HeaderBlocks {
  /// The document with such blocks marked, and what they say added.
  static func marked(in document: Document) -> Document {
    let start = document.blocks.firstIndex { !$0.isBlank && $0.markedZone == nil } ?? 0
    guard document.blocks.indices.contains(start) else { return document }
    let offset = document.blocks[start].span.start
    let text = Array(document.text[offset...].prefix(1 << 16))
    let header = HeaderReader(text, lines: TextLine.lines(of: text)).read()
    guard header.endLine > 0 else { return document }
    var document = document
    let lines = TextLine.lines(of: text)
    let end =
      offset + (lines.indices.contains(header.endLine) ? lines[header.endLine].start : text.count)
    let notes = header.noteLines.compactMap {
      lines.indices.contains($0) ? offset + lines[$0].start : nil
    }
    for index in document.blocks.indices.dropFirst(start) {
      let block = document.blocks[index]
      guard block.span.end <= end else { break }
      let isNote = notes.contains { block.span.range.contains($0) }
      if !block.isBlank, !isNote { document.blocks[index].kind = .header }
    }
    let known = Set(header.fields.map(\.key))
    document.metadata.fields =
      header.fields + document.metadata.fields.filter { !known.contains($0.key) }
    return document
  }
}
