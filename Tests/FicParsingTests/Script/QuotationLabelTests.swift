import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationLabelTests {
  @Test func `a script has turns, and its directions are none`() {
    let fixture = """
      [The stage. CRANE is half a horse.]

      CRANE: ⟦I hold you responsible.⟧

      ODUYA: (through a mouthful of nails) ⟦For the horse?⟧

      CRANE: ⟦"The part of the Angel."⟧ [He stops.] ⟦We haven't got one.⟧

      ODUYA: ⟦I see.⟧

      A VOICE FROM THE WINGS: ⟦That's Act Two!⟧

      BOTH: ⟦What?⟧
      """
    #expect(scanned(fixture) == fixture)
    let plain = String(decoding: MarkedText(fixture).bytes, as: UTF8.self)
    let labels = quotations(in: plain).map { found in
      found.label.map { String(decoding: Array(plain.utf8)[$0.range], as: UTF8.self) }
    }
    #expect(
      labels == [
        "CRANE", "ODUYA", "CRANE", "CRANE", "ODUYA", "A VOICE FROM THE WINGS", "BOTH",
      ]
    )
  }

  @Test(arguments: [
    """
    Reyl: ⟦text_message|where are you⟧

    Me: ⟦text_message|behind the stack⟧

    Reyl: ⟦text_message|she says dace is dead⟧

    Me: ⟦text_message|that's not possible i can HEAR him⟧
    """,
    """
    [10:14] ron: ⟦text_message|lol⟧

    [10:14] mum: ⟦text_message|ok⟧

    [10:15] ron: ⟦text_message|what⟧

    [10:15] mum: ⟦text_message|dinner.⟧

    * ron laughs
    """,
    """
    ron [10:14 PM]: ⟦text_message|lol⟧

    @mum: ⟦text_message|ok⟧

    ron [10:15 PM]: ⟦text_message|what⟧

    @mum: ⟦text_message|dinner.⟧
    """,
    """
    <ron> ⟦text_message|lol⟧
    <@mum> ⟦text_message|ok⟧
    <ron> ⟦text_message|what⟧
    <@mum> ⟦text_message|Dinner.⟧
    """,
    """
    **ron** ⟦text_message|lol⟧

    **mum** ⟦text_message|ok⟧

    **ron** ⟦text_message|what⟧

    **mum** ⟦text_message|Dinner.⟧
    """,
  ])
  func `a chat has messages`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test func `a label before quotation marks tells who speaks`() {
    let fixture = """
      Ron: ⟦"Hi."⟧

      Ann: ⟦"Hello."⟧

      Ron: ⟦"Where were you?"⟧

      Ann: ⟦"Here."⟧ She sat down.
      """
    #expect(scanned(fixture) == fixture)
    let plain = String(decoding: MarkedText(fixture).bytes, as: UTF8.self)
    #expect(quotations(in: plain).allSatisfy { $0.label?.count == 3 })
  }

  @Test(arguments: [
    "Note: nobody went.\n\nNote: nobody came.",
    "She said: ⟦\"Go.\"⟧\n\nHe said: ⟦\"No.\"⟧\n\nShe said: ⟦\"Go.\"⟧\n\nHe said: ⟦\"No.\"⟧",
    "One thing was sure: it rained. It rained: hard.",
  ])
  func `a colon alone makes no script`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }
}
