import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct PlayTests {
  @Test(arguments: [
    """
    MARTHA. ⟦You left the door open.⟧ (She shuts it.) ⟦Again.⟧

    JOHN (aside). ⟦It was the cat.⟧

    MARTHA. ⟦The cat has no hands.⟧

    MRS. HALE. ⟦Good evening.⟧

    JOHN. ⟦It has a friend.⟧
    """,
    """
    MARTHA.
    ⟦You left the door open.⟧

    JOHN.
    ⟦It was the cat.⟧

    MARTHA.
    ⟦The cat has no hands.⟧

    (They look at the cat.)

    JOHN.
    ⟦It has a friend.⟧
    """,
    """
    Martha
    ⟦You left the door open.⟧

    Old John
    ⟦It was the cat.⟧

    Martha
    ⟦The cat has no hands.⟧

    Old John
    ⟦It has a friend.⟧

    Martha
    ⟦Who?⟧

    Old John
    ⟦The porter.⟧
    """,
    """
    INT. KITCHEN - NIGHT

    Rain on the window. MARTHA dries a cup.

    MARTHA
    ⟦You left the door open.⟧

    JOHN (O.S.)
    (quietly)
    ⟦It was the cat.⟧

    CUT TO:

    EXT. YARD - DAY

    MARTHA (CONT'D)
    ⟦The cat has no hands.⟧

    JOHN
    ⟦It has a friend.⟧

    FADE OUT.
    """,
    """
    MARTHA

    ⟦You left the door open.⟧

    JOHN

    ⟦It was the cat.⟧

    She shuts it.

    MARTHA

    ⟦The cat has no hands.⟧

    JOHN

    ⟦It has a friend.⟧
    """,
    """
    Martha. ⟦You left the door open.⟧ _(She shuts it.)_ ⟦Again.⟧

    John. _(aside)_ ⟦It was the cat.⟧

    _He sits._

    Martha. ⟦The cat has no hands.⟧

    John. ⟦It has a friend.⟧

    Mrs. Hale. ⟦Good evening.⟧

    Martha. ⟦Is it?⟧

    Mrs. Hale. ⟦No.⟧
    """,
    """
    MARTHA ⟦You left the door open.⟧

    JOHN ⟦It was the cat.⟧

    MARTHA ⟦The cat has no hands.⟧

    JOHN ⟦It has a friend.⟧

    MARTHA ⟦I see.⟧
    """,
  ])
  func `a small cast that takes turns is a play`(fixture: String) {
    #expect(scanned(fixture) == fixture)
    let text = String(decoding: MarkedText(fixture).bytes, as: UTF8.self)
    let lines = AttributedFixture(text).lines
    #expect(lines.allSatisfy { $0.rule == "SpeakerLabel" })
    #expect(lines.first?.speaker?.lowercased() == "martha")
  }

  @Test func `a rank names a speaker as a name does`() {
    let play = AttributedFixture(
      "BISHOP. Who rang?\n\nJOHN. The wind.\n\nBISHOP. Again?\n\nJOHN. It has time."
    )
    #expect(play.speakers == ["BISHOP", "JOHN", "BISHOP", "JOHN"])
  }

  @Test(arguments: [
    "STOP. She put up her hand.\n\nThe cart stood.\n\nSTOP. Again.\n\nNobody moved in the row.",
    "BANG\n\nThe door fell.\n\nCRASH\n\nThe wall fell.\n\nBANG\n\nIt was over.",
    String(
      repeating: "Martha\n\nThe mill stood.\n\nIt fell.\n\nJohn\n\nHe ran.\n\nHe hid.\n\n",
      count: 4
    ),
    "Martha\nJohn\nMartha\nJohn\nMartha\nJohn\nThe mill stood.",
    "Martha\n\nThe mill stood.\n\nJohn\n\nIt fell.\n\nMartha\n\nHe ran.\n\nJohn\n\nHe hid.",
    "SCENE I. A kitchen.\n\nNobody.\n\nSCENE II. A yard.\n\nNobody.\n\nSCENE I. A kitchen.",
    "Martha. He had not thought of her.\n\nJohn came in.\n\nMartha. Who else?\n\nHe sat down there.",
  ])
  func `a shouted word and a heading are nobody's label`(text: String) {
    #expect(quotations(in: text).isEmpty)
  }

  @Test func `slugs and scenes of a play are breaks`() {
    let speech = "MARTHA\nYou left.\n\nJOHN\nI did.\n\nMARTHA\nWhy?\n\nJOHN\nRain.\n\n"
    let places = Structure(
      "Rain on the window.\n\n\(speech)EXT. YARD - DAY\n\n\(speech)SCENE II. The mill.\n\n\(speech)"
    ).scenes.map(\.placeAndTime)
    #expect(places == [nil, "EXT. YARD - DAY", "SCENE II. The mill"])
  }
}
