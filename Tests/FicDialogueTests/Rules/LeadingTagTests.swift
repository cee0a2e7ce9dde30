import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct LeadingTagTests {
  @Test(arguments: [
    "Ron said, “Go.”", "Ron said: “Go.”", "Then Ron turned to Ada and said, “Go.”",
    "It was late when Ron said, “Go.”", "Ron cleared his throat and remarked, “Go.”",
  ])
  func `a speech verb before the line tags its subject`(text: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "LeadingTag")
  }

  @Test func `the tag of a paragraph before leads to the next`() throws {
    let line = try #require(AttributedFixture("Ron said:\n\n“Go.”").lines.first)
    #expect(line.speaker == "Ron")
  }

  @Test(arguments: [
    "Ada sank into the chair, and Ron, after a moment, added in a whisper, “Go.”",
    "Ada stared at the wall, but Ron rose at once, and said, “Go.”",
    "The door flew open for Ada, and Ron, who had run all the way, exclaimed, “Go.”",
  ])
  func `the subject of the last clause speaks`(text: String) throws {
    let line = try #require(AttributedFixture(text).lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "LeadingTag")
  }

  @Test func `what one has time to say is said`() throws {
    let line = try #require(AttributedFixture("Ron had only time to say, “Go.”").lines.first)
    #expect(line.speaker == "Ron")
  }

  @Test func `a deed after the line is no second tag`() throws {
    let fixture = AttributedFixture(
      "Ada was there. “Oh!” Ron exclaimed, “go.” She continued to glance at the door."
    )
    #expect(fixture.speakers == ["Ron"])
  }
}
