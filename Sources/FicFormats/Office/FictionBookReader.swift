import FicModel
package import FicParsing

/// Reads FictionBook 2, the XML of Russian libraries.
///
/// Source: the schema FictionBook 2.1, gribuser.ru.
package struct FictionBookReader: DocumentReader {
  /// Creates a reader.
  package init() {}

  /// By its root element.
  package func canRead(_ file: ChapterFile) -> Bool {
    let head = file.bytes.prefix(2048).filter { $0 > 0 }
    return head.contains(0x3C) && String(decoding: head, as: UTF8.self).contains("<FictionBook")
  }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where elements stand too deep in each other.
  /// Complexity: linear in the number of bytes.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let decoded = CharsetDecoder().decode(
      file.bytes,
      declared: HTMLSniffer.declaredCharset(file.bytes)
    )
    let source = try MarkupParser.tree(decoded.text, language: .xml, path: file.path)
    var book = FictionBook(source)
    let html = book.html()
    var story = MarkupStory()
    story.facts = book.facts()
    story.render(
      html.text,
      of: html.tree,
      headingLevel: 1,
      startingChaptersAt: book.chapterStarts
    )
    story.render(html.notes, of: html.tree, as: .authorsNote)
    return story.document(diagnostics: decoded.diagnostics)
  }
}
