import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct GenderCountTests {
  @Test(arguments: [
    ("Mr. Vane sat. “Go,” said Mr. Vane.", "Mr. Vane", Gender.male),
    ("Mrs. Vane sat. “Go,” said Mrs. Vane.", "Mrs. Vane", Gender.female),
    ("Elizabeth sat. “Go,” said Elizabeth.", "Elizabeth", Gender.female),
    (
      "Zorblax sat by her fire. Zorblax took her hat. Zorblax said she was cold. “Go,” said Zorblax.",
      "Zorblax", Gender.female
    ),
    (
      "Hollis took their hat. Hollis lost their way. Hollis shook their head. “Go,” said Hollis.",
      "Hollis", Gender.neutral
    ),
    (
      "Robert took their hat. Robert lost their way. Robert shook their head. Robert shut their door. "
        + "“Go,” said Robert.",
      "Robert", Gender.neutral
    ),
  ])
  func `titles, names and pronouns tell`(text: String, name: String, gender: Gender) {
    #expect(AttributedFixture(text).member(name)?.gender == gender)
  }

  @Test func `without evidence the gender is open`() throws {
    let member = try #require(AttributedFixture("“Go,” said Zorblax.").member("Zorblax"))
    #expect(member.gender == nil)
  }
}
