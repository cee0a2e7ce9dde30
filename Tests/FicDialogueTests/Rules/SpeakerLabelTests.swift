import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct SpeakerLabelTests {
  private static let script = """
    VARGA: Sit down.

    REYL: I would rather stand.

    VARGA: That was no question.

    REYL: I know.
    """

  @Test func `the label of a script names the speaker`() {
    let fixture = AttributedFixture(Self.script)
    #expect(fixture.speakers == ["VARGA", "REYL", "VARGA", "REYL"])
    #expect(Set(fixture.lines.map(\.rule)) == ["SpeakerLabel"])
  }
}
