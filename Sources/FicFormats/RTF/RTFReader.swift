package import FicParsing

/// Reads rich text: what Word, WordPad, LibreOffice and their like save as RTF.
///
/// Paragraphs, headings, italics, forced line breaks and footnotes are kept; of tables the text of
/// the cells; pictures, headers of pages and deleted text are left out.
package struct RTFReader: DocumentReader {
  /// Creates a reader.
  package init() {}

  /// It has a signature.
  package var readsText: Bool { false }

  /// By its signature.
  package func canRead(_ file: ChapterFile) -> Bool { FileFormat.richText.isSigned(file.bytes) }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where groups stand too deep in each other.
  /// Complexity: linear in the number of bytes.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    var text = RTFText(file.bytes)
    do throws(MarkupError) {
      try text.read()
    } catch {
      throw FormatError(error, path: file.path)
    }
    var story = MarkupStory()
    story.render(1, of: PageEditor.edited(text.html), headingLevel: 1)
    story.facts.add("title", items: [text.title])
    return HeaderBlocks.marked(in: story.document())
  }
}
