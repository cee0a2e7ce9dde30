import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct SpeechNounTests {
  @Test(arguments: [
    "“Never,” was Ron’s reply.", "“Never!” came Ron’s answer.",
    "Ron’s reply was: “Never.”", "Ron’s answer came, “Never.”",
  ])
  func `a noun of speech tells whose words they are`(text: String) throws {
    let line = try #require(AttributedFixture("Ron sat. Ada stood.\n\n" + text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "SpeechNoun")
  }

  @Test func `a reply of nobody tells nothing`() throws {
    let line = try #require(AttributedFixture("“Never,” came the reply.").lines.first)
    #expect(line.rule != "SpeechNoun")
  }
}
