import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct CommaTagTests {
  @Test(arguments: [
    "“Go,” Ron shrugged.", "“Go,” Ron flicked the switch.", "“Go,” Ron took her hand.",
  ])
  func `after a comma the subject speaks whatever its verb`(text: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "CommaTag")
  }

  @Test func `after a full stop it is a beat`() {
    #expect(AttributedFixture("“Go.” Ron flicked the switch.").lines.first?.rule == "FollowingBeat")
  }
}
