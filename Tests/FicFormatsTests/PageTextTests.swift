import FicFormats
import FicModel
import FicParsing
import FicSamples
import Testing

/// What of a page is its text: the words that its readers see, whole.
@Suite struct PageTextTests {
  private func text(_ html: String, style: String = "") throws -> String {
    try page(html, style).paragraphs(ofBoilerplate: false).joined(separator: " / ")
  }

  /// What is read apart from the text, as boilerplate.
  private func asides(_ html: String, style: String = "") throws -> [String] {
    try page(html, style).paragraphs(ofBoilerplate: true)
  }

  private func page(_ html: String, _ style: String) throws -> Rendering {
    try Rendering(html: "<html><head><style>\(style)</style></head><body>\(html)</body></html>")
  }

  // MARK: Notes

  @Test(arguments: [
    ("a kettle<sup>1</sup> sang", "a kettle¹ sang"),
    ("a kettle<sup>[12]</sup> sang", "a kettle¹² sang"),
    ("a kettle<sup>1,2</sup> sang", "a kettle¹,² sang"),
    ("a kettle<a epub:type=\"noteref\" href=\"#n\">2</a> sang", "a kettle² sang"),
    ("a kettle<a role=\"doc-noteref\" href=\"n.html\">2</a> sang", "a kettle² sang"),
    ("a kettle<a href=\"#n\"><sup>2</sup></a> sang", "a kettle² sang"),
    ("a kettle<sup><a href=\"#n\">b</a></sup> sang", "a kettle† sang"),
    ("a kettle<a class=\"fnanchor\" href=\"#f\">[3]</a> sang", "a kettle³ sang"),
    ("a kettle <a href=\"#f\">[3]</a> sang", "a kettle ³ sang"),
    ("a kettle<a href=\"#f\">4</a> sang", "a kettle⁴ sang"),
    ("a kettle<sub>5</sub> sang", "a kettle⁵ sang"),
    ("a kettle<sup>a</sup> sang", "a kettle† sang"),
    ("a kettle<sup>*</sup> sang", "a kettle* sang"),
    ("a Kettler<sup>TM</sup> sang", "a Kettler™ sang"),
    ("said Ann.<sup>1</sup> So", "said Ann.¹ So"),
  ])
  func `a note's mark stays apart from the word`(html: String, text: String) throws {
    #expect(try self.text("<p>" + html + "</p>") == text)
  }

  @Test(arguments: [
    ("the 3<sup>rd</sup> of May", "the 3rd of May"),
    ("H<sub>2</sub>O and CO<sub>2</sub>", "H2O and CO2"),
    ("M<sup>me</sup> Roux", "Mme Roux"), ("D<sup>r</sup> Roux", "Dr Roux"),
    ("see <a href=\"#c4\">4</a> below", "see 4 below"),
    ("un<sub>der</sub>", "under"),
    ("he saw <a href=\"b.html\">2 boats</a> there", "he saw 2 boats there"),
  ])
  func `raised and lowered letters are parts of words`(html: String, text: String) throws {
    #expect(try self.text("<p>" + html + "</p>") == text)
  }

  @Test func `a note's mark in a FictionBook stays apart too`() throws {
    let book =
      "<?xml version='1.0'?><FictionBook xmlns:l='x'><body><section><p>a kettle"
      + "<a l:href='#n1' type='note'>[1]</a> sang the 3<sup>rd</sup> song</p></section></body>"
      + "</FictionBook>"
    #expect(try Rendering("a.fb2", Array(book.utf8)).paragraphs == ["a kettle¹ sang the 3rd song"])
  }

  // MARK: Readings

