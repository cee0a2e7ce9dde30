import FicFormats
import FicModel
import FicParsing
import Foundation
import Testing

/// Books as people have them: packages with odd names, pages that are listed nowhere, frames.
@Suite struct RealBookTests {
  private static let story =
    "<p>He ran as far as the mill and hid there till the lamps were lit.</p>"

  private static func page(_ body: String) -> String { "<html><body>\(body)</body></html>" }

  private static func book(_ package: String, _ files: [(String, String)]) throws -> Rendering {
    try Rendering(
      "a.epub",
      ZipArchive.bytes(
        ([("OPS/book.opf", package)] + files.map { ("OPS/" + $0.0, $0.1) }).map {
          ($0.0, Array($0.1.utf8))
        }
      )
    )
  }

  @Test(arguments: [
    ("Two%3A%20The%20Fall.xhtml", "Two: The Fall.xhtml"),
    ("Two: The Fall.xhtml", "Two: The Fall.xhtml"), ("/OPS/a.xhtml", "a.xhtml"),
    ("text\\a.xhtml", "text/a.xhtml"), ("A.XHTML", "a.xhtml"), ("a%2520b.xhtml", "a%20b.xhtml"),
    ("./x/../a.xhtml", "a.xhtml"), ("OPS/a.xhtml", "a.xhtml"),
    ("caf%C3%A9.xhtml", "cafe\u{301}.xhtml"),
    ("Part:/a.xhtml", "Part:/a.xhtml"),
  ])
  func `a page is found by any name that a book may have for it`(
    reference: String,
    name: String
  ) throws {
    let book = try Self.book(
      """
      <package><manifest><item id="a" href="\(reference)" media-type="application/xhtml+xml"/>
      <item id="b" href="z.xhtml" media-type="application/xhtml+xml"/>
      </manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>
      """,
      [(name, Self.page("<p>The bosun slept.</p>")), ("z.xhtml", Self.page(Self.story))]
    )
    #expect(book.paragraphs.first == "The bosun slept.")
    #expect(book.document.diagnostics.isEmpty)
  }

