import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct ShownNameTests {
  @Test(arguments: [
    // The form that is used most, the full one an alias.
    (
      "Ada Lovel sat. Ada rose. “Go,” said Ada. Ada left. “Stay,” Ada said.", "Ada", ["Ada Lovel"]
    ),
    // A surname that others bear means nobody for sure.
    (
      """
      Henry Crow sat. “Go,” said Crow. Crow rose. Miss Crow came. “No,” said Miss Crow. Crow left. \
      Henry Crow came back.
      """,
      "Henry Crow", ["Crow"]
    ),
  ])
  func `the shown name is the usual one that means nobody else`(
    text: String,
    name: String,
    aliases: [String]
  ) throws {
    let member = try #require(AttributedFixture(text).member(name))
    #expect(member.name == name)
    #expect(Set(aliases).isSubset(of: member.aliases))
  }
}
