import FicModel
import FicParsing
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
}
