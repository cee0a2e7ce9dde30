/// A work as word processors save it, and as a FictionBook.
struct OfficeSample {
  private let work: SampleWork

  init(_ work: SampleWork) {
    self.work = work
  }

  private func escaped(_ text: String) -> String { SampleMarkup.escaped(text) }

  /// The parts of an ODT.
  var openDocument: [SampleFile.Part] {
    let body = work.chapters.enumerated().map { index, chapter in
      "<text:h text:outline-level=\"1\">Chapter \(index + 1): \(escaped(chapter.title))</text:h>\n"
        + chapter.paragraphs.map { runs in
          "<text:p>"
            + runs.map {
              $0.isItalic
                ? "<text:span text:style-name=\"T1\">\(escaped($0.text))</text:span>"
                : escaped($0.text)
            }.joined() + "</text:p>\n"
        }.joined()
    }
    let content = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content><office:automatic-styles><style:style style:name="T1">
      <style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>
      <office:body><office:text>\(body.joined())</office:text></office:body></office:document-content>
      """
    return [
      SampleFile.Part("mimetype", "application/vnd.oasis.opendocument.text"),
      SampleFile.Part("content.xml", content),
      SampleFile.Part(
        "meta.xml",
        "<office:document-meta><office:meta><dc:title>\(escaped(work.title))</dc:title>"
          + "</office:meta></office:document-meta>"
      ),
    ]
  }

  /// The parts of a DOCX.
  var word: [SampleFile.Part] {
    let body = work.chapters.enumerated().map { index, chapter in
      "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Chapter \(index + 1): "
        + "\(escaped(chapter.title))</w:t></w:r></w:p>\n"
        + chapter.paragraphs.map { runs in
          "<w:p>"
            + runs.map {
              "<w:r>\($0.isItalic ? "<w:rPr><w:i/></w:rPr>" : "")"
                + "<w:t xml:space=\"preserve\">\(escaped($0.text))</w:t></w:r>"
            }.joined() + "</w:p>\n"
        }.joined()
    }
    return [
      SampleFile.Part("[Content_Types].xml", "<Types/>"),
      SampleFile.Part(
        "word/document.xml",
        "<w:document><w:body>\(body.joined())</w:body></w:document>"
      ),
      SampleFile.Part(
        "docProps/core.xml",
        "<cp:coreProperties><dc:title>\(escaped(work.title))</dc:title></cp:coreProperties>"
      ),
    ]
  }

  /// A FictionBook.
  var fictionBook: String {
    let sections = work.chapters.enumerated().map { index, chapter in
      "<section><title><p>Chapter \(index + 1)</p><p>\(escaped(chapter.title))</p></title>\n"
        + SampleMarkup.paragraphs(chapter).replacing("<em>", with: "<emphasis>")
        .replacing("</em>", with: "</emphasis>") + "</section>\n"
    }
    return """
      <?xml version="1.0" encoding="utf-8"?><FictionBook><description><title-info>
      <genre>sf</genre><author><nickname>\(escaped(work.author))</nickname></author>
      <book-title>\(escaped(work.title))</book-title><annotation><p>\(escaped(work.summary))</p>
      </annotation><lang>en</lang></title-info></description><body>\(sections.joined())</body>
      <binary id="cover.jpg" content-type="image/jpeg">AAAA</binary></FictionBook>
      """
  }
}
