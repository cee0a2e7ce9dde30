import FicModel
import MarkedTexts
import Testing

@testable import FicDialogue

@Suite struct JointPassTests {
  @Test func `two speakers take turns`() {
    let fixture = AttributedFixture(
      """
      “Are you coming?” asked Ron.

      “No,” said Ada.

      “Why?”

      “It rains.”

      “It always rains.”
      """
    )
    #expect(fixture.speakers == ["Ron", "Ada", "Ron", "Ada", "Ron"])
    #expect(fixture.lines.last?.rule == "Alternation")
  }

  @Test func `a tag decides the lines before it`() {
    let fixture = AttributedFixture(
      """
      Ron and Ada sat by the fire.

      “Are you coming?”

      “No,” said Ada.
      """
    )
    #expect(fixture.speakers == ["Ron", "Ada"])
  }

  @Test func `who is called answers`() {
    let fixture = AttributedFixture(
      """
      Ron, Ada and Will sat by the fire. Ron nodded to Ada. Will said nothing.

      “Are you coming, Will?” asked Ron.

      “No.”
      """
    )
    #expect(fixture.speakers == ["Ron", "Will"])
    #expect(fixture.lines.first?.addressees == ["Will"])
  }

  @Test func `an answer goes to the one who asked`() {
    let fixture = AttributedFixture("“Are you coming?” asked Ron.\n\n“No,” said Ada.")
    #expect(fixture.lines.map(\.addressees) == [["Ada"], ["Ron"]])
  }

  @Test func `a tag names whom it speaks to`() {
    let fixture = AttributedFixture("“Go,” said Ron to Ada.")
    #expect(fixture.lines.map(\.addressees) == [["Ada"]])
  }

  @Test func `a speech over paragraphs has one speaker`() {
    let fixture = AttributedFixture("“One,” said Ron. “Two.\n\n“Three.”\n\n“Four,” said Ada.")
    #expect(fixture.speakers == ["Ron", "Ron", "Ada"])
  }

  @Test func `a tag is surer than a turn`() throws {
    let fixture = AttributedFixture(
      "“Are you coming?” asked Ron.\n\n“No,” said Ada.\n\n“Why?”\n\n“It rains.”"
    )
    let confidences = fixture.chapter.utterances.map(\.attribution.confidence)
    #expect(try #require(confidences.first) > (try #require(confidences.last)))
  }

  @Test func `the same text is read the same way`() {
    let text = "Ron met Ada.\n\n“Go,” said Ron.\n\n“No.”\n\n“Then stay,” he said."
    #expect(AttributedFixture(text).chapter == AttributedFixture(text).chapter)
  }

  @Test(arguments: ["", "“", "“”", "“ ” ‘ ’ — — :", "said said said", "“\u{0}” he she it the of"])
  func `odd input is read`(text: String) {
    #expect(AttributedFixture(text).chapter.text == Array(text.utf8))
  }

  @Test func `a blend takes a part of each share from another decision`() {
    let one = JointPass.Decision(member: 3, probability: 0.6, shares: [(3, 0.6), (5, 0.4)])
    let other = JointPass.Decision(member: 5, probability: 0.9, shares: [(5, 0.9), (7, 0.1)])
    let blend = one.blended(with: other, 0.5)
    #expect(blend.member == 5)
    #expect(blend.probability == 0.65)
    #expect(blend.shares.map(\.member) == [3, 5])
    #expect(one.blended(with: JointPass.Decision(), 0).member == 3)
  }
}
