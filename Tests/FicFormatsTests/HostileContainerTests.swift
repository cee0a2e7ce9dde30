import FicFormats
import FicModel
import FicParsing
import FicSamples
import Testing

@Suite struct HostileContainerTests {
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

  private static let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 64 << 20)

  @Test(arguments: [
    (SamplePacking.gzip, "a.txt.gz"), (.bzip2, "a.txt.bz2"), (.xz, "a.txt.xz"),
    (.zstandard, "a.txt.zst"), (.tarGzip, "a.tgz"), (.zip, "a.zip"), (.zip, "a.docx"),
    (.zip, "a.odt"),
  ])
  func `a bomb is refused by its ratio, whatever it is packed in`(
    packing: SamplePacking,
    name: String
  ) {
    let entry =
      name.hasSuffix("docx") ? "word/document.xml" : name.hasSuffix("odt") ? "content.xml" : "a.txt"
    let bomb = packing.bytes([SampleFile.Part(entry, bytes: Self.spaces)])
    #expect(!bomb.isEmpty && bomb.count < 1 << 18)
    guard case .unpacksTooLarge(let bytes, let limit)? = code(name, bomb) else {
      Issue.record("the bomb was unpacked")
      return
    }
    #expect(limit == 32 << 20 && bytes <= limit + 1 << 17)
  }

  @Test(arguments: [
    (SamplePacking.gzip, "a.txt.gz"), (.bzip2, "a.txt.bz2"), (.xz, "a.txt.xz"),
    (.zstandard, "a.txt.zst"), (.tar, "a.tar"), (.tarGzip, "a.tar.gz"), (.zip, "a.zip"),
  ])
  func `packed text is unpacked, and damaged where it breaks off`(
    packing: SamplePacking,
    name: String
  ) throws {
    let story = (1...300).map { "“Mile \($0),” said Ann, and ran \($0 * 7919 % 1000) steps.\n" }
      .joined(separator: "\n")
    let packed = packing.bytes([SampleFile.Part("a.txt", story)])
    let read = try Rendering(name, packed)
    #expect(String(decoding: read.document.text, as: UTF8.self) == story)
    // By its content too.
    #expect(try Rendering("a.txt", packed).document.text == read.document.text)
    for length in stride(from: 300, to: packed.count * 3 / 4, by: max(1, packed.count / 9)) {
      switch code(name, Array(packed[..<length])) {
      case .damaged?, .empty?, .noStory?, .unsupported?: break
      // A tar archive without its end gives the entries that are whole.
      case nil where packing == .tar: break
      case let other: Issue.record("\(length): \(String(describing: other))")
      }
    }
  }

  /// An entry of a tar archive: its name, its type, what it links to, what it holds.
  private func entry(
    _ name: String,
    type: Character = "0",
    link: String = "",
    _ text: String = ""
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ value: String, at place: Int) {
      header.replaceSubrange(place..<place + value.utf8.count, with: value.utf8)
    }
    func octal(_ value: Int, _ width: Int) -> String {
      let digits = String(value, radix: 8)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put(octal(text.utf8.count, 11), at: 124)
    put("        ", at: 148)
    put(String(type), at: 156)
    put(link, at: 157)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0}", at: 148)
    let data = Array(text.utf8)
    return header + data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
  }

  @Test func `links in an archive lead nowhere, and entries outside are counted`() throws {
    let bytes =
      entry("01 - Rain.txt", "He ran as far as the mill.\n")
      + entry("p.txt", type: "2", link: "/etc/passwd")
      + entry("q.txt", type: "1", link: "../../etc/passwd") + entry("dev.txt", type: "3")
      + entry("../02 - Snow.txt", "She hid.") + entry("/abs.txt", "They met.")
      + [UInt8](repeating: 0, count: 1024)
    let read = try Rendering("a.tar", bytes)
    #expect(read.paragraphs == ["He ran as far as the mill."])
    #expect(read.document.diagnostics.map(\.code) == [.strayEntries])
    #expect(read.document.diagnostics.map(\.count) == [2])
  }

  private static let laughs =
    "<!DOCTYPE x [<!ENTITY l0 \"lol\">"
    + (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
    .joined()
    + "<!ENTITY pass SYSTEM \"file:///etc/passwd\">]>"

  /// A text of each XML format with something in its only paragraph.
  private static func office(
    _ format: String,
    _ inner: String,
    doctype: String = ""
  ) -> (String, [UInt8]) {
    switch format {
    case "odt":
      let text =
        "\(doctype)<office:document-content><office:body><office:text><text:p>\(inner)</text:p>"
        + "</office:text></office:body></office:document-content>"
      return ("a.odt", ZipArchive.bytes([("content.xml", Array(text.utf8))]))
    case "docx":
      let text =
        "\(doctype)<w:document><w:body><w:p><w:r><w:t>\(inner)</w:t></w:r></w:p></w:body></w:document>"
      return ("a.docx", ZipArchive.bytes([("word/document.xml", Array(text.utf8))]))
    default:
      let text =
        "\(doctype)<FictionBook><body><section><p>\(inner)</p></section></body></FictionBook>"
      return ("a.fb2", Array(text.utf8))
    }
  }

  @Test(arguments: ["odt", "docx", "fb2"])
  func `entities of a file's own are left out, those outside are not loaded`(format: String) throws
  {
    let (name, bytes) = Self.office(format, "He ran &l9;far&pass;.", doctype: Self.laughs)
    let read = try Rendering(name, bytes)
    #expect(read.document.text.count < 100)
    let text = String(decoding: read.document.text, as: UTF8.self)
    #expect(text.contains("He ran") && !text.contains("lol") && !text.contains("root:"))
  }

  @Test(arguments: ["odt", "docx", "fb2"])
  func `elements ten thousand deep are refused in every format`(format: String) {
    let (name, bytes) = Self.office(format, String(repeating: "<x>", count: 10_000) + "a")
    #expect(code(name, bytes) == .tooDeep(limit: 512))
  }

  @Test(arguments: ["odt", "docx"])
  func `a word processor's file cut off anywhere is damaged or read, never worse`(format: String) {
    let (name, bytes) = Self.office(format, "He ran as far as the mill.")
    for length in 4..<bytes.count {
      switch code(name, Array(bytes[..<length])) {
      case .damaged?, .empty?, .unsupported?, nil: break
      case let other: Issue.record("\(length): \(String(describing: other))")
      }
    }
  }

  @Test(arguments: ["a.zip", "a.odt", "a.docx", "a.epub"])
  func `encrypted archives are refused`(name: String) {
    let entry =
      name.hasSuffix("odt") ? "content.xml" : name.hasSuffix("docx") ? "word/document.xml" : "a.txt"
    let locked = SamplePacking.zip.bytes([SampleFile.Part(entry, "He ran.")], password: "secret")
    #expect(code(name, locked) == .encrypted)
  }

  @Test func `a page that a book lists a thousand times is read once`() throws {
    let package =
      "<package><manifest>" + (0..<1000).map { "<item id='i\($0)' href='a.html'/>" }.joined()
      + "</manifest><spine>" + (0..<1000).map { "<itemref idref='i\($0)'/>" }.joined()
      + "</spine></package>"
    let book = ZipArchive.bytes([
      ("mimetype", Array("application/epub+zip".utf8)), ("b.opf", Array(package.utf8)),
      ("a.html", Array("<html><body><p>He ran.</p></body></html>".utf8)),
    ])
    #expect(try Rendering("a.epub", book).paragraphs == ["He ran."])
  }

  @Test(arguments: ["odt", "docx"])
  func `bytes of an old charset in a word processor's file are read as what they are`(
    format: String
  ) throws {
    let text =
      format == "odt"
      ? "<office:document-content><office:body><office:text><text:p>He ran"
      : "<w:document><w:body><w:p><w:r><w:t>He ran"
    let path = format == "odt" ? "content.xml" : "word/document.xml"
    let file = ZipArchive.bytes([(path, Array(text.utf8) + [0x85])])
    #expect(try Rendering("a." + format, file).paragraphs == ["He ran…"])
  }

  @Test func `an archive of too many entries is refused`() throws {
    var bounds = UnpackingBounds()
    bounds.entries = 100
    let many = SamplePacking.zip.bytes((0..<101).map { SampleFile.Part("\($0).txt", "a") })
    let error = #expect(throws: FormatError.self) {
      try PackedReader(bounds: bounds).document(from: ChapterFile(path: "a.zip", bytes: many))
    }
    #expect(error?.identifier == "damaged")
  }

  @Test(arguments: ["windows-1251", "utf-16", "utf-7", "iso-2022-jp", "ebcdic-us", "\u{1F600}"])
  func `a charset that is declared wrongly does no harm`(charset: String) throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"\(charset)\"?><FictionBook><body><section><p>“Zoë ran,” he "
      + "said.</p></section></body></FictionBook>"
    #expect(try Rendering("a.fb2", Array(text.utf8)).paragraphs == ["“Zoë ran,” he said."])
  }
}
