import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct CastSeedTests {
  private static let edwin = CastSeed(
    name: "Edwin Smith",
    aliases: ["Agent Smith", "Smith", "the tall agent"]
  )

  @Test func `names with and without a title and a description are one person`() throws {
    let text = """
      Agent Smith sat down. “Go,” said Smith.

      “Where?” asked Edwin Smith.

      “Home,” said the tall agent. The tall agent's hand shook.
      """
    let fixture = AttributedFixture(text, seeds: [Self.edwin])
    #expect(fixture.speakers == ["Edwin Smith", "Edwin Smith", "Edwin Smith"])
    let member = try #require(fixture.member("Edwin Smith"))
    #expect(member.aliases.starts(with: Self.edwin.aliases))
    #expect(fixture.cast.count == 1)
  }

  @Test func `without the seed the description is somebody else`() {
    let text = "Agent Smith sat down. “Go,” said Smith.\n\n“Home,” said the tall agent."
    #expect(AttributedFixture(text).speakers != ["Edwin Smith", "Edwin Smith"])
  }

  @Test(arguments: [
    ("“Home,” said the tall agent.", true), ("The tall agent nodded. “Home.”", true),
    ("“Home,” said this tall agent.", true), ("“Home,” said the short agent.", false),
    ("“Home,” said the agent.", false), ("“Home,” said the tall Agent Brown.", false),
  ])
  func `a description is meant with all its words`(text: String, isMeant: Bool) {
    let fixture = AttributedFixture(text, seeds: [Self.edwin])
    #expect((fixture.speakers == ["Edwin Smith"]) == isMeant, "\(fixture.speakers)")
  }

  @Test func `a description is a mention like a name`() {
    let marked = MarkedText("She looked at the ⟦tall agent⟧ and then at ⟦Smith⟧.")
    let fixture = AttributedFixture(
      String(decoding: marked.bytes, as: UTF8.self),
      seeds: [Self.edwin]
    )
    #expect(fixture.chapter.mentions.map(\.span) == marked.marks.map(\.span))
    #expect(Set(fixture.chapter.mentions.map(\.member)).count == 1)
  }

  @Test func `a comma may part the adjectives, and a possessive belongs to the description`() {
    let seeds = [
      CastSeed(name: "Smith", aliases: ["the tall, dark man"]),
      CastSeed(name: "Ada", aliases: ["his mother"]),
    ]
    let text = """
      “Go,” said the tall, dark man.

      “Stay,” said his mother.

      “No,” said her mother.
      """
    let speakers = AttributedFixture(text, seeds: seeds).speakers
    #expect(speakers.prefix(2) == ["Smith", "Ada"])
    #expect(speakers.last != "Ada")
  }

  @Test func `the narrator is whom the user calls I`() throws {
    let text = """
      I sat down. “Go,” I said.

      I saw Nick in the glass. “Stay,” I said. My hand shook.
      """
    let seed = CastSeed(name: "Nick Carraway", aliases: ["Nick", "I"])
    #expect(AttributedFixture(text).speakers == ["I", "I"])
    #expect(AttributedFixture(text, seeds: [seed]).speakers == ["Nick Carraway", "Nick Carraway"])
    let nameless = "I sat down. “Go,” I said.\n\nI rose. “Stay,” I said. My hand shook."
    let fixture = AttributedFixture(nameless, seeds: [seed])
    #expect(fixture.speakers == ["Nick Carraway", "Nick Carraway"])
    #expect(try #require(fixture.member("I")).isNarrator)
  }

  @Test func `a title alone is whom the user says, whoever bore it last`() {
    let text = """
      Captain Brown sat. Captain Reed rose. “Go,” said the Captain.
      """
    let seed = CastSeed(name: "Captain Brown", aliases: ["the Captain"])
    #expect(AttributedFixture(text, seeds: [seed]).speakers == ["Captain Brown"])
    #expect(AttributedFixture(text).speakers == ["Captain Reed"])
  }

  @Test func `a seed overrules titles that contradict each other`() {
    let text = "“Go,” said Mr. Reed.\n\n“Stay,” said Mrs. Reed."
    let seed = CastSeed(name: "Reed", aliases: ["Mr. Reed", "Mrs Reed"])
    #expect(AttributedFixture(text, seeds: [seed]).speakers == ["Reed", "Reed"])
  }

  @Test func `two seeds are two people, whatever the text suggests`() {
    let text = "Dr. Moss sat. “Go,” said Doctor Moss.\n\n“Stay,” said Mr. Moss."
    #expect(Set(AttributedFixture(text).speakers).count == 1)
    let seeds = [CastSeed(name: "Doctor Moss"), CastSeed(name: "Mr. Moss")]
    #expect(AttributedFixture(text, seeds: seeds).speakers == ["Doctor Moss", "Mr. Moss"])
  }

  @Test func `a name that two seeds claim is the first one's`() {
    let text = "“Go,” said Strider.\n\n“Stay,” said Aragorn."
    let seeds = [
      CastSeed(name: "Aragorn", aliases: ["Strider"]),
      CastSeed(name: "Strider", aliases: ["Aragorn"]),
    ]
    #expect(AttributedFixture(text, seeds: seeds).speakers == ["Aragorn", "Aragorn"])
  }

  @Test(arguments: [
    CastSeed(name: "Will Bad Wolf", aliases: ["Rose", "the tall agent", "Ash"]),
    CastSeed(name: "The", aliases: ["I", "He", "…", "", " ", "\u{0}", "the", "his"]),
    CastSeed(name: "Mr", aliases: ["Mr.", "of", "van", String(repeating: "Ada ", count: 500)]),
  ])
  func `a seed that names nobody changes nothing`(seed: CastSeed) {
    let text = """
      “Will you come?” said Ada. Bad weather had ash on the roof. Rose early, she did. Ash fell.

      A wolf rose. “The wolf,” said Tom. “He is here. I saw him.” The tall tower stood.
      """
    let plain = AttributedFixture(text)
    let seeded = AttributedFixture(text, seeds: [seed])
    #expect(seeded.lines == plain.lines)
    #expect(seeded.cast == plain.cast)
  }

  @Test func `a thousand seeds are read`() {
    let seeds = (0..<1000).map { number in
      CastSeed(name: "Person \(number)", aliases: ["Alias \(number)", "the person \(number)"])
    }
    let text = "“Go,” said Person 7.\n\n“Stay,” said the person 8."
    #expect(AttributedFixture(text, seeds: seeds).speakers.count == 2)
  }
}
