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
    let decoded = CharsetDecoder().decode(file.bytes)
    let lines = TextLine.lines(of: decoded.text)
    let header = HeaderReader(decoded.text, lines: lines).read()
    let contents = FanFicFareContents(decoded.text, lines: lines, header: header)
    let blocks = BlockScanner().blocks(of: decoded.text) { index, lines in
      if index < contents.endLine, index >= header.endLine || header.contains(line: index) {
        return lines[index].isBlank ? nil : .header
      }
      return contents.isTitle(lines[index], in: decoded.text) ? .heading(level: 2) : nil
    }
    return Document(
      text: decoded.text,
      blocks: blocks,
      offsetMap: decoded.offsetMap,
      metadata: WorkMetadata(fields: header.fields),
      diagnostics: decoded.diagnostics
    )
  }
}
