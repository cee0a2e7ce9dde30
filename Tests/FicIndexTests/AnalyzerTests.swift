import FicModel
import Foundation
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct AnalyzerTests {
  private func terms(_ text: String) -> String {
    Analyzer().terms(of: text).map(\.description).joined(separator: " ")
  }

  private func tokens(_ bytes: [UInt8]) -> [Token] { Analyzer().tokens(of: bytes.span) }

  @Test(
    arguments: [
      ("The Sea, the sea!", "the sea the sea"),
      ("", ""),
      (" \n\t— …", ""),
      ("don't don’t don‘t don´t don`t donʼt don\u{FFFD}t", "dont dont dont dont dont dont dont"),
      ("Smith's Smith’s SMITH'S smith", "smith smith smith smith"),
      ("the Smiths' house", "the smiths house"),
      ("James’s James' James", "james james james"),
      ("it's it let's he’s", "it it let he"),
      ("'tis ’Tis tis ’em", "tis tis tis em"),
      ("O'Brien O’Brien T'Pol", "obrien obrien tpol"),
      ("rock'n'roll who'd've o'clock", "rocknroll whodve oclock"),
      ("‘Go,’ she said. ‘Now’", "go she said now"),
      ("dogs'' x''y", "dogs x y"),
      ("lock-in lock‐in lock–in", "lock in lock in lock in"),
      ("_word_ *word* __very__ **bold**", "word word very bold"),
      ("A.J. U.S. u.s.a e.g. a.m.", "aj us usa eg am"),
      ("A. J. end.So I.am", "a j end so i am"),
      ("10,000 1,234,567 1,2 1,23 10,0000 x1,000", "10000 1234567 1 2 1 23 10 0000 x1 000"),
      ("3.14 12:30 1990's '90s 5'10", "3 14 12 30 1990 90s 5 10"),
      ("café CAFÉ cafe\u{301} naïve", "cafe cafe cafe naive"),
      ("Æsir œuvre Straße STRASSE ẞ", "aesir oeuvre strasse strasse ss"),
      ("ﬁre ﬂow eﬀect eﬃcient", "fire flow effect efficient"),
      ("so\u{AD}ft zero\u{200B}width jo\u{200D}in bo\u{FEFF}m", "soft zerowidth join bom"),
      ("\u{AD}\u{FEFF}start\u{AD} \u{200B}", "start"),
      ("Łódź Đorđe İstanbul ılık", "lodz dorde istanbul ilik"),
      ("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ"),
      ("Ёлка елка й и\u{306}", "елка елка и и"),
      ("東京 カナ ひら", "東 京 カ ナ ひ ら"),
      ("한국어 ＡＢＣ１２", "한국어 abc12"),
      ("🙂 a👩‍👩‍👧b 1️⃣ ☃", "a b 1"),
      ("f*ck s**t", "f ck s t"),
      ("Hawaiʻi Hawai'i", "hawaii hawaii"),
      ("word² ½ Ⅳ", "word iv"),
      ("l’été d'Artagnan", "lete dartagnan"),
      ("नमस्ते", "नमस्ते"),
      ("who\u{92}s", "who"),
    ])
  func `text splits into folded terms`(text: String, expected: String) {
    #expect(terms(text) == expected)
  }

  @Test(
    arguments: [
      ("𝓗𝓲 𝐁𝐎 𝟙𝟚 ʜᴏʟᴍ ⓐⒷ🅲 ᵗʰᵉ", "hi bo 12 holm abc the"),
      ("ﾄﾏﾄ ｶﾞﾗｽ ﾊﾟﾝ", "ト マ ト ガ ラ ス パ ン"),
      ("H₂O word¹ x⁶", "h2o word x"),
      ("won\u{AD}\nder won¬\nder won¬ der won\u{AD} der", "wonder wonder wonder won der"),
      ("won\u{AD}\n\nder ¬\nso a¬", "won der so a"),
      ("gar[Pg 13]den gar{Page xii}den [p. 4] end[12]", "garden garden end 12"),
      ("end [Pg 14] so[Pg nine]", "end so pg nine"),
      ("h\u{1100}\u{1161}\u{11A8}", "h각"),
    ])
  func `text in other styles and forms folds`(text: String, expected: String) {
    #expect(terms(text) == expected)
  }

  @Test(arguments: [
    ("학교에 간다", "한국"), ("がぎゔプヷゞ", "ガラス"), ("Việt Nam đã đến", "Ắỡ"), ("ドグラ・マグラ", "ぱん"),
    ("क़लम ড়া ொ", "أخ آب مؤمن"), ("שׁלום", "Ёж йод"),
  ])
  func `composed and decomposed text find each other`(first: String, second: String) {
    for text in [first, second] {
      #expect(terms(text.decomposedStringWithCanonicalMapping) == terms(text))
      #expect(terms(text.precomposedStringWithCanonicalMapping) == terms(text))
    }
  }

  @Test func `each letter finds its decomposed form`() {
    for value in UInt32(0x80)...0x1FFFF {
      // Ideographs of compatibility, Burmese, which is written without spaces, and notes of music.
      if (0xF900...0xFAFF).contains(value) || value == 0x1026 { continue }
      if (0x1D15E...0x1D1C0).contains(value) || (0x11000...0x11FFF).contains(value) { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let parts = text.decomposedStringWithCanonicalMapping
      guard !parts.unicodeScalars.elementsEqual(text.unicodeScalars) else { continue }
      #expect(terms(parts) == terms(text), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `a token's span covers its letters and marks and no possessive`() {
    let text = "A “Smith’s” cafe\u{301}! FIn"
    let bytes = Array(text.utf8)
    let words = tokens(bytes).map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
    #expect(words == ["A", "Smith", "cafe\u{301}", "FIn"])
  }

  @Test func `the barrier is a term of its own`() {
    let tokens = tokens(Array("Tom Smith\u{1E}Tom".utf8))
    #expect(
      tokens.map(\.term.bytes) == [
        Array("tom".utf8), Array("smith".utf8), [0x1E], Array("tom".utf8),
      ]
    )
    #expect(Analyzer().terms(of: "a\u{1E}b").count == 2)
  }

  @Test(arguments: ["x", "É", "é\u{301}", "Ж", "ß", "한", "X"])
  func `a long word is cut at 64 bytes between scalars`(letter: String) throws {
    let bytes = Array(String(repeating: letter, count: 100).utf8) + Array(" next".utf8)
    let tokens = tokens(bytes)
    #expect(tokens.count == 2)
    let first = try #require(tokens.first)
    #expect(first.term.bytes.count <= 64 && first.term.bytes.count > 60)
    #expect(String(validating: first.term.bytes, as: UTF8.self) != nil)
    #expect(first.span == TextSpan(0, bytes.count - 5))
  }

  @Test func `the body stops the analysis`() {
    var seen = 0
    let bytes = Array("one Two three 4 京 six".utf8)
    for limit in 1...6 {
      seen = 0
      Analyzer().analyze(bytes.span) { _, _ in
        seen += 1
        return seen < limit
      }
      #expect(seen == limit)
    }
  }

  @Test(arguments: 0..<200)
  func `any bytes give ascending spans inside the text`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let alphabet: [UInt8] = [
      0x27, 0x2E, 0x2C, 0x1E, 0x20, 0x41, 0x61, 0x73, 0x30, 0xE2, 0x80, 0x99, 0xC3, 0xA9, 0xCC,
      0x81,
      0xF0, 0x9F, 0xED, 0xA0, 0xFF, 0xEF, 0xBF, 0xBD, 0xAD, 0xC2, 0xE4, 0xB8,
    ]
    let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        : UInt8.random(in: 0...255, using: &generator)
    }
    var last = 0
    for token in tokens(bytes) {
      #expect(token.span.start >= last && token.span.end <= bytes.count && !token.span.isEmpty)
      #expect(!token.term.bytes.isEmpty && token.term.bytes.count <= 64)
      #expect(String(validating: token.term.bytes, as: UTF8.self) != nil)
      last = token.span.end
    }
  }

  @Test(arguments: ["Smith's don’t A.J. 10,000 straße Ὀδυσσεύς 東京 ﬁre O'Brien", "x\u{1E}y"])
  func `a term analyzes to itself`(text: String) {
    for term in Analyzer().terms(of: text) {
      #expect(Analyzer().terms(of: term.description) == [term])
    }
  }
}
