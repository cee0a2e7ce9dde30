import FicModel
import Testing

@testable import FicPrinter

@Suite struct MarkedLineTests {
  private func markup(_ text: String, said: [Range<Int>], matches: [Range<Int>]) -> String {
    MarkedLine(
      text: text,
      outer: said.map { MarkedLine.Element(range: $0, open: "<s>", close: "</s>") },
      inner: matches.map { MarkedLine.Element(range: $0, open: "<m>", close: "</m>") }
    ).markup
  }

  @Test func `what is said and what matches become elements`() {
    #expect(
      markup("“Go & rest,” he said.", said: [0..<12], matches: [1..<3])
        == "<s>“<m>Go</m> &amp; rest,”</s> he said."
    )
  }

  @Test func `a match that crosses the border of what is said is parted`() {
    #expect(markup("abcdef", said: [2..<4], matches: [1..<3]) == "a<m>b</m><s><m>c</m>d</s>ef")
    #expect(markup("abcd", said: [1..<2, 2..<3], matches: [0..<4]).filter { $0 == "m" }.count == 8)
  }

  @Test func `places outside the text do no harm`() {
    #expect(markup("ab", said: [1..<9], matches: [5..<7]) == "a<s>b</s>")
    #expect(markup("", said: [], matches: [0..<1]) == "")
  }

  @Test func `a scalar above the first plane is one place`() {
    #expect(markup("🙂x", said: [], matches: [1..<2]) == "🙂<m>x</m>")
  }
}
