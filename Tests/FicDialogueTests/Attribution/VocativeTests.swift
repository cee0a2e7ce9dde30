import MarkedTexts
import Testing

@Suite struct VocativeTests {
  @Test(arguments: ["Silly Ada, look.", "Oh Ada, look.", "Ada darling, look.", "Look, Ada dear."])
  func `nobody calls themselves`(words: String) {
    let fixture = AttributedFixture(
      """
      Ada met Ron in the garden. Ada sat.

      “\(words)”

      “At what?” Ada asked.

      “At the rain,” said Ron.
      """
    )
    #expect(fixture.speakers == ["Ron", "Ada", "Ron"])
    #expect(fixture.lines.first?.addressees == ["Ada"])
  }
}
