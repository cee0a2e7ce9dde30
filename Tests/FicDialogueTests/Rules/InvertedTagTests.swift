import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct InvertedTagTests {
  @Test(arguments: [
    ("“Go,” said Ron.", "said Ron"),
    ("“Go!” cried Ron, and ran.", "cried Ron"),
    ("“Go,” went on Ron.", "went on Ron"),
    ("“Go,” at last said Ron.", "said Ron"),
    ("“Go,” grinned Ron.", "grinned Ron"),
    ("“Go,” croodled Ron.", "croodled Ron"),
    ("“Go,” said poor old Ron.", "said poor old Ron"),
    ("“Go,” said the voice of Ron.", "said the voice"),
    ("“Go!” called out Ron.", "called out Ron"),
    ("“Go,” Said Ron.", "Said Ron"),
  ])
  func `a speech verb before a name tags it`(text: String, evidence: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "InvertedTag")
    #expect(line.evidence == evidence)
  }

  @Test(arguments: [
    "— Partons, dit Ron.\n\n— Non, répondit Ada.\n\n— Alors reste, dit Ron.",
    "—Vamos —dijo Ron.\n\n—No —respondió Ada.\n\n—Pues quédate —dijo Ron.",
  ])
  func `French and Spanish tags are read`(text: String) {
    #expect(AttributedFixture(text).speakers == ["Ron", "Ada", "Ron"])
  }

  @Test func `a letter between hyphens parts a French verb from its pronoun`() {
    let fixture = AttributedFixture(
      "— Partons, dit Ada.\n\n— Non, intervint Ron.\n\n— Alors reste, murmura-t-elle."
    )
    #expect(fixture.speakers == ["Ada", "Ron", "Ada"])
    #expect(fixture.lines.last?.evidence == "murmura-t-elle")
  }

  @Test func `an article tells the gender of a description`() {
    let fixture = AttributedFixture(
      "— Partons, lâcha le mécanicien.\n\n— Non, fit la sentinelle.\n\n— Bien, dit le mécanicien."
    )
    #expect(fixture.cast.map(\.name) == ["le mécanicien", "la sentinelle"])
    #expect(fixture.cast.map(\.gender) == [.male, .female])
  }

  @Test func `both parts of an interrupted line have one speaker`() {
    let fixture = AttributedFixture("“I don’t,” said Ron, “think so.”")
    #expect(fixture.speakers == ["Ron"])
    #expect(fixture.chapter.utterances.first?.quotations.count == 2)
  }

  @Test func `two tags in a paragraph part its quotations`() {
    let fixture = AttributedFixture("“Go,” said Ron. “No,” said Ada.")
    #expect(fixture.speakers == ["Ron", "Ada"])
  }

  @Test func `a title stays with the name`() {
    let fixture = AttributedFixture("“Sit down,” said Mrs. Reed. “Now,” said Mr. Reed.")
    #expect(fixture.speakers == ["Mrs. Reed", "Mr. Reed"])
  }

  @Test func `a description speaks where nobody has a name`() {
    let fixture = AttributedFixture("“Halt!” shouted the guard.")
    #expect(fixture.speakers == ["the guard"])
    #expect(fixture.cast.first?.kind == .described)
  }

  @Test func `a number that speaks is a name`() {
    let fixture = AttributedFixture(
      "“Look out!” said Five.\n\n“I could not help it,” said Seven.\n\n“Well,” said Five."
        + "\n\n“Well,” said Seven."
    )
    #expect(fixture.speakers == ["Five", "Seven", "Five", "Seven"])
  }

  @Test func `two people in a tag speak together`() {
    let fixture = AttributedFixture("Ada came with Ron.\n\n“Never!” shouted Ron and Ada.")
    #expect(fixture.speakers == ["Ron and Ada"])
  }

  @Test func `quotations without a word between them are two speakers'`() {
    let fixture = AttributedFixture("“Go,” said Ron. “Now.” “Never,” said Ada.")
    #expect(fixture.speakers == ["Ron", "Ada"])
  }
}
