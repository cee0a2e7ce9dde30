import FicDialogue
import FicModel
import FicParsing
import Testing

@testable import FicFormats

#if canImport(Glibc)
import Glibc
#endif

@Suite struct BadFileTests {
  private func code(_ bytes: [UInt8]) -> FormatError.Code? {
    do throws(FormatError) {
      _ = try DocumentReaders().document(from: ChapterFile(path: "a.txt", bytes: bytes))
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `a file without a visible character is empty`() {
    #expect(code([]) == .empty)
    #expect(code(Array(" \n\t\r\n\u{FEFF}".utf8)) == .empty)
    #expect(code([UInt8](repeating: 0, count: 4096)) == .empty)
  }

  @Test(arguments: [
    ("%PDF-1.7", "PDF"), ("TPZ3", "Topaz"), ("SQLite format 3\0", "SQLite"),
  ])
  func `a known format is named`(content: String, format: String) {
    #expect(code(Array(content.utf8)) == .unsupported(format: format))
  }

  @Test func `a 7-Zip archive is named`() {
    #expect(code([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]) == .unsupported(format: "7-Zip"))
  }

  @Test(arguments: ["BZh.txt", "Rar! rar.txt", "GIF89a.txt", "TPZ.txt", "PK.txt"])
  func `an archive or a book is told by its sign, however its first name begins`(name: String) {
    var tar = Array(name.utf8) + [UInt8](repeating: 0, count: 512 - name.utf8.count)
    tar.replaceSubrange(257..<262, with: "ustar".utf8)
    #expect(ContentSniffer().content(of: tar) == .known(format: "tar", isPacked: true))
    var book = Array(name.utf8) + [UInt8](repeating: 0, count: 100)
    book.replaceSubrange(60..<68, with: "BOOKMOBI".utf8)
    #expect(ContentSniffer().content(of: book) == .known(format: "MOBI", isPacked: false))
  }

  @Test func `bytes of no kind are binary`() {
    var state: UInt32 = 1
    let bytes = (0..<10_000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    #expect(code(bytes) == .binary)
  }

  @Test func `any short bytes are read or refused, never worse`() {
    var state: UInt32 = 7
    for length in 0..<400 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      }
      guard
        let document = try? DocumentReaders().document(
          from: ChapterFile(path: "a.md", bytes: bytes)
        )
      else { continue }
      #expect(document.blocks.flatMap { document.text[$0.span.range] } == document.text)
    }
  }

  @Test func `fifty megabytes on one line are read`() throws {
    let file = ChapterFile(
      path: "a.txt",
      bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
    )
    let document = try DocumentReaders().document(from: file)
    #expect(document.blocks.count == 1)
    #expect(WorkParser().parse([document]).chapters.count == 1)
  }

  @Test(arguments: [("by Ann", "* * ** "), ("#", " * _"), ("From: a\nSubject: ", "[x] re: ")])
  func `a megabyte of marks on one line is read in linear time`(start: String, marks: String) throws
  {
    // Quadratic time would be hours.
    let line = start + String(repeating: marks, count: 300_000)
    let file = ChapterFile(path: "a.txt", bytes: Array(("A title\n\n" + line + "\n").utf8))
    #expect(try DocumentReaders().document(from: file).text.count > 1_000_000)
    let first = ChapterFile(path: "a.txt", bytes: Array((line + "\n\nHe ran.\n").utf8))
    #expect(try DocumentReaders().document(from: first).text.count > 1_000_000)
  }

  @Test func `a chapter that is only a note is read`() throws {
    let file = ChapterFile(
      path: "a.txt",
      bytes: Array("A/N: no chapter this week, sorry! Thanks for reading.".utf8)
    )
    let work = WorkParser().parse([try DocumentReaders().document(from: file)])
    #expect(work.chapters.map(\.scenes.count) == [0])
  }

  @Test(arguments: [
    ("/nonexistent/a.txt", "vanished"), ("/tmp", "not_a_regular_file"),
    ("/dev/null", "not_a_regular_file"),
  ])
  func `what is no readable file is refused`(path: String, identifier: String) {
    let error = #expect(throws: FormatError.self) { try ChapterFile.load(from: path, as: "a.txt") }
    #expect(error?.identifier == identifier)
    #expect(error?.path == "a.txt")
    #expect(error?.description.hasPrefix("a.txt: ") == true)
  }

  @Test func `a named pipe does not block`() throws {
    let path = "/tmp/ficsearch-pipe-\(getpid())"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    defer { unsafe unlink(path) }
    let error = #expect(throws: FormatError.self) { try ChapterFile.load(from: path, as: "a.txt") }
    #expect(error?.code == .notARegularFile)
  }

  @Test func `a file above the limit is refused with both numbers`() throws {
    let path = "/tmp/ficsearch-large-\(getpid())"
    let descriptor = unsafe open(path, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    defer {
      close(descriptor)
      unsafe unlink(path)
    }
    try #require(ftruncate(descriptor, 1001) == 0)
    let error = #expect(throws: FormatError.self) {
      try ChapterFile.load(from: path, as: "a.txt", byteLimit: 1000)
    }
    #expect(error?.code == .tooLarge(bytes: 1001, limit: 1000))
    #expect(error?.hint != nil)
    #expect(try ChapterFile.load(from: path, as: "a.txt", byteLimit: 1001).bytes.count == 1001)
  }

  @Test func `the fingerprint follows the content`() {
    func fingerprint(_ text: String) -> Fingerprint {
      ChapterFile(path: "a.txt", bytes: Array(text.utf8)).fingerprint
    }
    #expect(fingerprint("He ran.") == fingerprint("He ran."))
    for change in ["He ran!", "he ran.", "He ran. ", "", "eH ran."] {
      #expect(fingerprint("He ran.") != fingerprint(change))
    }
  }
}
