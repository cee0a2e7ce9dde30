import FicModel
package import FicParsing

/// Reads Markdown: headings, rules, quoted notes, front matter and lists of labels.
package struct MarkdownReader: DocumentReader {
  /// Creates a reader.
  package init() {}

  /// By its ending: in plain text the same marks are ornaments.
  package func canRead(_ file: ChapterFile) -> Bool {
    FileFormat(path: file.path) == .markdown
  }

  /// Reads a file.
  ///
  /// Complexity: linear in the number of bytes.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let source = LinedText(plain: file.bytes)
    let decoded = source.decoded
    let text = decoded.text
    let lines = source.lines
    let boilerplate = source.boilerplateLines
    let front = FrontMatter(text, lines: lines)
    let header = MarkdownHeader(text, lines: lines, from: front.endLine)
    let blocks = BlockScanner().blocks(of: text, lines: lines) { index in
      if boilerplate.contains(index) { return .marked(.boilerplate) }
      guard !lines[index].isBlank || index < front.endLine else { return nil }
      if index < front.endLine || index < header.endLine && !header.noteLines.contains(index) {
        return .header
      }
      return MarkdownLine.kind(at: index, in: lines, of: text)
    }
    var fields = front.fields
    fields += header.fields.filter { field in !front.fields.contains { $0.key == field.key } }
    return Document(
      text: text,
      blocks: blocks,
      offsetMap: decoded.offsetMap,
      metadata: WorkMetadata(fields: fields),
      diagnostics: decoded.diagnostics
    )
  }
}
