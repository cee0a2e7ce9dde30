import MarkedTexts
import Testing

@Suite struct NarratorTests {
  @Test func `you are who the story is told of`() {
    let fixture = AttributedFixture(
      """
      You sat up so fast that you saw stars. You had slept in your boots, and you knew it.

      “Five more minutes,” you mumbled.

      “That is what you said,” said Juni.

      “I never did,” you told her.
      """
    )
    #expect(fixture.speakers == ["you", "Juni", "you"])
  }

  @Test func `a narrator who says I stays I`() {
    let fixture = AttributedFixture(
      """
      I sat up so fast that I saw stars. You know how I am.

      “Five more minutes,” I mumbled.

      “That is what you said,” said Juni.
      """
    )
    #expect(fixture.speakers == ["I", "Juni"])
  }
}
