import FicFormats
import FicModel
import FicParsing
import Foundation
import Testing

@Suite struct CharsetTests {
  private static let prose = "“You’re late,” said Zoë — and she was. He ran after the cab.\n"

  private func read(_ bytes: [UInt8]) throws -> Document {
    try DocumentReaders().document(from: ChapterFile(path: "a.txt", bytes: bytes))
  }

  private func text(_ bytes: [UInt8]) throws -> String {
    String(decoding: try read(bytes).text, as: UTF8.self)
  }

  private func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? bytes : bytes.reversed()
    }
  }

  @Test func `UTF-8 is read with and without its mark`() throws {
    #expect(try text(Array(Self.prose.utf8)) == Self.prose)
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(Self.prose.utf8))
    #expect(String(decoding: marked.text, as: UTF8.self) == Self.prose)
    // A decoder of UTF-8 gives the mark as one character.
    #expect(marked.offsetMap.sourceOffset(of: 3, in: marked.text) == 2)
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func `UTF-16 is read in either order, by its mark or by evidence`(isBig: Bool, mark: Bool) throws
  {
    let prose =
      Self.prose + "𝄞 He sang. The end of the row was dark and the rain fell on it.\r\nShe hid.\n"
    let document = try read(utf16(prose, isBig: isBig, mark: mark))
    #expect(String(decoding: document.text, as: UTF8.self) == prose.replacing("\r\n", with: "\n"))
    #expect(document.diagnostics.map(\.code) == (mark ? [] : [.guessedCharset]))
  }

  @Test func `an odd last byte of UTF-16 becomes a replacement character`() throws {
    let document = try read(utf16(Self.prose, isBig: false, mark: true) + [0x41])
    #expect(String(decoding: document.text, as: UTF8.self) == Self.prose + "\u{FFFD}")
    #expect(document.diagnostics.map(\.code) == [.invalidBytes])
  }

  @Test func `Windows-1252 is read with its quotation marks`() throws {
    let bytes: [UInt8] =
      [0x93] + Array("You".utf8) + [0x92] + Array("re late,".utf8) + [0x94] + Array(" said Zo".utf8)
      + [0xEB, 0x20, 0x97] + Array(" and ran".utf8) + [0x85]
    let document = try read(bytes)
    #expect(String(decoding: document.text, as: UTF8.self) == "“You’re late,” said Zoë — and ran…")
    #expect(document.diagnostics.map(\.code) == [.guessedCharset])
  }

  @Test func `Windows-1251 is told from Windows-1252 by its letters`() throws {
    let words =
      "Она посмотрела на него и ничего не сказала. Дождь шёл всю ночь, и никто не вышел на улицу. "
    let bytes = words.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x0410...0x044F: UInt8(scalar.value - 0x0410 + 0xC0)
      case 0x0451: 0xB8
      default: UInt8(scalar.value & 0x7F)
      }
    }
    #expect(try text(Array(repeating: bytes, count: 8).flatMap(\.self)).hasPrefix(words))
  }

  @Test func `bytes that are not UTF-8 among text that is become replacement characters`() throws {
    let good = Array(String(repeating: Self.prose, count: 4).utf8)
    let document = try read(good + [0xFF, 0xC3, 0x28] + good)
    #expect(String(decoding: document.text, as: UTF8.self).contains("\u{FFFD}\u{FFFD}("))
    #expect(document.diagnostics.map(\.code) == [.invalidBytes])
    #expect(document.diagnostics.first?.count == 2)
    #expect(document.diagnostics.first?.span.start == good.count)
  }

  @Test func `NULs are dropped and counted`() throws {
    let document = try read(Array("He \0ran.\0 She hid from him.".utf8))
    #expect(String(decoding: document.text, as: UTF8.self) == "He ran. She hid from him.")
    #expect(document.diagnostics.map(\.code) == [.nulBytes])
    #expect(document.offsetMap.sourceOffset(of: 8, in: document.text) == 10)
  }

  @Test(arguments: ["He ran\0 on and hid.", "He ran \0on and hid.", "\0 He ran on.\n"])
  func `a NUL beside a space does not make a short text UTF-16`(source: String) throws {
    #expect(try text(Array(source.utf8)) == source.replacing("\0", with: ""))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line ends of every kind become line feeds`(end: String) throws {
    let source = ["He ran.", "", "Elle était là.", "", "She hid."].joined(separator: end)
    let document = try read(Array(source.utf8))
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(text == "He ran.\n\nElle était là.\n\nShe hid.")
    let place = try #require(text.range(of: "She"))
    let byte = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    let scalars = source.unicodeScalars
    let expected = try #require(source.range(of: "She"))
    #expect(
      document.offsetMap.sourceOffset(of: byte, in: document.text)
        == scalars.distance(from: scalars.startIndex, to: expected.lowerBound)
    )
    #expect(document.offsetMap.sourceLine(of: byte, in: document.text) == 5)
  }

  @Test func `the map holds a checkpoint every few thousand bytes of one line`() throws {
    let document = try read([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(document.offsetMap.checkpoints.count > 200)
    #expect(document.offsetMap.sourceOffset(of: 999_999, in: document.text) == 999_999)
  }
}
