import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct HTMLTextTests {
  @Test func `paragraphs are parted by blank lines`() throws {
    let page = try Rendering(body: "<p>He ran\n  far.</p>\n<p>She hid.</p>")
    #expect(page.blocks == ["He ran far.⏎", "blank 1", "She hid.⏎"])
  }

  @Test func `blocks tile the text`() throws {
    let page = try Rendering(body: "<h2>One</h2>a<p>b<hr>c<br><br>d</p><blockquote>e</blockquote>")
    let joined = page.document.blocks.flatMap { page.document.text[$0.span.range] }
    #expect(joined == page.document.text)
    #expect(
      page.blocks == [
        "h2 One⏎", "blank 1", "a⏎", "blank 1", "b⏎", "blank 1", "rule", "blank 1", "c⏎", "blank 1",
        "d⏎", "blank 1", "> e⏎",
      ]
    )
  }

  @Test func `an empty paragraph is a longer gap`() throws {
    let page = try Rendering(body: "<p>a</p><p>&nbsp;</p><p>b</p><p><br/></p><p></p><p>c</p>")
    #expect(page.blocks == ["a⏎", "blank 3", "b⏎", "blank 5", "c⏎"])
  }

  @Test func `line breaks part paragraphs by their number`() throws {
    let page = try Rendering(body: "He ran.<br><br>She hid.<br><br><br><br>They met.")
    #expect(page.blocks == ["He ran.⏎", "blank 1", "She hid.⏎", "blank 3", "They met.⏎"])
  }

  @Test func `single line breaks part verse, and paragraphs where they are long`() throws {
    let verse = try Rendering(body: "<p>Roses are red,<br/>violets are blue.</p>")
    #expect(verse.blocks == ["Roses are red,⏎violets are blue.⏎"])
    let long = String(repeating: "He walked on. ", count: 8)
    let prose = try Rendering(body: "<p>" + long + "<br/>" + long + "</p>")
    #expect(prose.document.blocks.map(\.kind) == [.paragraph, .paragraph])
    let speech = try Rendering(body: "<p>\"No.\"<br/>\"Yes.\"</p>")
    #expect(speech.blocks == ["\"No.\"⏎", "\"Yes.\"⏎"])
  }

  @Test(arguments: [
    ("<em>Run!</em> he thought.", "_Run!_ he thought."),
    ("I <i>did</i> <i>cut</i> it.", "I _did cut_ it."),
    ("un<em>believ</em>able", "unbelievable"), ("<em> spaced </em>out", "_spaced_ out"),
    ("<em>~*~</em> x", "~*~ x"), ("<i><em>twice</em></i>", "_twice_"),
    ("\"<em>What?</em>\"", "\"_What?_\""), ("<b>bold</b> word", "bold word"),
    ("<span style='font-style: italic'>So.</span>", "_So._"),
  ])
  func `italics are underscores round whole words`(html: String, text: String) throws {
    #expect(try Rendering(body: "<p>" + html + "</p>").paragraphs == [text])
  }

  @Test(arguments: [
    ("R&amp;R &lt;3 &#8220;Hi&#8221; caf&eacute;", "R&R <3 “Hi” café"),
    ("&amp;quot;Hi,&amp;quot; he said &amp;amp; left", "\"Hi,\" he said & left"),
    ("&#147;Hi&#148; &#133;", "“Hi” …"), ("soft\u{AD}ly zero\u{200B}width", "softly zerowidth"),
    ("a\u{FEFF}b", "ab"), ("I <3 you & me", "I <3 you & me"), ("5 < 6", "5 < 6"),
    ("<q>Hi,</q> he said", "“Hi,” he said"),
  ])
  func `references and invisible characters`(html: String, text: String) throws {
    #expect(try Rendering(body: "<p>" + html + "</p>").paragraphs == [text])
  }

  @Test(arguments: [
    ("So &<em>nbsp;he ran</em> on.", "So \u{A0}_he ran_ on."),
    ("<i>So &</i>nbsp;he ran.", "_So_ \u{A0}he ran."), ("<i>&</i>nbsp;he", "\u{A0}he"),
    ("&<i>eacute;tude</i>s", "\u{E9}tudes"), ("I &<em>quot;do&</em>quot;.", "I _\"do_\"."),
  ])
  func `a reference that italics part stays whole`(html: String, text: String) throws {
    let page = try Rendering(body: "<p>x " + html + "</p>")
    #expect(page.paragraphs == ["x " + text])
    #expect(String(validating: page.document.text, as: UTF8.self) != nil)
  }

  @Test func `an ornament in a heading heads nothing`() throws {
    let page = try Rendering(body: "<h2>Chapter 1</h2><p>a</p><h3>~*~</h3><p>b</p>")
    #expect(
      page.document.blocks.filter { !$0.isBlank }.map(\.kind)
        == [.heading(level: 2), .paragraph, .paragraph, .paragraph]
    )
  }

  @Test func `a table of two cells is a chat`() throws {
    let page = try Rendering(
      body: "<p>He typed.</p><table><tr><td>Ron</td><td>where r u</td></tr>"
        + "<tr><td>Ann</td><td> here </td></tr></table>"
    )
    #expect(page.paragraphs == ["He typed.", "Ron: where r u", "Ann: here"])
  }

  @Test func `scripts, menus and choices are no text`() throws {
    let page = try Rendering(
      html: "<head><title>T</title><style>p{}</style></head><body><script>x()</script>"
        + "<select><option>1. One<option>2. Two</select><p>Text that is read.</p></body>"
    )
    #expect(page.paragraphs == ["Text that is read."])
  }

  @Test func `NULs and unclosed elements do no harm`() throws {
    let page = try Rendering(body: "<p>He\0 ran.<p>She <b>hid.<p>They <i>met.")
    #expect(page.paragraphs == ["He ran.", "She hid.", "They _met._"])
  }

  @Test func `places lead back to the characters of the file`() throws {
    let html = "<html><body>\r\n<p>Zoë &amp; <em>Tom</em>\r\nran &#8212; far.</p>\r\n<p>“Stop!”</p>"
    let page = try Rendering(html: html)
    let text = String(decoding: page.document.text, as: UTF8.self)
    #expect(text == "Zoë & _Tom_ ran — far.\n\n“Stop!”\n")
    for word in ["Zoë", "&", "Tom", "ran", "far", "“Stop"] {
      let source = try #require(html.unicodeScalars.firstRange(of: word.unicodeScalars))
      let place = try #require(text.utf8.firstRange(of: word.utf8))
      let offset = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      let expected = html.unicodeScalars.distance(
        from: html.startIndex,
        to: source.lowerBound
      )
      #expect(
        page.document.offsetMap.sourceOffset(of: offset, in: page.document.text) == expected,
        "\(word)"
      )
      let line = html[..<source.lowerBound].unicodeScalars.count { $0 == "\n" } + 1
      #expect(
        page.document.offsetMap.sourceLine(of: offset, in: page.document.text) == line,
        "\(word)"
      )
    }
  }

  @Test(arguments: [
    ("windows-1252", [UInt8]([0x93, 0x48, 0x69, 0x94]), "“Hi”"),
    // A page in UTF-8 that says otherwise.
    ("iso-8859-1", Array("“Hi”".utf8), "“Hi”"), ("utf-8", [0x93, 0x48, 0x69, 0x94], "“Hi”"),
    ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"),
    ("no-such-charset", [0x93, 0x48, 0x69, 0x94], "“Hi”"),
  ])
  func `a declared charset is believed as far as the bytes fit it`(
    charset: String,
    bytes: [UInt8],
    text: String
  ) throws {
    let head = Array("<html><head><meta charset=\"\(charset)\"></head><body><p>".utf8)
    #expect(try Rendering("a.html", head + bytes + Array("</p>".utf8)).paragraphs == [text])
  }

  @Test func `mojibake is repaired, once and twice, and noted`() throws {
    let once = try Rendering("a.txt", Array("â€œDonâ€™t,â€\u{9D} said ZoÃ«. CafÃ© life.\n".utf8))
    #expect(once.paragraphs == ["“Don’t,” said Zoë. Café life."])
    #expect(once.document.diagnostics.map(\.code) == [.repairedMojibake])
    let twice = try Rendering("a.txt", Array("ItÃ¢â‚¬â„¢s here\n".utf8))
    #expect(twice.paragraphs == ["It’s here"])
    let fine = try Rendering("a.txt", Array("Ã la carte, «MANHû".utf8))
    #expect(fine.document.diagnostics.isEmpty)
  }

  @Test func `what was noted before a repair keeps its place`() throws {
    let bytes = Array("â€œGo,â€\u{9D} he said to ZoÃ« and ".utf8) + [0xFF] + Array(" cafÃ©\n".utf8)
    let text = try Rendering("a.txt", bytes).document
    let place = try #require(text.diagnostics.first { $0.code == .invalidBytes }).span
    #expect(Array(text.text[place.range]) == Array("\u{FFFD}".utf8))
  }

  @Test func `pages that were joined are read to the end`() throws {
    let page = try Rendering(
      html: "<html><head><title>T</title></head><body><p>He ran.</p></body></html>\n"
        + "<html><head><title>U</title></head><body><p>She hid.</p></body></html> They <b>met</b>."
    )
    #expect(page.paragraphs == ["He ran.", "She hid.", "They met."])
  }

  @Test func `what is noted of a page's bytes keeps its line`() throws {
    let lines = (1...40).map { "<p>Line \($0) café.</p>\n" }
    var bytes = Array(lines.joined().utf8)
    bytes += Array("<p>It was cold".utf8) + [0xFF] + Array(" there.</p>\n<p>They ran.</p>".utf8)
    let document = try Rendering("a.html", Array("<html><body>".utf8) + bytes).document
    let noted = try #require(document.diagnostics.first { $0.code == .invalidBytes })
    #expect(document.offsetMap.sourceLine(of: noted.span.start, in: document.text) == 41)
  }

  @Test func `a page of links is no story`() {
    let links = (1...40).map { "<a href='\($0).html'>Story number \($0)</a><br>" }.joined()
    #expect(throws: FormatError(code: .noStory, path: "page.html")) {
      try Rendering(body: "<h1>Index</h1>" + links)
    }
  }

  @Test func `any other page gives the element that holds the story`() throws {
    let story = (1...20).map { "<p>He walked on and on, mile \($0).</p>" }.joined()
    let page = try Rendering(
      html: "<html lang='en'><head><title>Miles</title><meta name='author' content='Ann'></head>"
        + "<body><nav><a href='/'>Home</a></nav><div class='side'><p>Log in to comment.</p></div>"
        + "<div id='content'><h1>Miles</h1>\(story)</div></body></html>"
    )
    #expect(page.facts == ["author: Ann", "lang: en", "title: Miles"])
    #expect(page.blocks.first == "summary Log in to comment.⏎")
    #expect(page.blocks.contains("He walked on and on, mile 20.⏎"))
    #expect(!page.blocks.contains { $0.contains("Home") })
  }
}
