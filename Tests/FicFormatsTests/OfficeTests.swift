import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct OfficeTests {
  private static let story = "<p>\"Run!\" said Ann.</p><p>He ran as far as the mill.</p>"

  @Test func `DOCX gives headings, italics, breaks and rules`() throws {
    let content = """
      <w:document><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Chapter 1</w:t></w:r>
      </w:p><w:p><w:r><w:t xml:space="preserve">He </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ran.</w:t>
      </w:r><w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t xml:space="preserve"> She hid.</w:t></w:r></w:p>
      <w:p><w:pPr><w:pBdr><w:bottom/></w:pBdr></w:pPr></w:p><w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t>
      </w:r></w:p></w:body></w:document>
      """
    let core =
      "<cp:coreProperties><dc:title>Mills</dc:title><dc:creator>PC-7</dc:creator></cp:coreProperties>"
    let file = try Rendering(
      "a.docx",
      ZipArchive.bytes([
        ("word/document.xml", Array(content.utf8)), ("docProps/core.xml", Array(core.utf8)),
      ])
    )
    #expect(
      file.blocks == [
        "h1 Chapter 1⏎", "blank 1", "He _ran._ She hid.⏎", "blank 1", "rule", "blank 1",
        "One⏎two⏎",
      ]
    )
    #expect(file.facts == ["title: Mills"])
  }

  @Test func `ODT gives headings, italics and spaces`() throws {
    let content = """
      <office:document-content><office:automatic-styles><style:style style:name="T1">
      <style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>
      <office:body><office:text>
        <text:h text:outline-level="2">Chapter 1</text:h>
        <text:p>He<text:s/>ran, <text:span text:style-name="T1">fast</text:span>.</text:p>
        <text:list><text:list-item><text:p>She hid.</text:p></text:list-item></text:list>
      </office:text></office:body></office:document-content>
      """
    let file = try Rendering("a.odt", ZipArchive.bytes([("content.xml", Array(content.utf8))]))
    #expect(
      file.blocks == ["h2 Chapter 1⏎", "blank 1", "He ran, _fast_.⏎", "blank 1", "She hid.⏎"]
    )
  }

  @Test(arguments: ["super 58%", "33% 58%"])
  func `a note's mark in an ODT stays apart from the word`(position: String) throws {
    let content = """
      <office:document-content><office:automatic-styles><style:style style:name="T1">
      <style:text-properties style:text-position="\(position)"/></style:style>
      <style:style style:name="T2"><style:text-properties style:text-position="sub 58%"/></style:style>
      </office:automatic-styles><office:body><office:text><text:p>A kettle<text:span
      text:style-name="T1">2</text:span> sang H<text:span text:style-name="T2">2</text:span>O.</text:p>
      </office:text></office:body></office:document-content>
      """
    let file = try Rendering("a.odt", ZipArchive.bytes([("content.xml", Array(content.utf8))]))
    #expect(file.paragraphs == ["A kettle² sang H2O."])
  }

  @Test func `what a DOCX hides from its readers is not read as story`() throws {
    let content = """
      <w:document><w:body><w:p><w:r><w:t xml:space="preserve">The mill stood. </w:t></w:r><w:r><w:rPr>
      <w:vanish/></w:rPr><w:t>Ask Ann here.</w:t></w:r><w:r><w:rPr><w:vanish w:val="false"/></w:rPr>
      <w:t>It fell.</w:t></w:r></w:p></w:body></w:document>
      """
    let file = try Rendering(
      "a.docx",
      ZipArchive.bytes([("word/document.xml", Array(content.utf8))])
    )
    #expect(file.blocks.first == "The mill stood. It fell.⏎")
    #expect(file.blocks.dropFirst().joined().contains("Ask Ann here."))
  }

  @Test func `what an ODT hides from its readers is not read as story`() throws {
    let content = """
      <office:document-content><office:automatic-styles><style:style style:name="T1">
      <style:text-properties text:display="none"/></style:style></office:automatic-styles>
      <office:body><office:text><text:p>The mill stood. <text:span text:style-name="T1">Ask Ann
      here.</text:span>It fell.</text:p><text:p text:style-name="T1">Cut this.</text:p>
      <text:section text:display="none"><text:p>Cut that.</text:p></text:section>
      <text:section text:name="S"><text:p>She hid.</text:p></text:section>
      </office:text></office:body></office:document-content>
      """
    let file = try Rendering("a.odt", ZipArchive.bytes([("content.xml", Array(content.utf8))]))
    let story = ["The mill stood. It fell.⏎", "blank 1", "She hid.⏎"]
    #expect(Array(file.blocks.prefix(3)) == story, "\(file.blocks)")
    for part in ["Ask Ann here.", "Cut this.", "Cut that."] {
      #expect(file.blocks.dropFirst(3).joined().contains(part), "\(file.blocks)")
    }
  }

  @Test func `an encrypted ODT is refused`() {
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    #expect(throws: FormatError(code: .encrypted, path: "a.odt")) {
      try Rendering(
        "a.odt",
        ZipArchive.bytes([
          ("content.xml", [1, 2, 3]), ("META-INF/manifest.xml", Array(manifest.utf8)),
        ])
      )
    }
  }

  @Test func `FictionBook gives its description, chapters and emphasis`() throws {
    let book = """
      <?xml version="1.0" encoding="windows-1251"?><FictionBook><description><title-info>
      <genre>sf</genre><author><first-name>Ann</first-name><last-name>Lee</last-name></author>
      <book-title>Mills</book-title><annotation><p>They run.</p></annotation><lang>ru</lang>
      <sequence name="Water" number="2"/></title-info></description><body>
      <section><title><p>Chapter 1</p><p>The Mill</p></title><p>He <emphasis>ran</emphasis>.</p>
      <empty-line/><p>She hid.</p></section>
      <section><title><p>Chapter 2</p></title><p>They met again at the weir.</p></section>
      </body><binary>AAAA</binary></FictionBook>
      """
    let file = try Rendering("a.fb2", Array(book.utf8))
    #expect(
      file.facts == [
        "genre: sf", "author: Ann Lee", "title: Mills", "summary: They run.", "lang: ru",
        "series: Water", "part: 2",
      ]
    )
    #expect(
      file.chapters == ["1: The Mill | He _ran_.", "2 | They met again at the weir."]
    )
    #expect(file.blocks.contains("blank 3"))
  }

  @Test func `sections of FictionBook are chapters, those around them parts, notes stand last`()
    throws
  {
    let book = """
      <FictionBook><body><title><p>Mills</p></title>
      <section><title><p>Part One</p></title>
      <section><title><p>Chapter 1</p><p>The Mill</p></title><p>He ran.</p>
      <section><p>She hid.</p></section></section>
      <section><title><p>The Weir</p></title><section><p>They met.</p></section></section></section>
      <section><title><p>Epilogue</p></title><p>It rained.<a type="note">[1]</a></p></section></body>
      <body name="notes"><title><p>Notes</p></title><section id="n1"><title><p>1</p></title>
      <p>For a week.</p></section></body></FictionBook>
      """
    let file = try Rendering("a.fb2", Array(book.utf8))
    #expect(
      file.chapters == [
        "1: The Mill | He ran.", "The Weir | They met.", "Epilogue | It rained.¹",
      ]
    )
    #expect(file.zones(.authorsNote) == ["Notes / 1 / For a week."])
  }

  @Test func `packed files are unpacked, archives of chapters are one work`() throws {
    let one = ("He ran.\n", "10 - Home.txt")
    let two = ("She hid.", "9 - The Mill.txt")
    let zip = try Rendering(
      "a.zip",
      ZipArchive.bytes([(one.1, Array(one.0.utf8)), (two.1, Array(two.0.utf8)), ("x.jpg", [1])])
    )
    #expect(zip.paragraphs == ["She hid.", "He ran."])
    #expect(zip.document.chapterStarts.count == 2)
    let folder = try Rendering(
      "a.zip",
      ZipArchive.bytes([
        ("Mills/01 - Home.txt", Array(one.0.utf8)), ("Mills/02.txt", Array(two.0.utf8)),
        ("Mills/__MACOSX/._01 - Home.txt", [1]), ("Mills/.hidden.txt", Array("no".utf8)),
      ])
    )
    #expect(folder.chapters == ["1: Home | He ran.", "2 | She hid."])
    let gzip: [UInt8] = [
      0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xF3, 0x48, 0x55, 0x28, 0x2A, 0xCD, 0xD3, 0xE3,
      0x02,
      0x00,
    ]
    let damaged = #expect(throws: FormatError.self) { try Rendering("a.txt.gz", gzip) }
    guard case .damaged? = damaged?.code else {
      Issue.record("\(String(describing: damaged))")
      return
    }
  }

  @Test func `several books in an archive, or none, are refused`() {
    let books = ZipArchive.bytes([("a.epub", [1]), ("b.epub", [2])])
    #expect(throws: FormatError(code: .severalBooks(count: 2), path: "a.zip")) {
      try Rendering("a.zip", books)
    }
    #expect(throws: FormatError(code: .noStory, path: "a.zip")) {
      try Rendering("a.zip", ZipArchive.bytes([("a.jpg", [1])]))
    }
  }
}
