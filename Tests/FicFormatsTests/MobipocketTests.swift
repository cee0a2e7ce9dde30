import FicFormats
import FicModel
import FicParsing
import FicSamples
import Testing

@Suite struct MobipocketTests {
  private static let page =
    "<html><body><h1>Chapter 1</h1><p>He ran as far as the mill.</p></body></html>"

  private func code(_ bytes: [UInt8]) -> FormatError.Code? {
    do throws(FormatError) {
      _ = try DocumentReaders().document(from: ChapterFile(path: "a.mobi", bytes: bytes))
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `facts are those of the book's record`() throws {
    var sample = MobipocketSample(text: Array(Self.page.utf8), version: 6)
    sample.facts = [
      (503, "Mills & Weirs"), (100, "Lee, Ann"), (103, "<p>They <i>run</i>.</p>"), (105, "Water"),
      (105, "Rivers, slow"), (106, "2012-04-28T00:00:00"), (112, "https://example.org/s/9"),
      (524, "en"), (101, "Mill Press"), (9999, "x"),
    ]
    let book = try Rendering("a.mobi", sample.bytes)
    #expect(
      book.facts == [
        "title: Mills & Weirs", "author: Lee, Ann", "tag: Water", "tag: Rivers, slow",
        "summary: They run.", "url: https://example.org/s/9", "site: Mill Press", "lang: en",
        "published: 2012-04-28",
      ]
    )
    #expect(book.chapters == ["1 | He ran as far as the mill."])
  }

  @Test(arguments: [6, 8])
  func `what stands behind the text of a record is left out`(version: Int) throws {
    let story = (1...900).map { "<p>“Mile \($0),” said Ann — and ran.</p>" }.joined()
    var sample = MobipocketSample(
      text: Array("<html><body>\(story)</body></html>".utf8),
      version: version
    )
    sample.trailer = [0x41, 0x42, 0x83]
    let book = try Rendering("a.mobi", sample.bytes)
    #expect(book.paragraphs == (1...900).map { "“Mile \($0),” said Ann — and ran." })
  }

  @Test func `a protected book is refused`() {
    var sample = MobipocketSample(text: Array(Self.page.utf8), version: 6)
    sample.encryption = 2
    #expect(code(sample.bytes) == .encrypted)
  }

  @Test func `a book cut off anywhere is damaged or read, never worse`() {
    let book = MobipocketSample(text: Array(Self.page.utf8), version: 8).bytes
    for length in 68..<book.count {
      switch code(Array(book[..<length])) {
      case .damaged?, .empty?, nil: break
      case let other: Issue.record("\(length): \(String(describing: other))")
      }
    }
  }

  @Test func `a book packed by a Huffman code is read`() throws {
    #expect(
      try Rendering("a.mobi", HuffSample.book(phrases: ["<p>He ran", " far.</p>"], text: [0, 1]))
        .paragraphs == ["He ran far."]
    )
    // The second phrase is packed itself.
    let nested = HuffSample.book(phrases: ["far, "], packed: [[0, 0]], text: [1, 0])
    #expect(try Rendering("a.mobi", nested).paragraphs == ["far, far, far,"])
  }

  @Test func `a Huffman code that leads nowhere is damaged`() {
    let own = HuffSample.book(phrases: ["a"], packed: [[1, 1]], text: [1])
    guard case .damaged? = code(own) else {
      Issue.record("a phrase that holds itself was read")
      return
    }
    guard case .damaged? = code(HuffSample.book(phrases: ["a"], text: [7])) else {
      Issue.record("a phrase that is not there was read")
      return
    }
  }

  @Test func `phrases that double each other are bounded`() {
    let phrases = (0..<40).map { [UInt8($0), UInt8($0)] }
    let bomb = HuffSample.book(phrases: ["aaaaaaaa"], packed: phrases, text: [40])
    guard case .damaged? = code(bomb) else {
      Issue.record("the phrases were unpacked")
      return
    }
  }

  @Test func `plain PalmDOC is plain text`() throws {
    var bytes = MobipocketSample(text: Array("Chapter 1\n\nHe ran.\n".utf8), version: 6).bytes
    bytes.replaceSubrange(60..<68, with: "TEXtREAd".utf8)
    // Without a Mobipocket header behind that of PalmDOC.
    let header = Int(bytes[78]) << 24 | Int(bytes[79]) << 16 | Int(bytes[80]) << 8 | Int(bytes[81])
    bytes.replaceSubrange(header + 16..<header + 20, with: [0, 0, 0, 0])
    #expect(try Rendering("a.prc", bytes).chapters == ["1 | He ran."])
  }

  /// Three chapters whose beginnings only the table of contents tells.
  private static func listed(_ version: Int) -> MobipocketSample {
    let frame = "<html><body></body></html>"
    let pages = [
      "<p>Of the mill, by Ann.</p>", "<p>It rained.</p><p>He ran.</p>",
      "<p>It stopped — for good.</p><p class=\"x\">Nobody came.</p>",
    ]
    let text =
      version == 8
      ? pages.map { frame + $0 }.joined() : "<html>" + pages.joined(separator: "<mbp:pagebreak/>")
    var sample = MobipocketSample(text: Array(text.utf8), version: version)
    sample.pages = pages.map { (frame.utf8.count, $0.utf8.count) }
    func place(_ words: String, _ shift: Int = 0) -> Int {
      let start = text.firstRange(of: words).map { text[..<$0.lowerBound].utf8.count } ?? -1
      return start + shift
    }
    sample.contents = [
      ("Title Page", place("<p>Of")), ("1. Rain", place("<p>It rained")),
      // Within a tag.
      ("2. Dry", place("<p>It stopped", 2)), ("3. Nobody", place("<p class", 5)),
    ]
    return sample
  }

  @Test(arguments: [6, 8])
  func `chapters begin where the table of contents says`(version: Int) throws {
    let book = try Rendering("a.azw3", Self.listed(version).bytes)
    #expect(
      book.chapters.suffix(3) == [
        "1: Rain | It rained.", "2: Dry | It stopped — for good.", "3: Nobody | Nobody came.",
      ]
    )
    #expect(!book.paragraphs.contains { $0.contains("contents-") })
  }

  @Test(arguments: [6, 8])
  func `a damaged table of contents loses no text`(version: Int) throws {
    let sample = Self.listed(version)
    let bytes = sample.bytes
    func story(_ bytes: [UInt8]) throws -> String {
      let blocks = try Rendering("a.azw3", bytes).blocks
      let lines = blocks.filter { !$0.hasPrefix("h") && !$0.hasPrefix("blank") }
      // A chapter may begin within a word.
      return lines.joined().replacing("summary ", with: "")
        .replacing("boilerplate ", with: "").filter(\.isLetter)
    }
    let sound = try story(bytes)
    let tables = try #require(
      bytes.indices.first { bytes[$0...].starts(with: "INDX".utf8) }
    )
    for place in tables..<bytes.count {
      for value in [0, 0xFF, bytes[place] ^ 0x80] as [UInt8] {
        var damaged = bytes
        damaged[place] = value
        let read = try story(damaged)
        #expect(read == sound, "byte \(place) as \(value)")
      }
    }
  }
}
