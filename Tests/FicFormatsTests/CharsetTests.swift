import FicModel
import FicParsing
import Foundation
import Testing

@testable import FicFormats

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

  @Test(arguments: [
    ("CP850", "Der Bäcker hörte die Glocke über dem Tor.\nGrüße, sagte Jürgen."),
    ("CP437", "\"Où est la clé?\" demanda Hélène, très fâchée, près de la fenêtre."),
    ("CP852", "Żółw szedł przez łąkę, a gęś krzyczała nad rzeką."),
    ("CP866", "Он вышел из дома, и дверь закрылась. Дождь шёл всю ночь."),
    ("CP857", "Gökyüzü açıktı, ışıklar söndü; kardeşi güldü."),
    ("CP865", "Søren så på øya og hørte på bølgene ved fjæra."),
    ("MACINTOSH", "“My fiancée,” said Zoë — “she’s at the café.”"),
    ("MACINTOSH", "»Schön«, sagte Jürgen, »wir müssen über die Brücke.«"),
    ("MACINTOSH", "—¿Dónde está el niño? —preguntó José, aquí también."),
    ("WINDOWS-1254", "Işık söndü. \"Günaydın\" dedi Ayşe; kardeşi şarkı söyledi."),
    ("WINDOWS-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekla Věra."),
    ("WINDOWS-1250", "Żółw szedł przez łąkę, a gęś krzyczała nad rzeką."),
    ("WINDOWS-1250", "Az őr fölnézett, és a tűz mellé ült, a hűvös éjszakában."),
    ("ISO-8859-2", "Żółw szedł przez łąkę, a gęś krzyczała nad rzeką."),
    ("WINDOWS-1251", "Он вышел из дома, и дверь закрылась. Дождь шёл всю ночь."),
    ("KOI8-R", "Он вышел из дома, и дверь закрылась. Дождь шёл всю ночь."),
    ("KOI8-R", "дождь шёл всю ночь"),
    ("WINDOWS-1251", "Їхня хата стояла біля річки, і її ґанок рипів."),
    ("WINDOWS-1253", "Ο άνθρωπος είδε τη θάλασσα και γέλασε."),
    ("WINDOWS-1255", "האיש ראה את הים וצחק."),
    ("WINDOWS-1257", "Ąžuolas augo prie kelio, ir šuo lojo čia."),
    ("WINDOWS-1252", "Le garçon a mangé une crêpe à l’hôtel, où il était né."),
    ("WINDOWS-1252", "“I can’t,” she said. “It’s—well, it’s over…”"),
    ("WINDOWS-1252", "He\u{A0}ran. She\u{A0}hid. It\u{A0}rained."),
    ("WINDOWS-1252", "It was 20° outside — ½ past six. © 1999 Bo. “Hm…”"),
    ("MACINTOSH", "Åsa såg på sjön. Öarna låg där ute."),
    ("WINDOWS-1252", "Ólafur fór þangað og sá æðarfugl."),
    ("WINDOWS-1252", "It cost £5 at the fête."),
  ])
  func `the charset is the one whose text is likely`(charset: String, text: String) throws {
    let bytes = try encoded(text, charset)
    let document = try read(bytes)
    #expect(String(decoding: document.text, as: UTF8.self) == text)
    #expect(document.diagnostics.map(\.code) == [.guessedCharset])
  }

  /// Each text, and its bytes in hexadecimal: Shift JIS, EUC-JP, GB 18030, Big5, UHC.
  @Test(arguments: [
    (
      "彼女は東京へ行った。「寒いね」と彼は言った。",
      "94de8f9782cd938c8b9e82d68d7382c182bd814281758aa682a282cb817682c694de82cd8cbe82c182bd8142"
    ),
    (
      "彼女は東京へ行った。「寒いね」と彼は言った。",
      "c8e0bdf7a4cfc5ecb5fea4d8b9d4a4c3a4bfa1a3a1d6b4a8a4a4a4cda1d7a4c8c8e0a4cfb8c0a4c3a4bfa1a3"
    ),
    (
      "他走出了房间，天已经黑了。她说：“我们回去吧。”",
      "cbfbd7dfb3f6c1cbb7bfbce4a3acccecd2d1beadbadac1cba1a3cbfdcbb5a3baa1b0ced2c3c7bbd8c8a5b0c9a1a3a1b1"
    ),
    (
      "他走出了房間，天已經黑了。她說：「我們回去吧。」",
      "a54ca8aba558a446a9d0b6a1a141a4d1a477b867b6c2a446a143a66fbba1a147a175a7daadcca65ea568a761a143a176"
    ),
    (
      "그는 방을 나갔다. 하늘은 이미 어두웠다. 우리는 집으로 돌아갔다.",
      "b1d7b4c220b9e6c0bb20b3aab0acb4d92e20c7cfb4c3c0ba20c0ccb9cc20beeeb5cebffcb4d92e20bfecb8aeb4c220c1fdc0b8b7ce20b5b9bec6b0acb4d92e"
    ),
  ])
  func `charsets of two bytes are told by their ideographs`(text: String, bytes: String) throws {
    let digits = Array(bytes)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    #expect(try self.text(bytes) == text)
  }

  @Test func `a charset that stays doubtful is told, and the text is read`() throws {
    let odd: [UInt8] = [
      0xD7, 0x6E, 0x73, 0x20, 0xB1, 0x64, 0x20, 0x6D, 0xF7, 0x6C, 0x20, 0x66, 0xA4, 0x6C,
    ]
    let document = try read(Array("He ran. It r".utf8) + odd + Array(" She hid.".utf8))
    #expect(document.diagnostics.map(\.code).contains(.doubtfulCharset))
    #expect(String(decoding: document.text, as: UTF8.self).hasPrefix("He ran."))
  }

  /// A text in a charset of one byte a character; nil where it has no byte for a character.
  private func encoded(_ text: String, _ charset: String) throws -> [UInt8] {
    let table = try #require(CharsetTable.all.first { $0.name == charset })
    return try text.unicodeScalars.map { scalar in
      if scalar.isASCII { return UInt8(scalar.value) }
      return UInt8(0x80 + (try #require(table.scalars.firstIndex(of: scalar.value))))
    }
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
