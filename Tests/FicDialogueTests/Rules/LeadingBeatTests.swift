import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct LeadingBeatTests {
  @Test(arguments: [
    "Ron shook his head. “Go.”", "It rained. Ron looked up. “Go.”",
    "At the door, Ron stopped. “Go.”",
  ])
  func `the subject of the sentence before the line speaks`(text: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "LeadingBeat")
  }

  @Test func `a phrase may stand between a description and its verb`() throws {
    let line = try #require(AttributedFixture("The man in grey shook his head. “Go.”").lines.first)
    #expect(line.speaker == "The man in grey")
    #expect(line.evidence == "The man in grey")
  }
}
