import FicModel
import FicParsing
import Testing

@Suite struct BlockScannerTests {
  private func paragraphs(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return BlockScanner().blocks(of: bytes).filter { $0.kind == .paragraph }.map {
      String(decoding: bytes[$0.span.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
  }

  @Test func `blank lines part paragraphs and wrapped lines are one`() {
    let text = """
      The line went across at three in the morning, ship's time, and nobody
      breathed. On the screen the hulk turned over slowly, end over end, a
      dead whale.

      "Contact," said Bee. "I have a seal. Somebody tell me that I have done
      well today."

      Nobody did. The captain was on her feet and she had forgotten that she
      was tired.
      """
    #expect(paragraphs(text).count == 3)
    #expect(
      paragraphs(text)[1]
        == #""Contact," said Bee. "I have a seal. Somebody tell me that I have done well today.""#
    )
  }

  @Test func `a line is a paragraph where nothing is wrapped`() {
    #expect(
      paragraphs("\"You came back,\" said Mira.\n\"I said I would.\"\nHe sat down.") == [
        "\"You came back,\" said Mira.", "\"I said I would.\"", "He sat down.",
      ]
    )
  }

  @Test func `an indented line begins a paragraph in wrapped text`() {
    var text = ""
    for _ in 0..<12 {
      text += "    The lamps were lit one after the other all the way down the row and\n"
      text += "nobody saw who had lit them, for it rained and the people of the row had\n"
      text += "gone to bed.\n"
    }
    #expect(paragraphs(text).count == 12)
  }

  @Test func `a stray blank line inside a sentence is no paragraph's end`() {
    let text = """
      He stayed standing, and behind him the corridor lights were turned down to

      half, the way they had been ever since. She saw it.

      "Sit down," she said.
      """
    #expect(paragraphs(text).count == 2)
  }

  @Test(arguments: [
    "He had never in his whole life seen so many of them in one place at night\n\nReyl: where are you",
    "He had never in his whole life seen so many of them in one place at night.\n\nand then he ran",
    "A list\n\nof things",
    "He had never in his whole life seen so many of them in one place at night\n\noOo\n\nShe ran.",
  ])
  func `what only looks like half a sentence stays apart`(text: String) {
    #expect(paragraphs(text).count >= 2)
  }

  @Test func `a writer of lower case keeps all paragraphs`() {
    let line = "he walked along the river for a long time and did not look back at the house"
    #expect(paragraphs(Array(repeating: line, count: 20).joined(separator: "\n\n")).count == 20)
  }

  @Test func `an ornament is a block of its own among wrapped lines`() {
    let text = Array(
      repeating:
        "The line went across at three in the morning, ship's time, and nobody said a\nword of it.",
      count: 3
    ).joined(separator: "\n* * *\n")
    #expect(paragraphs(text).filter { $0 == "* * *" }.count == 2)
  }

  @Test func `blank lines are counted`() {
    let blocks = BlockScanner().blocks(of: Array("a\n\n \n\t\nb".utf8))
    #expect(blocks.map(\.kind) == [.paragraph, .blank(lines: 3), .paragraph])
  }

  @Test func `a very long line is one block`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      BlockScanner().blocks(of: bytes) == [Block(kind: .paragraph, span: TextSpan(0, 1_000_000))]
    )
  }
}
