import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct CastHintTests {
  private func hints(_ tags: String..., ships: [String] = []) -> [CastHint] {
    CastHint.hints(
      in: tags.map { MetadataField(key: "char", value: $0, origin: .header) }
        + ships.map { MetadataField(key: "ship", value: $0, origin: .header) }
    )
  }

  private func names(_ text: String, _ hints: [CastHint]) -> [String] {
    AttributedFixture(text, hints: hints).cast.map(\.name).sorted()
  }

  private static let apart = """
    "Stop," said Arlen. Quillby put down the lamp.

    "Why?" asked Bess.

    "Because I say so," Arlen said. "And Quillby never jokes."

    "Quillby never does," Bess said, and Arlen laughed.

    "I might," said Quillby.
    """

  @Test(
    arguments: [
      ("Arlen Quillby", ["Arlen Quillby"]), ("Tony Stark | Iron Man", ["Tony Stark", "Iron Man"]),
      ("Iron | Tony Stark", ["Tony Stark", "Iron"]),
      ("James \"Bucky\" Barnes", ["James Bucky Barnes"]),
      ("Rose Tyler (Doctor Who)", ["Rose Tyler"]),
    ]
  )
  func `a tag is read as names`(tag: String, names: [String]) {
    #expect(hints(tag) == [CastHint(names: names)])
  }

  @Test(
    arguments: [
      "Arlen Q.", "Arlen", "Original Female Character(s)", "Reader", "The Lamp Family",
      "Original Male Character", "(Arlen Quillby)", "", "|", "[]|[]", "Minor Characters",
    ]
  )
  func `a tag that names nobody in full is none`(tag: String) {
    #expect(hints(tag) == [])
  }

  @Test func `the halves of pairings are names too, each once`() {
    #expect(
      hints("Bess Orne", ships: ["Bess Orne/Arlen Quillby", "Bess Orne & Reader"])
        == [CastHint(names: ["Bess Orne"]), CastHint(names: ["Arlen Quillby"])]
    )
  }

  @Test func `a given name and a surname that never meet are one person by the tag`() throws {
    #expect(names(Self.apart, []) == ["Arlen", "Bess", "Quillby"])
    let fixture = AttributedFixture(Self.apart, hints: hints("Arlen Quillby", "Bess Orne"))
    #expect(fixture.cast.map(\.name).sorted() == ["Arlen Quillby", "Bess"])
    let arlen = try #require(fixture.cast.first { $0.name == "Arlen Quillby" })
    #expect(arlen.aliases.sorted() == ["Arlen", "Quillby"])
    #expect(
      fixture.speakers == ["Arlen Quillby", "Bess", "Arlen Quillby", "Bess", "Arlen Quillby"]
    )
  }

  @Test func `nobody comes into a cast whom the text does not name`() {
    let tagged = hints("Maud Ferring", "Arlen Quillby", ships: ["Maud Ferring/Ivo Ferring"])
    #expect(names(Self.apart, tagged) == ["Arlen Quillby", "Bess"])
  }

  @Test func `a surname that two have is nobody's alone`() {
    let text = Self.apart.replacing("Bess", with: "Corwen")
    let tagged = hints("Arlen Quillby", "Corwen Quillby")
    #expect(names(text, tagged) == ["Arlen Quillby", "Corwen Quillby", "Quillby"])
  }

  @Test func `two names of a tag are one person`() {
    let text = """
      "Look," said Arlen Quillby. Everybody knew him.

      "Where?" asked the Marsh Fox. "I see nothing," Marsh Fox said.

      "There," Arlen said.
      """
    #expect(names(text, []).contains("Marsh Fox"))
    let tagged = names(text, hints("Arlen Quillby | Marsh Fox"))
    #expect(tagged.contains("Arlen Quillby"))
    #expect(!tagged.contains("Marsh Fox"))
  }

  @Test func `what the user says comes before a tag`() {
    let seeds = [CastSeed(name: "Arlen"), CastSeed(name: "Quillby")]
    let cast = AttributedFixture(Self.apart, seeds: seeds, hints: hints("Arlen Quillby")).cast
    #expect(cast.map(\.name).sorted() == ["Arlen", "Bess", "Quillby"])
  }
}
