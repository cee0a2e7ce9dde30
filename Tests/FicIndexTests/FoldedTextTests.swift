import FicModel
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct FoldedTextTests {
  /// Folds a text in which `[` and `]` stand around the matches, and puts brackets around what is
  /// marked.
  private func folded(_ marked: String) -> String {
    var text: [UInt8] = []
    var marks: [TextSpan] = []
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): marks.append(TextSpan(text.count, text.count))
      case UInt8(ascii: "]"): marks[marks.count - 1].end = text.count
      default: text.append(byte)
      }
    }
    return bracketed(FoldedText([TextSpan(0, text.count)], of: text, marks: marks))
  }

  private func bracketed(_ folded: FoldedText) -> String {
    var scalars = Array(folded.text.unicodeScalars)
    for match in folded.matches.reversed() {
      scalars.insert("]", at: match[1])
      scalars.insert("[", at: match[0])
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test(
    arguments: [
      ("a [sea] b", "a [sea] b"),
      ("  two\n  wrapped\r\n\tlines [of\n  text] ", "two wrapped lines [of text]"),
      ("🙂 👩‍👧 [sea] 👩‍👧 [sea]", "🙂 👩‍👧 [sea] 👩‍👧 [sea]"),
      ("cafe\u{301} [cafe\u{301}]s", "cafe\u{301} [cafe\u{301}]s"),
      ("[whole]", "[whole]"),
      (
        "> quoted [over]\n> two > lines\n>\n>> and [three]", "quoted [over] two > lines and [three]"
      ),
      ("not > quoted\n> at all", "not > quoted > at all"),
      ("a\u{0}b\u{1B}[31m]c", "a b [31m]c"),
      ("_em_ *[strong]* kept", "_em_ *[strong]* kept"),
      ("", ""),
      (" \n ", ""),
      ("nbsp\u{A0}[a\u{A0}b]\u{2028}c", "nbsp [a b] c"),
    ])
  func `white space folds and marks stay on their words`(marked: String, expected: String) {
    #expect(folded(marked) == expected)
  }

  @Test func `bytes that are no UTF-8 show as holes`() {
    let text: [UInt8] = [0x61, 0xFF, 0x20, 0xC3]
    #expect(FoldedText([TextSpan(0, 9)], of: text).text == "a\u{FFFD} \u{FFFD}")
  }

  @Test func `a long line is cut between words around its match`() {
    let words = (0..<400).map { "word\($0)" }
    let marked = (words[..<200] + ["[sea]"] + words[200...]).joined(separator: " ")
    let shown = folded(marked)
    #expect(shown.hasPrefix("… word") && shown.hasSuffix(" …"))
    #expect(shown.contains(" [sea] "))
    #expect(shown.unicodeScalars.count < 420)
    #expect(
      shown.split(separator: " ").allSatisfy {
        $0 == "…" || $0 == "[sea]" || words.contains(String($0))
      }
    )
  }

  @Test func `matches far apart are shown apart`() {
    let filler = String(repeating: "lorem ", count: 200)
    let shown = folded("[one] \(filler)[two] \(filler)[three]")
    #expect(shown.hasPrefix("[one] ") && shown.hasSuffix(" [three]"))
    #expect(shown.contains(" … ") && shown.contains(" [two] "))
  }

  @Test func `many matches do not make a cut text long`() {
    let shown = folded(
      String(repeating: "[sea] and a lot of other words in between here ", count: 3000)
    )
    #expect(shown.unicodeScalars.count < 2500)
    #expect(shown.contains("[sea]"))
  }

  @Test func `a line without a space is cut`() {
    #expect(folded(String(repeating: "x", count: 100_000)).unicodeScalars.count < 500)
    #expect(folded("[" + String(repeating: "x", count: 100_000) + "]").unicodeScalars.count < 2000)
    let inside = String(repeating: "x", count: 9000)
    #expect(folded("\(inside)[y]\(inside)").contains("[y]"))
  }

  @Test(arguments: 0..<200)
  func `what is marked is what was meant`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let words = ["sea", "café", "🙂", "cafe\u{301}", "東京", "\n", "  ", "longerwordthanmost"]
    var text: [UInt8] = []
    var marks: [TextSpan] = []
    for _ in 0..<Int.random(in: 1...300, using: &generator) {
      let word = words[Int.random(in: 0..<words.count, using: &generator)]
      let start = text.count
      text += Array(word.utf8)
      if Int.random(in: 0...9, using: &generator) == 0, word.contains(where: \.isLetter) {
        marks.append(TextSpan(start, text.count))
      }
      text.append(0x20)
    }
    let folded = FoldedText([TextSpan(0, text.count)], of: text, marks: marks)
    let scalars = Array(folded.text.unicodeScalars)
    let meant = Set(
      marks.map { String(decoding: text[$0.range], as: UTF8.self).unicodeScalars.map(\.value) }
    )
    for match in folded.matches {
      #expect(match[0] >= 0 && match[0] < match[1] && match[1] <= scalars.count)
      #expect(meant.contains(scalars[match[0]..<match[1]].map(\.value)))
    }
    #expect(marks.isEmpty || !folded.matches.isEmpty)
    #expect(!folded.text.contains("  ") && !folded.text.contains("\n"))
  }

  @Test func `the sides of a match are cut between words`() throws {
    let text = Array("one two three four five six seven".utf8)
    let folded = FoldedText([TextSpan(0, text.count)], of: text)
    let sides = try #require(folded.sides(of: TextSpan(14, 18), width: 10))
    #expect(sides.left == "two three " || sides.left == "three ")
    #expect(sides.match == "four")
    #expect(sides.right == " five six")
  }

  @Test func `parts are shown one after the other, and marks stay on their words`() {
    let text = Array("The sea (a note) was  loud.".utf8)
    let parts = [TextSpan(0, 7), TextSpan(17, text.count)]
    let folded = FoldedText(parts, of: text, marks: [TextSpan(4, 7), TextSpan(17, 20)])
    #expect(bracketed(folded) == "The [sea] [was] loud.")
    #expect(FoldedText([], of: text).text.isEmpty)
  }
}
