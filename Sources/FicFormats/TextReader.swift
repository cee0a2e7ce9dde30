import FicModel
package import FicParsing

/// Reads plain text: chapter files, whole works, FanFicFare's TXT with its header.
package struct TextReader: DocumentReader {
  /// Creates a reader.
  package init() {}

  /// Every text is plain text to somebody.
  package func canRead(_ file: ChapterFile) -> Bool { true }

  /// Reads a file.
  ///
  /// Complexity: linear in the number of bytes.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let source = LinedText(plain: file.bytes)
    let decoded = source.decoded
    let lines = source.lines
    let boilerplate = source.boilerplateLines
    let mail = MailHeader(decoded.text, lines: lines)
    let slashed = SlashedHeadings(decoded.text, lines: lines)
    let header = HeaderReader(decoded.text, lines: lines).read(from: mail.endLine)
    let contents = FanFicFareContents(decoded.text, lines: lines, header: header)
    let blocks = BlockScanner().blocks(of: decoded.text, lines: lines) { index in
      if boilerplate.contains(index) { return .marked(.boilerplate) }
      if let kind = slashed.kinds[index] { return kind }
      if index < mail.endLine { return lines[index].isBlank ? nil : .header }
      if index < contents.endLine, index >= header.endLine || header.contains(line: index) {
        return lines[index].isBlank ? nil : .header
      }
      return contents.isTitle(lines[index], in: decoded.text) ? .heading(level: 2) : nil
    }
    return Document(
      text: decoded.text,
      blocks: blocks,
      offsetMap: decoded.offsetMap,
      metadata: WorkMetadata(
        fields: header.fields
          + (mail.fields + slashed.fields).filter { field in
            !header.fields.contains { $0.key == field.key }
          }
      ),
      diagnostics: decoded.diagnostics
    )
  }
}
