import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct FollowingTagTests {
  @Test(arguments: [
    ("“Go,” Ron said.", "Ron said"),
    ("“Go,” Ron quietly said.", "Ron quietly said"),
    ("“Go,” Ron had once said.", "Ron had once said"),
    ("“Go,” Ron turned and said.", "Ron turned and said"),
    ("“Go,” Ron, who had been listening, said.", "Ron, who had been listening, said"),
    ("“Go,” and Ron laughed.", "Ron laughed"),
  ])
  func `a name before a speech verb tags it`(text: String, evidence: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "FollowingTag")
    #expect(line.evidence == evidence)
  }

  @Test func `a pronoun takes the one whom it fits`() {
    let fixture = AttributedFixture(
      """
      Mr. Reed met Mrs. Vane at the gate.

      “Good day,” she said.

      “Good day,” he said.
      """
    )
    #expect(fixture.speakers == ["Mrs. Vane", "Mr. Reed"])
  }

  @Test func `the narrator speaks where I do`() {
    let fixture = AttributedFixture("I looked at the clock on my desk. “Late,” I said.")
    #expect(fixture.speakers == ["I"])
    #expect(fixture.cast.first { $0.name == "I" }?.isNarrator == true)
  }

  @Test func `a sentence that leads to the next line is no tag of the last`() {
    let fixture = AttributedFixture("“Go,” said Ron. Ada answered: “No.”")
    #expect(fixture.speakers == ["Ron", "Ada"])
  }
}
