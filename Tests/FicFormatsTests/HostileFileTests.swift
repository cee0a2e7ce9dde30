import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct HostileFileTests {
  private static let page = "<html><body><p>He ran as far as the mill.</p></body></html>"

  private func code(_ path: String, _ bytes: [UInt8]) -> FormatError.Code? {
    do throws(FormatError) {
      _ = try DocumentReaders().document(from: ChapterFile(path: path, bytes: bytes))
      return nil
    } catch {
      #expect(error.path == path)
      #expect(error.hint != nil)
      return error.code
    }
  }

  private func code(_ bytes: [UInt8]) -> FormatError.Code? { code("a.epub", bytes) }

  @Test func `a bomb is refused by its ratio`() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: " "), count: 64 << 20)
    let bomb = ZipArchive.book(
      pages: [("a.html", Self.page)],
      extra: [("OPS/b.html", zeros)]
    )
    #expect(bomb.count < 1 << 20)
    guard case .unpacksTooLarge(let bytes, let limit)? = code(bomb) else {
      Issue.record("the bomb was unpacked")
      return
    }
    #expect(limit == 32 << 20)
    #expect(bytes <= limit + 1 << 17)
  }

  @Test func `an entry beyond the bound is refused`() throws {
    var bounds = UnpackingBounds()
    bounds.entryBytes = 1000
    let book = ZipArchive.book(
      pages: [("a.html", Self.page + String(repeating: " ", count: 2000))]
    )
    let error = #expect(throws: FormatError.self) {
      try EPUBReader(bounds: bounds).document(from: ChapterFile(path: "a.epub", bytes: book))
    }
    guard case .unpacksTooLarge(_, 1000)? = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["../outside.html", "/etc/outside.html", "OPS/../../outside.html", "C:\\x.html"])
  func `entries that lead outside are left out and counted`(path: String) throws {
    let book = ZipArchive.book(
      pages: [("a.html", Self.page)],
      extra: [(path, Array(Self.page.utf8))]
    )
    let read = try Rendering("a.epub", book)
    #expect(read.paragraphs == ["He ran as far as the mill."])
    #expect(read.document.diagnostics.map(\.code) == [.strayEntries])
  }

  @Test func `a page outside of the book is missing, not read`() throws {
    let package = """
      <package><manifest><item id="a" href="a.html"/><item id="b" href="../../../etc/passwd"/>
      <item id="c" href="file:///etc/passwd"/><item id="d" href="gone.html"/></manifest><spine>
      <itemref idref="a"/><itemref idref="b"/><itemref idref="c"/><itemref idref="d"/></spine></package>
      """
    let book = ZipArchive.bytes([
      ("mimetype", Array("application/epub+zip".utf8)), ("book.opf", Array(package.utf8)),
      ("a.html", Array(Self.page.utf8)),
    ])
    let read = try Rendering("a.epub", book)
    #expect(read.paragraphs == ["He ran as far as the mill."])
    #expect(read.document.diagnostics.map(\.code) == [.missingPages])
  }

  @Test func `external entities are not loaded`() throws {
    let page = """
      <?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <html><body><p>He ran &x; far.</p></body></html>
      """
    let text = String(
      decoding: try Rendering("a.xhtml", Array(page.utf8)).document.text,
      as: UTF8.self
    )
    #expect(text.contains("He ran") && !text.contains("root:"))
    let package = """
      <!DOCTYPE package [<!ENTITY x SYSTEM "file:///etc/passwd">]><package><metadata>
      <title>T &x;</title></metadata><manifest><item id="a" href="a.html"/></manifest>
      <spine><itemref idref="a"/></spine></package>
      """
    let book = try Rendering(
      "a.epub",
      ZipArchive.bytes([
        ("mimetype", Array("application/epub+zip".utf8)), ("book.opf", Array(package.utf8)),
        ("a.html", Array(Self.page.utf8)),
      ])
    )
    #expect(book.facts == ["title: T"])
  }

  @Test func `a billion laughs are not laughed`() throws {
    let entities = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let package = """
      <!DOCTYPE package [<!ENTITY l0 "lol">\(entities.joined())]><package><metadata>
      <title>&l9;</title><title>T</title></metadata><manifest><item id="a" href="a.html"/></manifest>
      <spine><itemref idref="a"/></spine></package>
      """
    let book = try Rendering(
      "a.epub",
      ZipArchive.bytes([
        ("mimetype", Array("application/epub+zip".utf8)), ("book.opf", Array(package.utf8)),
        ("a.html", Array(Self.page.utf8)),
      ])
    )
    #expect(book.facts == ["title: T"])
  }

  @Test func `elements ten thousand deep are refused with the place`() throws {
    let deep = String(repeating: "<div>", count: 10_000) + "text"
    let error = #expect(throws: FormatError.self) {
      try DocumentReaders().document(
        from: ChapterFile(path: "a.html", bytes: Array(("<html><body>" + deep).utf8))
      )
    }
    #expect(error?.code == .tooDeep(limit: 512))
    #expect(error?.offset.map { $0 > 2000 && $0 < 4000 } == true)
    #expect(
      code("b.html", Array(("<html>" + String(repeating: "<i>a", count: 90_000)).utf8)) != nil
    )
  }

  @Test func `chapters of a saved page that stand in each other are read once`() throws {
    let chapters = (1...400).map { number in
      """
      <div class="chapter"><div class="chapter preface group"><h3 class="title">Chapter \(number)</h3></div>
      <div class="userstuff module"><p>Bell \(number) rang over the weir.</p></div>
      """
    }
    let page = """
      <html><body><div id="workskin"><h2 class="title heading">Mills</h2><div id="chapters">
      \(chapters.joined())
      """
    let file = try Rendering(html: page)
    #expect(file.document.text.count < page.utf8.count)
    for number in [1, 200, 400] {
      #expect(file.paragraphs.count { $0 == "Bell \(number) rang over the weir." } == 1)
    }
  }

  @Test func `hundreds of unclosed italics are read`() throws {
    let page = (1...600).map { "He thought <i>well<i> and ran \($0) times.<br><br>" }.joined()
    #expect(try Rendering(body: page).paragraphs.count == 600)
  }

  @Test func `a book cut off anywhere is damaged or read, never worse`() throws {
    let book = ZipArchive.book(
      pages: [("a.html", Self.page), ("b.html", Self.page)],
      contents: [("A", "a.html"), ("B", "b.html")]
    )
    for length in stride(from: 4, to: book.count, by: 7) {
      switch code(Array(book[..<length])) {
      case .damaged?, nil: break
      case .empty?, .unsupported?: #expect(length < 64)
      case let other: Issue.record("\(length): \(String(describing: other))")
      }
    }
  }

  @Test func `an encrypted book is refused`() throws {
    let locked = ZipArchive.book(pages: [("a.html", Self.page)], password: "secret")
    #expect(code(locked) == .encrypted)
    let rights = { (algorithm: String) in
      Array(
        ("<encryption><EncryptedData><EncryptionMethod Algorithm=\"\(algorithm)\"/>"
          + "<CipherData/></EncryptedData></encryption>").utf8
      )
    }
    let managed = ZipArchive.book(
      pages: [("a.html", Self.page)],
      extra: [("META-INF/encryption.xml", rights("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))]
    )
    #expect(code(managed) == .encrypted)
    let fonts = ZipArchive.book(
      pages: [("a.html", Self.page)],
      extra: [("META-INF/encryption.xml", rights("http://www.idpf.org/2008/embedding"))]
    )
    #expect(code(fonts) == nil)
  }

  @Test func `a book without pages or package is damaged`() {
    #expect(
      code(ZipArchive.bytes([("mimetype", Array("application/epub+zip".utf8))]))
        == .damaged(detail: "its package document is missing")
    )
    #expect(code(ZipArchive.book(pages: [])) == .damaged(detail: "none of its pages is in it"))
  }

  @Test func `any change of a byte is survived`() {
    var state: UInt32 = 11
    func random(_ limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % limit
    }
    let html = Array(
      ("<html><head><meta charset='utf-8'></head><body><h2>One</h2><p>A &amp;quot; <i>b</i><br>c"
        + "<table><tr><td>x</td><td>y</td></tr></table><blockquote>d</blockquote></body></html>")
        .utf8
    )
    let book = ZipArchive.book(pages: [("a.html", Self.page)], contents: [("A", "a.html")])
    for (path, seed) in [("a.html", html), ("a.epub", book)] {
      for _ in 0..<1500 {
        var bytes = seed
        for _ in 0...random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
        guard
          let document = try? DocumentReaders().document(
            from: ChapterFile(path: path, bytes: bytes)
          )
        else { continue }
        #expect(document.blocks.flatMap { document.text[$0.span.range] } == document.text)
      }
    }
  }

  @Test(arguments: [
    "></body><m><body<div>\n</body><l x",
    "<p>a</p></div>\n</body><ml><head><title>t</title></head>\n<body>\n<div id=\"b\"><h2>c</h2>\n"
      + "<p class=\"m\"><b>d <a href=\"x\">e</a>!</p></div>\n</body><ml><head><title>f",
  ])
  func `a page that begins again behind its body is read to its end`(page: String) {
    // What of it is text does not matter; that reading it ends does.
    let document = try? Rendering("a.html", Array(page.utf8)).document
    #expect(document.map { $0.blocks.last?.span.end == $0.text.count } ?? true)
  }
}
