import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct FollowingBeatTests {
  @Test(arguments: [
    "“Go.” Ron shook his head.", "“Go.” Then Ron looked up.", "“Go.” Ron’s eyes narrowed.",
    "“Go.” With that, Ron closed the door.",
  ])
  func `the subject of the sentence after the line speaks`(text: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "FollowingBeat")
  }

  @Test func `a beat and no tag is implicit`() {
    let fixture = AttributedFixture("“Go.” Ron shook his head.")
    #expect(fixture.chapter.utterances.first?.attribution.form == .implicit)
  }

  @Test func `a thing is no subject`() {
    let lines = AttributedFixture("Ron knocked. “Go.” The door opened.").lines
    #expect(lines.map(\.rule) == ["LeadingBeat"])
  }
}
