import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct NameFinderTests {
  @Test func `a word that begins sentences is no name`() {
    let fixture = AttributedFixture(
      "Presently it rained. Presently it stopped. “Go,” said Ron. Suddenly Ron laughed."
    )
    #expect(fixture.cast.map(\.name) == ["Ron"])
  }

  @Test(arguments: ["Will", "Rose", "Hope"])
  func `a name that is a word is a name where it stands as one`(name: String) {
    let word = name.lowercased()
    let fixture = AttributedFixture(
      "They met \(name) in town. It was their \(word). The \(word) of it! “Go,” said \(name)."
        + " “\(name), come here,” said Ada.\n\n“No,” said \(name)."
    )
    #expect(fixture.speakers == [name, "Ada", name])
  }

  @Test func `a word between a quotation and a verb of speech is a name`() {
    let fixture = AttributedFixture(
      "The slim boy sat.\n\n“Go,” Slim said.\n\n“No,” said Ada.\n\n“Well,” Slim said at last."
    )
    #expect(fixture.speakers == ["Slim", "Ada", "Slim"])
  }

  @Test func `a noun there is no name`() {
    let fixture = AttributedFixture(
      "“Go!” Laughing Ada said. “No!” Voices called. “Well!” Everybody shouted. “Go!” They called."
    )
    #expect(fixture.member("Voices") == nil)
    #expect(fixture.member("Everybody") == nil)
    #expect(fixture.member("They") == nil)
  }

  @Test func `a possessive is the name without it`() {
    let fixture = AttributedFixture("Ron’s hat was wet. Ron's coat too. “Go,” said Ron.")
    #expect(fixture.member("Ron")?.mentions == 3)
  }

  @Test func `every mention has its span`() {
    let fixture = AttributedFixture("Ron’s hat was wet. “Go, Ada,” said Ron. Ada went.")
    let words = fixture.chapter.mentions.map { fixture.text($0.span) }
    #expect(words == ["Ron", "Ada", "Ron", "Ada"])
  }

  @Test func `accents are part of a name`() {
    #expect(AttributedFixture("“Go,” said Éloïse.").speakers == ["Éloïse"])
  }
}
