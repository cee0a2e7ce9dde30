import MarkedTexts
import Testing

@Suite struct TogetherTests {
  @Test func `several who speak at once are they`() {
    let fixture = AttributedFixture(
      """
      “Where were you?” asked Ines.

      Tam looked at Roz. Roz looked at the duck.

      “Hi, boss,” they chorused.
      """
    )
    #expect(fixture.speakers == ["Ines", "they"])
  }
}
