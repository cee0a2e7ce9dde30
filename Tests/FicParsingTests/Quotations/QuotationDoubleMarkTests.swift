import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationDoubleMarkTests {
  @Test(arguments: [
    "⟦\"Go,\"⟧ said Smith.",
    "⟦“Go,”⟧ said Smith. ⟦“Now.”⟧",
    "Smith said, ⟦\"Go.\"⟧",
    "⟦\"Go,\"⟧ said Smith, ⟦\"and don't come back.\"⟧",
    "⟦“You,”⟧ and here he smiled, ⟦“borrow it.”⟧",
    "⟦\"Wait--\"⟧ She was gone.",
    "⟦“Wait—”⟧ She was gone.",
    "⟦“Wait—“⟧ She was gone.",
    "He stopped--⟦\"What was that?\"⟧--and ran.",
    "*sighs* ⟦\"Hi.\"⟧",
    "(⟦\"Hush!\"⟧ she hissed.)",
  ])
  func `a turn is found with its marks`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test func `straight and curly marks mix in one paragraph`() {
    let fixture = "⟦“Go,\"⟧ said Smith. ⟦\"Now.”⟧"
    #expect(scanned(fixture) == fixture)
  }

  @Test func `punctuation outside the marks stays outside`() {
    let fixture = """
      ⟦"You're going to refuse the tow"⟧.

      ⟦"Sit down, Tomas"⟧.

      ⟦"How long have you been listening?"⟧, Varga asked. ⟦"Hours"⟧.

      The crew called it ⟦not_speech|"the undertow"⟧, and the sound of it ⟦not_speech|"thinking"⟧, which was a joke.
      """
    #expect(scanned(fixture) == fixture)
  }

  @Test func `each paragraph of a long speech is a record that goes on`() {
    let fixture = """
      ⟦“Your father was not drowned.⟧

      ⟦“He came up on to this bridge at eleven. He was whistling.⟧

      ⟦“I told him what I wanted.”⟧

      Nobody said anything.
      """
    #expect(scanned(fixture) == fixture)
    let plain = String(decoding: MarkedText(fixture).bytes, as: UTF8.self)
    #expect(quotations(in: plain).map(\.quotation.continues) == [true, true, false])
    #expect(quotations(in: plain).allSatisfy { !$0.quotation.isUnbalanced })
  }

  @Test func `a speech goes on through paragraphs that open no mark`() {
    let fixture = """
      ⟦"Dear all, he wrote to us in May.⟧

      ⟦We are well and the weather holds.⟧

      ⟦Send socks."⟧ She folded it.
      """
    #expect(scanned(fixture) == fixture)
    let plain = String(decoding: MarkedText(fixture).bytes, as: UTF8.self)
    #expect(quotations(in: plain).map(\.quotation.continues) == [true, true, false])
  }

  @Test func `a line that is broken inside a sentence is one paragraph`() {
    let fixture = """
      ⟦"There are eleven people on that hulk and my hands

      shake"⟧, he said.
      """
    #expect(scanned(fixture) == fixture)
  }

  @Test func `inner quotations are nested and no records`() throws {
    let text = "“He said, ‘What is it you want, then?’ which is talking.”"
    let found = quotations(in: text)
    #expect(found.count == 1)
    let nested = try #require(found.first?.quotation.nested.first)
    #expect(
      String(decoding: Array(text.utf8)[nested.range], as: UTF8.self)
        == "‘What is it you want, then?’"
    )
  }

  @Test(arguments: [
    "⟦\"Never read the “Spectator,” at home.\"⟧",
    "⟦“I read the “Spectator,” and snuff the candles.”⟧ He sat.",
    "⟦\"He said \"no\" to me.\"⟧",
  ])
  func `inner quotations in the same marks stay inside`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    // A closing mark is missing before a tag, at the end of the paragraph, before another turn.
    "⟦\"Because they get shy,⟧ he said.",
    "⟦\"'We hold out every hope that he.⟧",
    "⟦\"Because they get shy,⟧ he said. ⟦\"Go on.\"⟧",
    // An opening one is missing.
    "⟦That's not a real reason,\"⟧ Will said.",
    // One too many.
    "⟦\"Every hope that he what?\"⟧\" asked Will.",
    // A space on the wrong side.
    "⟦\"Hello, \"⟧he said. ⟦\"How are you?\"⟧",
    "⟦\" Hello,\"⟧ he said.",
    // A stray one alone.
    "The pipe was 6\" wide.",
    "He was 6'2\" in his socks. ⟦\"Tall,\"⟧ she said.",
  ])
  func `a missing or stray mark is mended`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test func `a stray mark shifts nothing beyond its paragraph`() {
    let turns = (1...40).map { "⟦\"Turn \($0),\"⟧ said Smith. ⟦\"And more.\"⟧" }
    for stray in ["\"", "“", "”"] {
      let fixture = (turns.prefix(20) + ["The \(stray) sign was bare."] + turns.suffix(20))
        .joined(separator: "\n\n")
      #expect(scanned(fixture) == fixture || stray != "”")
      #expect(scanned(fixture).hasSuffix(turns.suffix(20).joined(separator: "\n\n")))
    }
  }
}