  @Test func `readings of characters are no part of a word`() throws {
    let html = "<p>She lit <ruby>sun<rp>(</rp><rt>sol</rt><rp>)</rp></ruby>wards.</p>"
    #expect(try text(html) == "She lit sunwards.")
    #expect(
      try text("<p><ruby>山<rt>やま</rt></ruby><ruby><rb>川</rb><rtc><rt>かわ</rt></rtc></ruby></p>")
        == "山川"
    )
  }

  @Test func `readings stand behind the page, once and without their brackets`() throws {
    let html =
      "<p>She lit <ruby>sun<rp>(</rp><rt>sol</rt><rp>)</rp></ruby>wards.</p>"
      + "<p><ruby>山<rt>やま</rt></ruby><ruby><rb>川</rb><rtc><rt>かわ</rt></rtc></ruby></p>"
    #expect(try asides(html) == ["sol やま かわ"])
    #expect(try asides("<p>She lit a lamp.</p>").isEmpty)
  }

  @Test(arguments: [
    "<w:r><w:ruby><w:rt><w:r><w:t>やま</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>山</w:t></w:r>"
      + "</w:rubyBase></w:ruby></w:r>"
  ])
  func `readings of a word processor are no part of a word`(run: String) throws {
    let word = "<w:document><w:body><w:p><w:r><w:t>A </w:t></w:r>\(run)</w:p></w:body></w:document>"
    let docx = try Rendering("a.docx", ZipArchive.bytes([("word/document.xml", Array(word.utf8))]))
    #expect(docx.paragraphs(ofBoilerplate: false) == ["A 山"])
    #expect(docx.paragraphs(ofBoilerplate: true) == ["やま"])
    let open =
      "<office:document-content><office:body><office:text><text:p>A <text:ruby><text:ruby-base>山"
      + "</text:ruby-base><text:ruby-text>やま</text:ruby-text></text:ruby></text:p></office:text>"
      + "</office:body></office:document-content>"
    let odt = try Rendering("a.odt", ZipArchive.bytes([("content.xml", Array(open.utf8))]))
    #expect(odt.paragraphs(ofBoilerplate: false) == ["A 山"])
    #expect(odt.paragraphs(ofBoilerplate: true) == ["やま"])
  }

  // MARK: Numbers of pages

  @Test(arguments: [
    "<span class=\"pagenum\">[Pg 7]</span>", "<span class=\"pageno\" id=\"p7\">7</span>",
    "<a id=\"Page_7\">[7]</a>", "<a name=\"page7\">{7}</a>",
    "<span epub:type=\"pagebreak\" id=\"x\">7</span>", "<span role=\"doc-pagebreak\">vii</span>",
    "<span class=\"page-number\"><a id=\"p_7\">Page 7</a></span>", "<a id=\"page_7\"></a>",
  ])
  func `the number of a printed page divides no word`(mark: String) throws {
    #expect(try text("<p>the gar\(mark)den gate</p>") == "the garden gate")
  }

  @Test(arguments: [
    "<p>Room <span class=\"page\">the seventh</span> was cold.</p>",
    "<p>It was <a id=\"p5\">I</a> who ran.</p>",
    "<p>He had <span class=\"count\">7</span> keys.</p>",
  ])
  func `what only looks like a page number stays`(html: String) throws {
    let shown = try text(html)
    #expect(shown.contains("seventh") || shown.contains("I who") || shown.contains("7 keys"))
  }

  @Test(arguments: [
    ("<p>a won&shy;\nder of it</p>", "a wonder of it"),
    ("<p>a won\u{AD}<br/>der of it</p>", "a wonder of it"),
    ("<p>a won&shy;der of it</p>", "a wonder of it"),
    ("<p>a won&shy; der</p>", "a won der"),
  ])
  func `a soft hyphen joins the word that it divides`(html: String, text: String) throws {
    #expect(try self.text(html) == text)
  }

  // MARK: First letters

  @Test(arguments: [
    ("<p><span class=\"dropcap\">W</span>hen he rose</p>", "When he rose"),
    ("<p><span class=\"dropcap\">W</span> hen he rose</p>", "When he rose"),
    ("<p><span class=\"drop-cap\">W</span><span>HEN</span> he rose</p>", "WHEN he rose"),
    ("<p><img alt=\"W\" src=\"w.png\"/>hen he rose</p>", "When he rose"),
    ("<p><img alt=\"W\" src=\"w.png\"/>\nhen he rose</p>", "When he rose"),
    ("<div class=\"figleft\"><img alt=\"W\"/></div>\n<p>hen he rose</p>", "When he rose"),
    ("<div class=\"dropcap\">W</div><p>hen he rose</p>", "When he rose"),
    ("<p><img alt=\"&#8220;W\"/>hen?&#8221; he asked</p>", "“When?” he asked"),
    ("<div><img alt=\"W\"/></div><p>When he rose</p>", "When he rose"),
    ("<p><img alt=\"A\"/> man rose</p>", "A man rose"),
    ("<p><span class=\"dropcap\">A</span> man rose</p>", "A man rose"),
    ("<p><span class=\"firstletter\">É</span>tienne rose</p>", "Étienne rose"),
    ("<p><span>W</span><span>hen</span> he rose</p>", "When he rose"),
    ("<p><img alt=\"A map of the weir\"/>He rose</p>", "He rose"),
    ("<p><a href=\"#\"><img alt=\"X\"/></a>close</p>", "close"),
  ])
  func `a first letter is part of its word`(html: String, text: String) throws {
    #expect(try self.text(html) == text)
  }

  // MARK: Hidden elements

  @Test(arguments: [
    ("<p hidden>Gone.</p>", ""), ("<p style=\"display:none\">Gone.</p>", ""),
    ("<p style=\"color: red; DISPLAY : none !important;\">Gone.</p>", ""),
    ("<div style='visibility: hidden'><p>Gone.</p></div>", ""),
    ("<p class=\"a k\">Gone.</p>", ".k{display:none}"),
    ("<p class=\"k\">Gone.</p>", "p.k , b { display : none }"),
    ("<p id=\"k\">Gone.</p>", "/* .x{ */ #k{visibility:hidden;}"),
    ("<p class=\"k\">Gone.</p>", "@media screen { .k { display:none } }"),
    ("<p class=\"k\">Gone.</p>", "p{margin:0} .k{speak:never;display:none}"),
    ("<p class=\"k\">Gone.</p>", ".k{position:absolute;left:-9999px}"),
    ("<p>Kept<span class=\"k\"> gone</span></p>", ".k{display:none}"),
  ])
  func `what a page hides from its readers is not read`(html: String, style: String) throws {
    let shown = try text("<p>He sat down.</p>\(html)<p>He rose.</p>", style: style)
    #expect(shown.replacing("Kept / ", with: "") == "He sat down. / He rose.")
    let apart = try asides("<p>He sat down.</p>\(html)<p>He rose.</p>", style: style)
    #expect(apart.map { $0.lowercased() } == ["gone."] || apart == ["gone"])
  }

  @Test func `what is hidden beside the story is found as boilerplate of a book too`() throws {
    let page =
      "<html><body><div hidden><p>An unseen heron.</p></div><h1>Chapter 1</h1><p>He sat down.</p>"
      + "</body></html>"
    let parts = SampleBook(SampleWork(number: 1), pages: [("a.xhtml", "Chapter 1", page)]).parts
    let book = try Rendering("a.epub", SamplePacking.zip.bytes(parts))
    #expect(book.zones(.boilerplate) == ["An unseen heron."])
    #expect(book.zones(.story) == ["He sat down."])
  }

  @Test(arguments: [
    ("<p class=\"k\">Kept.</p>", "@media print { .k { display:none } }"),
    ("<p class=\"k\">Kept.</p>", "@media screen and (max-width: 9em) { .k { display:none } }"),
    ("<p class=\"k\">Kept.</p>", ".k{display:none} .open .k{display:block}"),
    ("<p class=\"k\">Kept.</p>", ".k{visibility:hidden} p:hover .k{visibility:visible}"),
    ("<p class=\"k\">Kept.</p>", ".k:first-letter{visibility:hidden}"),
    ("<p class=\"k\">Kept.</p>", ".k .j{display:none}"),
    ("<div class=\"spoiler\"><div style=\"display:none\"><p>Kept.</p></div></div>", ""),
    ("<details><summary>More</summary><p hidden>Kept.</p></details>", ""),
    ("<p aria-hidden=\"true\">Kept.</p>", ""),
  ])
  func `what is shown at times is read`(html: String, style: String) throws {
    #expect(try text("<p>He sat down.</p>\(html)<p>He rose.</p>", style: style).contains("Kept."))
  }

  @Test func `a story that a script shows is read`() throws {
    let story = String(
      repeating: "<p>He walked along the weir and counted the stones.</p>",
      count: 60
    )
    #expect(try text("<p>Menu</p><div style=\"display:none\">\(story)</div>").contains("weir"))
    #expect(
      try text("<p>M</p>" + story.replacing("<p>", with: "<p class='k'>"), style: ".k{opacity:0}")
        .contains("weir")
    )
  }

  @Test func `a style sheet that ends anywhere does no harm`() throws {
    for style in [
      "/*", ".a{", "}}}", "@media screen {", "@", ".a{display", "{{{{", "<!-- .k{display:none} -->",
    ] {
      #expect(try text("<p>He sat down.</p>", style: style) == "He sat down.")
    }
  }

  // MARK: Spoilers

  @Test(arguments: [
    "<fieldset><legend>Spoiler</legend><p>The heron sang.</p></fieldset>",
    "<details><summary>Spoiler: the weir</summary><p>The heron sang.</p></details>",
    "<div class=\"spoiler\"><div class=\"spoiler-title\">Spoiler:</div><p>The heron sang.</p></div>",
    "<div class=\"bbCodeSpoiler\"><button>Spoiler</button><div hidden><p>The heron sang.</p></div></div>",
  ])
  func `a spoiler and what follows it are story`(block: String) throws {
    let page = try Rendering(
      body: "<h2>Chapter 1</h2>"
        + String(repeating: "<p>He walked along the weir and counted the stones.</p>", count: 40)
        + block + "<p>It rained.</p><p>Then the night came.</p>"
    )
    let story = page.zones(.story).joined(separator: " ")
    #expect(story.contains("The heron sang."))
    #expect(story.contains("Then the night came."))
    #expect(page.zones(.authorsNote).isEmpty && page.zones(.summary).isEmpty)
  }
}
