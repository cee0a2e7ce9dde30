import FicDialogue
import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct EPUBTests {
  private static let story = "<p>\"Run!\" said Ann.</p><p>He ran as far as the mill, and hid.</p>"

  private func page(_ body: String, head: String = "", bodyClass: String = "") -> String {
    "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head>"
      + "<title/>\(head)</head><body class='\(bodyClass)'>\(body)</body></html>"
  }

  private func read(_ bytes: [UInt8]) throws -> Rendering { try Rendering("a.epub", bytes) }

  @Test func `chapters start where the table of contents says, in the middle of files too`() throws
  {
    let book = try read(
      ZipArchive.book(
        pages: [
          ("cover.html", page("<p>Cover art by Bo</p>")),
          ("a.html", page("<h2>One</h2>\(Self.story)<p>Still one.</p>")),
          ("b.html", page("<p>More of one.</p><h2 id='two'>Two</h2>\(Self.story)")),
          ("c.html", page("<p>The end of two.</p>")),
        ],
        contents: [
          ("Cover", "cover.html"), ("1. The Mill", "a.html"), ("2. The Weir", "b.html#two"),
        ],
        facts: "<dc:title>Mills</dc:title><dc:creator opf:role='aut'>Ann</dc:creator>"
          + "<dc:subject>Mills &amp; Weirs</dc:subject><dc:language>en</dc:language>"
          + "<dc:description>&lt;p&gt;A &lt;i&gt;tale&lt;/i&gt;.&lt;/p&gt;</dc:description>"
          + "<meta name='calibre:series' content='Rivers'/>"
          + "<meta name='calibre:series_index' content='2.0'/>"
      )
    )
    #expect(
      book.chapters == ["1: The Mill | \"Run!\" said Ann.", "2: The Weir | \"Run!\" said Ann."]
    )
    #expect(
      book.facts == [
        "title: Mills", "author: Ann", "summary: A tale.", "lang: en", "series: Rivers",
        "part: 2.0",
        "tag: Mills & Weirs",
      ]
    )
    #expect(book.paragraphs.first == "Cover art by Bo")
    #expect(book.zones(.summary) == ["Cover art by Bo"])
    let text = String(decoding: book.document.text, as: UTF8.self)
    #expect(text.contains("More of one.") && text.contains("The end of two."))
  }

  @Test func `without a table of contents, pages that begin with a heading are chapters`() throws {
    let pages = (1...3).map { ("\($0).html", page("<h1>Chapter \($0)</h1>\(Self.story)")) }
    let book = try read(ZipArchive.book(pages: pages))
    #expect(book.chapters.map { $0.prefix(4) } == ["1 | ", "2 | ", "3 | "])
  }

  @Test func `what a book's own style sheet hides is not read`() throws {
    let head = "<link rel='stylesheet' type='text/css' href='../style/a%20b.css'/>"
    let book = try read(
      ZipArchive.book(
        pages: [
          ("text/a.html", page("<p>He sat.</p><p class='k'>Gone.</p><p>He rose.</p>", head: head))
        ],
        extra: [(path: "OPS/style/a b.css", bytes: Array("body{margin:0} p.k{display:none}".utf8))]
      )
    )
    #expect(book.paragraphs(ofBoilerplate: false) == ["He sat.", "He rose."])
  }

  @Test func `the navigation document of EPUB 3 is read`() throws {
    let nav = page("<nav epub:type='toc'><ol><li><a href='a.html'>First</a></li></ol></nav>")
    let package = """
      <package version="3.0"><metadata><dc:title>T</dc:title></metadata><manifest>
      <item id="n" href="nav.html" properties="nav"/><item id="a" href="a.html"/></manifest>
      <spine><itemref idref="a"/></spine></package>
      """
    let book = try read(
      ZipArchive.bytes([
        ("mimetype", Array("application/epub+zip".utf8)), ("book.opf", Array(package.utf8)),
        ("nav.html", Array(nav.utf8)), ("a.html", Array(page(Self.story).utf8)),
      ])
    )
    #expect(book.chapters == ["First | \"Run!\" said Ann."])
  }

  @Test func `parts are no chapters, and who drew a book did not write it`() throws {
    let contents = """
      <nav epub:type="toc"><ol><li><a href="a.html">Part One</a><ol>
      <li><a href="a.html#x">The Mill</a></li><li><a href="b.html">The Weir</a><ol>
      <li><a href="b.html#y">Later</a></li></ol></li></ol></li></ol></nav>
      """
    let package = """
      <package><metadata><dc:title>Mills</dc:title><dc:creator id="a">Ann</dc:creator>
      <meta refines="#a" property="role">aut</meta><dc:creator id="b">Bo</dc:creator>
      <meta refines="#b" property="role">ill</meta></metadata><manifest>
      <item id="n" href="n.html" properties="nav"/><item id="a" href="a.html"/>
      <item id="b" href="b.html"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine>
      </package>
      """
    let files = [
      ("p.opf", package), ("n.html", page(contents)),
      ("a.html", page("<h1>Part One</h1><div id='x'><h2>The Mill</h2>\(Self.story)</div>")),
      ("b.html", page("<h2>The Weir</h2>\(Self.story)<div id='y'><h3>Later</h3><p>So.</p></div>")),
    ]
    let book = try read(ZipArchive.bytes(files.map { ($0.0, Array($0.1.utf8)) }))
    #expect(book.facts == ["title: Mills", "author: Ann"])
    #expect(
      book.chapters == [
        "The Mill | \"Run!\" said Ann.", "The Weir | \"Run!\" said Ann.", "Later | So.",
      ]
    )
  }

  @Test func `FanFicFare's book gives its labels, chapters and notes`() throws {
    let title = """
      <h3><a href="https://example.org/s/9">Mills</a> by
      <a class="authorlink" href="https://example.org/u/1">Ann</a></h3><div>
      <b>Category:</b> Rivers, Weirs<br /><b>Series:</b> <a href="x">Water</a> [2]<br />
      <b>Mood:</b> wet<br /><b>Words:</b> 1,234<br /></div>
      """
    let notes = """
      <div class="fff_chapter_notes fff_head_notes"><b>Summary for the Chapter:</b>
      <blockquote><p>They run.</p></blockquote><b>Notes for the Chapter:</b>
      <blockquote><p>Sorry for the "delay".</p></blockquote></div>
      """
    let book = try read(
      ZipArchive.book(
        pages: [
          ("t.html", page(title, bodyClass: "fff_titlepage")),
          ("l.html", page("<p class='log_entry'><b>Words:</b> 1</p>", bodyClass: "fff_logpage")),
          (
            "1.html",
            page(
              "<h3 class='fff_chapter_title'>1. The Mill</h3><div>\(notes)<div>\(Self.story)</div></div>",
              head: "<meta name='chaptertitle' content='1. The Mill'/>"
                + "<meta name='chapterurl' content='https://example.org/c/77'/>",
              bodyClass: "fff_chapter"
            )
          ),
        ]
      )
    )
    #expect(book.document.chapterStarts.map(\.address) == ["https://example.org/c/77"])
    #expect(
      book.facts == [
        "title: Mills", "url: https://example.org/s/9", "author: Ann",
        "author_url: https://example.org/u/1", "fandom: Rivers", "fandom: Weirs", "series: Water",
        "part: 2", "Mood: wet", "words: 1,234",
      ]
    )
    #expect(book.chapters == ["1: The Mill | \"Run!\" said Ann."])
    #expect(book.zones(.authorsNote) == ["Notes for the Chapter: / Sorry for the \"delay\"."])
    #expect(book.zones(.summary).last == "Summary for the Chapter: / They run.")
    #expect(book.zones(.heading) == ["1. The Mill"])
  }

  @Test func `the Archive's book is read across the cuts of its conversion`() throws {
    let preface = """
      <div id="preface"><h2 class="toc-heading">Preface</h2><p class="message"><b>Mills</b><br/>
      Posted originally on the <a href="https://archiveofourown.org/">Archive</a> at
      <a href="https://archiveofourown.org/works/9">https://archiveofourown.org/works/9</a>.</p>
      <dl class="tags"><dt class="c3">Fandoms:</dt><dd><a>Mills, Inc.</a>, <a>Weirs</a></dd>
      <dt>Series:</dt><dd>Part 3 of <a>Water</a></dd>
      <dt>Stats:</dt><dd>Published: 2020-01-02 Completed: 2020-02-03 Words: 1,234 Chapters: 2/2</dd>
      </dl></div>
      """
    let byline = """
      <div id="preface"><h1>Mills</h1><div class="byline">by <a rel="author" href="u">Ann</a></div>
      <p>Summary</p><blockquote class="userstuff"><p>They <i>run</i>.</p></blockquote></div>
      <div id="chapters" class="userstuff1"></div>
      """
    let one = """
      <div id="chapters" class="userstuff1"><div class="c1"><h2 class="heading" id="t1">Chapter 1: The
      Mill</h2><p>Chapter Notes</p><blockquote class="userstuff"><p>"Hi" all.</p></blockquote></div>
      <div class="userstuff2">\(Self.story)</div></div>
      """
    let rest = """
      <div id="chapters" class="userstuff1"><div class="userstuff2"><p>More of one.</p></div>
      <div class="c1" id="endnotes1"><p>Chapter End Notes</p>
      <blockquote class="userstuff"><p>Bye.</p></blockquote></div>
      <div class="c1"><h2 class="heading" id="t2">Chapter 2</h2></div>
      <div class="userstuff2">\(Self.story)</div></div>
      """
    let after = """
      <div id="afterword"><h2 class="toc-heading">Afterword</h2>
      <p class="message">Please <a>drop by the Archive and comment</a>!</p></div>
      """
    let book = try read(
      ZipArchive.book(
        pages: [preface, byline, one, rest, after].enumerated().map {
          ("m_split_00\($0.offset).html", page($0.element))
        },
        contents: [("Preface", "m_split_000.html"), ("Afterword", "m_split_004.html")],
        facts: "<dc:publisher>Archive of Our Own</dc:publisher><dc:subject>Fanworks</dc:subject>"
      )
    )
    #expect(book.chapters == ["1: The Mill | \"Run!\" said Ann.", "2 | \"Run!\" said Ann."])
    #expect(
      book.facts == [
        "title: Mills", "url: https://archiveofourown.org/works/9", "site: archiveofourown.org",
        "fandom: Mills, Inc.", "fandom: Weirs", "series: Water", "part: 3", "published: 2020-01-02",
        "words: 1,234", "chapters: 2/2", "updated: 2020-02-03", "status: Completed", "author: Ann",
        "author_url: u", "summary: They run.", "tag: Fanworks",
      ]
    )
    #expect(
      book.zones(.authorsNote) == [
        "Chapter Notes / \"Hi\" all.", "Chapter End Notes / Bye.",
        "Afterword / Please drop by the Archive and comment!",
      ]
    )
    let first = WorkParser().parse([book.document]).chapters[0]
    #expect(String(decoding: first.text, as: UTF8.self).contains("More of one."))
  }

  @Test func `the Archive's book of one chapter names it in no table`() throws {
    let preface = """
      <div id="preface"><h2 class="toc-heading">Preface</h2><p class="message"><b>Mills</b></p>
      <dl class="tags"><dt>Fandom:</dt><dd><a>Rivers</a></dd></dl><h1>Mills</h1></div>
      """
    let one =
      "<div id='chapters' class='userstuff1'><h2 class='toc-heading'>Mills</h2>\(Self.story)</div>"
    let more = "<div id='chapters' class='userstuff1'><p>They met at the distant</p></div>"
    let rest = "<div id='chapters' class='userstuff1'><p>seventh harbor.</p></div>"
    let book = try read(
      ZipArchive.book(
        pages: [preface, one, more, rest].enumerated().map {
          ("s\($0.offset).xhtml", page($0.element))
        },
        contents: [("Preface", "s0.xhtml")]
      )
    )
    #expect(book.chapters == ["Mills | \"Run!\" said Ann."])
    #expect(book.paragraphs.suffix(2) == ["They met at the distant", "seventh harbor."])
  }

  @Test func `FanFicFare's book is known after a conversion too`() throws {
    let pages = (1...2).map { number in
      (
        "file000\(number)_u3.xhtml",
        page(
          "<h3 class='calibre2'>\(number). The Mill</h3><div>\(Self.story)</div>",
          head: "<meta name='chaptertitle' content='\(number). The Mill'/>"
            + "<meta name='chapterurl' content='https://example.org/s/9/\(number)'/>",
          bodyClass: "calibre"
        )
      )
    }
    let book = try read(ZipArchive.book(pages: pages))
    #expect(
      book.chapters == ["1: The Mill | \"Run!\" said Ann.", "2: The Mill | \"Run!\" said Ann."]
    )
    #expect(book.zones(.heading) == ["1. The Mill", "2. The Mill"])
  }

  @Test func `FicHub's introduction and doubled titles are read`() throws {
    let intro = """
      <h1>Mills</h1><p><b>By:</b> Ann</p><p>They run.</p><p>Status: complete</p><p>Published: 2019-05-06</p>
      <p>Rated: Fiction M - Language: English - Genre: Drama/Hurt/Comfort - Characters: Ann, Bo</p>
      <p>Original source: <a href="https://example.org/s/9">https://example.org/s/9</a></p>
      <p>Exported with the assistance of FicHub.net</p>
      """
    let book = try read(
      ZipArchive.book(
        pages: [
          ("introduction.xhtml", page(intro)),
          ("chap_1.xhtml", page("<h2>The Mill</h2><h2>The Mill</h2>\(Self.story)")),
          ("chap_2.xhtml", page("<h2>The Weir</h2><h2>The Weir</h2>\(Self.story)")),
        ],
        contents: [
          ("Introduction", "introduction.xhtml"), ("The Mill", "chap_1.xhtml"),
          ("The Weir", "chap_2.xhtml"),
        ]
      )
    )
    #expect(
      book.facts == [
        "author: Ann", "status: complete", "published: 2019-05-06", "rating: M", "lang: English",
        "genre: Drama", "genre: Hurt/Comfort", "char: Ann", "char: Bo",
        "url: https://example.org/s/9", "summary: They run.", "title: Mills",
      ]
    )
    #expect(book.chapters == ["The Mill | \"Run!\" said Ann.", "The Weir | \"Run!\" said Ann."])
    #expect(book.zones(.heading) == ["The Mill / The Mill", "The Weir / The Weir"])
  }

  @Test func `a book is known by its content`() throws {
    let bytes = ZipArchive.book(pages: [("a.html", page(Self.story))])
    #expect(try Rendering("a.txt", bytes).paragraphs.count == 2)
    // Some programs put the type last.
    let container = "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"
    let package =
      "<package><manifest><item id='a' href='a.html'/></manifest><spine>"
      + "<itemref idref='a'/></spine></package>"
    let unordered = ZipArchive.bytes([
      ("a.html", Array(page(Self.story).utf8)), ("b.opf", Array(package.utf8)),
      ("META-INF/container.xml", Array(container.utf8)),
      ("mimetype", Array("application/epub+zip".utf8)),
    ])
    #expect(try Rendering("a.zip", unordered).paragraphs.count == 2)
  }
}
