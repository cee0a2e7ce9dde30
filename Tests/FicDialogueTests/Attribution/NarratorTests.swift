import FicModel
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

  private static let story = """
    I sat up so fast that I saw stars. I had slept in my boots.

    “Hastings, where were you?” said Juni. She took my hat.

    “In the barn,” I said.

    “All night, Hastings?” Juni asked me.

    “I never did count,” I told her.
    """

  @Test func `a narrator has the name that only the others call`() throws {
    let fixture = AttributedFixture(Self.story)
    #expect(fixture.speakers == ["Juni", "Hastings", "Juni", "Hastings"])
    #expect(try #require(fixture.member("Hastings")).isNarrator)
  }

  @Test func `whom the narrator tells of is not the narrator`() {
    let told = "\n\nI saw Hastings by the door. Hastings did not look at me.\n\n"
    #expect(AttributedFixture(Self.story + told + Self.story).member("I") != nil)
  }

  @Test func `whom only the narrator calls is not the narrator`() {
    let fixture = AttributedFixture(
      """
      I sat up so fast that I saw stars. I had slept in my boots.

      “Hastings, where were you?” I said. I took his hat.

      “In the barn,” he said.

      “All night, Hastings?” I asked him.
      """
    )
    #expect(fixture.member("I") != nil)
  }
}
