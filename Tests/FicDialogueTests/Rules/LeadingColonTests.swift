import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct LeadingColonTests {
  @Test func `a colon leads from the subject to its line`() throws {
    let line = try #require(AttributedFixture("Ron raised a hand: “Go.”").lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "LeadingColon")
  }

  @Test func `a paragraph that ends with a colon leads to the next`() throws {
    let line = try #require(AttributedFixture("Ron raised a hand:\n\n“Go.”").lines.first)
    #expect(line.speaker == "Ron")
    #expect(line.rule == "PrecedingLead")
  }
}
