import FicModel
import Testing

@testable import FicDialogue

@Suite struct PersonMentionsTests {
  @Test func `narration names people and describes those of the tags`() {
    let turns = AttributedTurns(
      """
      “Sit,” said the old sailor.

      Ada looked at the old sailor and at the rain. “The old sailor is right,” she said to Ron.
      """
    )
    #expect(turns.narrated == ["the old sailor.", "Ada", "the old sailor", "Ron."])
  }

  @Test func `a thing that speaks is not meant wherever it lies`() {
    let turns = AttributedTurns("“Sit,” said the kettle.\n\nAda looked at the kettle. Ron sat.")
    #expect(turns.narrated == ["Ada", "Ron"])
  }

  @Test func `somebody whom the narration describes stands by the turn`() throws {
    let turns = AttributedTurns(
      "“Sit,” said the old sailor.\n\n“No,” said Ada, and looked past the old sailor at the rain."
    )
    let sailor = try #require(turns.described["the old sailor"])
    #expect(turns.turns.last?.narrated.contains(sailor) == true)
  }

  @Test(arguments: [
    "“Sit,” cried the mother in a breath.", "“Sit,” said the mother with a sudden groan.",
    "“Sit,” said the mother in a kinder tone.",
  ])
  func `a manner tells nobody from others`(text: String) {
    let turns = AttributedTurns(text + "\n\n“Why?” asked Ada.\n\n“Sit,” said the mother.")
    #expect(turns.described.keys.sorted() == ["the mother"])
  }

  @Test func `a coat tells one from others`() {
    let turns = AttributedTurns("“Sit,” said the man in the grey coat.\n\n“No,” said the man.")
    #expect(turns.described.keys.sorted() == ["the man", "the man in the grey coat"])
  }
}
