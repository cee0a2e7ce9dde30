import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct HyphenTests {
  private func text(_ source: String, _ path: String = "a.txt") throws -> String {
    String(decoding: try Rendering(path, Array(source.utf8)).document.text, as: UTF8.self)
  }

  @Test func `a hyphen at the end of a line is soft where the word is found joined`() throws {
    #expect(
      try text("The won-\nderful kettle.\n\nHow Wonderful it was.\n").hasPrefix(
        "The won\u{AD}\nderful"
      )
    )
    #expect(try text("The ket-\n  tle of a kettle.\n").hasPrefix("The ket\u{AD}\n  tle"))
    #expect(try text("Die Tür-\nglocke, die Türglocke.\n").hasPrefix("Die Tür\u{AD}\nglocke"))
  }

  @Test(arguments: [
    "The well-\nknown kettle sang.\n", "The well-\nknown kettle, well-known or wellknown.\n",
    "A -\nderful thing, wonderful.\n", "He ran-\nAway, ranaway.\n", "He ran--\nso, ranso.\n",
  ])
  func `a hyphen that belongs to a word stays`(source: String) throws {
    #expect(try text(source) == source)
  }

  @Test func `places behind such a hyphen lead to the same characters`() throws {
    let source = "The won-\nderful kettle.\nA wonderful pot.\n"
    let document = try Rendering("a.txt", Array(source.utf8)).document
    let place = try #require(document.text.firstIndex(of: UInt8(ascii: "k")))
    #expect(document.offsetMap.sourceOffset(of: place, in: document.text) == 16)
    #expect(document.offsetMap.sourceLine(of: place, in: document.text) == 2)
  }
}