  @Test func `pages that are missing, listed twice or nowhere are told and not lost`() throws {
    let item = { (id: String, name: String) in
      "<item id='\(id)' href='\(name).xhtml' media-type='application/xhtml+xml'/>"
    }
    let book = try Self.book(
      """
      <package><manifest>\(item("a", "a"))\(item("a", "b"))\(item(" c&amp;d ", "c"))
      \(item("e", "e"))\(item("f", "f"))</manifest><spine><itemref idref="a"/>
      <itemref idref="c&amp;d"/><itemref idref="f"/><itemref idref="nobody"/></spine></package>
      """,
      ["a", "b", "c", "e", "x"].map { ("\($0).xhtml", Self.page("<p>Page \($0) is here.</p>")) }
    )
    #expect(book.paragraphs == ["a", "b", "c", "e", "x"].map { "Page \($0) is here." })
    #expect(
      book.document.diagnostics.map { "\($0.code.rawValue) \($0.count)" } == [
        "missing_pages 2", "unlisted_pages 2",
      ]
    )
  }

  @Test func `a book's package says its title, its subtitle, its authors and its series`() throws {
    let package = """
      <package version="3.0"><metadata>
      <dc:title id="s&amp;1">A Sequel</dc:title><meta refines="#s&amp;1" property="title-type">subtitle</meta>
      <dc:title id="c">River Tales</dc:title><meta refines="#c" property="title-type">collection</meta>
      <meta refines="#c" property="group-position">3</meta>
      <dc:title id="m">Caf&eacute; &amp; Mill</dc:title><meta refines="#m" property="title-type">main</meta>
      <dc:creator id="x">Zo&euml; Ann</dc:creator><meta refines="#x" property="role"> AUT </meta>
      <dc:creator id="y">Bo</dc:creator><meta refines="#y" property="role">Ill</meta>
      </metadata><manifest><item id="a" href="a.xhtml"/></manifest>
      <spine><itemref idref="a"/></spine></package>
      """
    let book = try Self.book(package, [("a.xhtml", Self.page("<h1>Copyright</h1>" + Self.story))])
    #expect(
      book.facts == [
        "title: Café & Mill", "subtitle: A Sequel", "author: Zoë Ann", "series: River Tales",
        "part: 3",
      ]
    )
    let sets = package.replacing(
      "</metadata>",
      with: """
        <meta property="belongs-to-collection" id="o">Old Books</meta>
        <meta refines="#o" property="collection-type">set</meta>
        <meta property="belongs-to-collection" id="t">Towns</meta>
        <meta refines="#t" property="collection-type">series</meta>
        <meta refines="#t" property="group-position">2</meta></metadata>
        """
    )
    let other = try Self.book(sets, [("a.xhtml", Self.page(Self.story))])
    #expect(other.facts.suffix(2) == ["series: Towns", "part: 2"])
  }

  @Test func `a front page's heading is not the title, and a named page with story is a chapter`()
    throws
  {
    for label in ["Start", "Cover", "Introduction", "Preface"] {
      let book = try Rendering(
        "a.epub",
        ZipArchive.book(
          pages: [
            ("a.html", Self.page("<h1>\(label)</h1>" + Self.story)),
            ("b.html", Self.page("<h1>The Weir</h1>" + Self.story)),
            ("c.html", Self.page("<h1>The Lock</h1>" + Self.story)),
          ],
          contents: [(label, "a.html"), ("The Weir", "b.html"), ("The Lock", "c.html")],
          facts: "<dc:title>Lighthouse</dc:title>"
        )
      )
      #expect(book.facts == ["title: Lighthouse"])
      #expect(book.chapters.count == 3, "\(label)")
      #expect(book.zones(.summary).isEmpty && book.zones(.boilerplate).isEmpty, "\(label)")
    }
  }

  @Test func `imprint, colophon, title page and contents are boilerplate and no chapters`() throws {
    let link = "<p><a href='b.html'>The Weir</a></p>"
    let book = try Rendering(
      "a.epub",
      ZipArchive.book(
        pages: [
          (
            "t.html",
            "<html><body epub:type='frontmatter titlepage'><p>Mills, a tale</p></body></html>"
          ),
          ("i.html", Self.page("<h2>Imprint</h2><p>Set by the wren at the weir press.</p>")),
          ("n.html", Self.page("<h2>Chapters</h2>\(link)\(link)\(link)")),
          ("b.html", Self.page("<h2>The Weir</h2>" + Self.story)),
          ("c.html", Self.page("<h2>The Lock</h2>" + Self.story)),
          (
            "z.html",
            "<html><body><section role='doc-colophon'><p>Typed by an owl.</p></section></body></html>"
          ),
          ("u.html", Self.page("<h2>Uncopyright</h2><p>Nobody owns the heron.</p>")),
        ],
        contents: [
          ("Imprint", "i.html"), ("The Weir", "b.html"), ("The Lock", "c.html"),
          ("Uncopyright", "u.html"),
        ]
      )
    )
    #expect(book.chapters.map { $0.prefix(8) } == ["The Weir", "The Lock"])
    let zones = book.zones(.boilerplate).joined(separator: " ")
    for word in ["tale", "wren", "Chapters", "owl", "heron"] { #expect(zones.contains(word)) }
  }

  // MARK: Project Gutenberg

  private static let header = [
    "The Project Gutenberg eBook of The Clay Road", "Title: The Clay Road\n       and Other Ways",
    "Author: Ann Writer", "Release date: March 1, 2004 [eBook #99991]", "Language: English",
    "*** START OF THE PROJECT GUTENBERG EBOOK THE CLAY ROAD ***",
  ]
  private static let licence = [
    "*** END OF THE PROJECT GUTENBERG EBOOK THE CLAY ROAD ***",
    "Updated editions replace this one.", "The gnu takes gifts at the gate.",
  ]
  private static let chapters = (1...2).flatMap { number in
    ["CHAPTER \(number == 1 ? "I" : "II")"]
      + (0..<30).map { "The drover went on to the next gate, number \($0) of \(number)." }
  }

  private static func check(_ book: Rendering, _ format: String) {
    let facts = book.facts.filter { !$0.lowercased().hasPrefix("lang: en") }
    #expect(
      facts.sorted() == [
        "author: Ann Writer", "published: March 1, 2004", "title: The Clay Road and Other Ways",
      ],
      "\(format)"
    )
    #expect(book.chapters.map { $0.prefix(3) } == ["I |", "II "], "\(format)")
    let zones = book.zones(.boilerplate).joined(separator: " ")
    #expect(zones.contains("eBook of") && zones.contains("gnu"), "\(format)")
    #expect(!zones.contains("drover"), "\(format)")
  }

  @Test func `the frame of Project Gutenberg is no story, in every format`() throws {
    let text = (Self.header + Self.chapters + Self.licence).joined(separator: "\n\n")
    Self.check(try Rendering("pg1.txt", Array(text.utf8)), "text")
    func paragraphs(_ lines: [String]) -> String {
      lines.map { line in
        line.hasPrefix("CHAPTER") ? "<h2>\(line)</h2>" : "<p>\(line)</p>"
      }
      .joined()
    }
    let body =
      "<section class='pg-boilerplate'><h2>\(Self.header[0])</h2>"
      + paragraphs(Array(Self.header.dropFirst())) + "</section>"
      + "<h1>THE CLAY ROAD</h1><h3>by Ann Writer</h3>"
      + paragraphs(Self.chapters) + "<section>\(paragraphs(Self.licence))</section>"
    let page =
      "<html lang='en'><head><title>The Clay Road | Project Gutenberg</title></head>"
      + "<body>\(body)</body></html>"
    Self.check(try Rendering("pg1.html", Array(page.utf8)), "page")
    let half = Self.chapters.count / 2
    let pages = [
      paragraphs(Self.header), paragraphs(Array(Self.chapters[..<half])),
      paragraphs(Array(Self.chapters[half...])), paragraphs(Self.licence),
    ]
    let book = ZipArchive.book(
      pages: pages.enumerated().map { ("\($0).html", Self.page($1)) },
      contents: [
        ("The Project Gutenberg eBook of The Clay Road", "0.html"), ("CHAPTER I", "1.html"),
        ("CHAPTER II", "2.html"), ("THE FULL PROJECT GUTENBERG LICENSE", "3.html"),
      ],
      facts: "<dc:title>The Clay Road</dc:title>"
    )
    Self.check(try Rendering("pg1.epub", book), "book")
  }

  @Test func `an old file's small print is its header`() throws {
    let text = """
      *****The Project Gutenberg Etext of Mills*****

      ***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***

      The ibis reads the small print.

      *END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*

      He ran as far as the mill.

      End of Project Gutenberg's Etext of Mills

      """
    let book = try Rendering("a.txt", Array(text.utf8))
    #expect(book.zones(.story) == ["He ran as far as the mill. /"] || book.zones(.story).count == 1)
    #expect(book.zones(.story).joined().contains("mill"))
    #expect(!book.zones(.story).joined().contains("ibis"))
  }

  // MARK: Titles

  @Test func `a Markdown title above numbered chapters of its rank is the work's`() throws {
    let prose = "He ran as far as the mill and hid there till the lamps were lit. "
    let text = "# The Salt Road\n\n" + (1...3).map { "# Chapter \($0)\n\n\(prose)\n\n" }.joined()
    let book = try Rendering("a.md", Array(text.utf8))
    #expect(book.facts == ["title: The Salt Road"])
    #expect(book.chapters.map { $0.prefix(3) } == ["1 |", "2 |", "3 |"])
  }

  @Test func `a story's head names title and author`() throws {
    let text = "Story: The Salt Road\nby Ann\n\nChapter 1\n\nHe ran as far as the mill.\n"
    #expect(
      try Rendering("a.txt", Array(text.utf8)).facts == ["title: The Salt Road", "author: Ann"]
    )
  }

  @Test(arguments: ["work", "bookmark", "reading"])
  func `a page that lists works is no work`(kind: String) throws {
    let entry =
      "<li class='\(kind) blurb group'><h4><a href='/works/1'>Mills</a></h4>\(Self.story)</li>"
    #expect(throws: FormatError.self) {
      try Rendering(body: "<ol class='\(kind) index group'>\(entry)\(entry)</ol>")
    }
    #expect(throws: FormatError.self) {
      try Rendering(body: "<div class='z-list'>\(Self.story)</div>")
    }
  }

  // MARK: Folders

  @Test func `a book that lies as a folder is read as the file that it would be`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let package = """
      <package><metadata><dc:title>Folder Mills</dc:title></metadata><manifest>
      <item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>
      """
    let files = [
      "META-INF/container.xml":
        "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>",
      "OPS/p.opf": package, "OPS/a.xhtml": Self.page(Self.story), "OPS/cover.jpg": "x",
      ".hidden": "x",
    ]
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    #expect(BookFolder.isBook(root.path) && !BookFolder.isBook(root.path + "/OPS"))
    #expect(
      BookFolder.parts(of: root.path) == [
        "META-INF/container.xml", "OPS/a.xhtml", "OPS/cover.jpg", "OPS/p.opf",
      ]
    )
    let file = try ChapterFile.load(from: root.path, as: "Mills.epub")
    #expect(file.fingerprint == (try ChapterFile.load(from: root.path, as: "b")).fingerprint)
    let document = try DocumentReaders().document(from: file)
    #expect(document.metadata.title == "Folder Mills")
    #expect(throws: FormatError.self) {
      try ChapterFile.load(from: root.path, as: "Mills.epub", byteLimit: 20)
    }
  }
}
