import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct ChatTests {
  private func speakers(_ text: String) -> [String?] { AttributedFixture(text).speakers }

  @Test(arguments: [
    "ana: is the mill open\nbo_99: no way\nana: why not\nbo_99: flood\n\nA bell rang.",
    "ana: is the mill open\n\nbo_99: no way\n\nana: why not\n\nbo_99: flood\n\nA bell rang.",
    "It was late.\nana: is the mill open\nbo_99: no way\nana: why not\nbo_99: flood\nA bell rang.",
  ])
  func `handles in small letters take turns`(text: String) {
    #expect(speakers(text) == ["ana", "bo_99", "ana", "bo_99"])
  }

  @Test func `a log at the head of a chapter is no heading`() {
    let structure = Structure("[12.03.21, 16:31:02] Ana: Hi.\n[12.03.21, 16:32:02] Bo: No.")
    #expect(structure.scenes.count == 1)
  }

  @Test func `a handle that a chat has once is a speaker too`() {
    let chat = "lu: where r u\nlu: crumb\nbean: at dinner\nlu: its doing it again\ncrumb: 2 min\n"
    #expect(speakers(chat + "bean: told you") == ["lu", "lu", "bean", "lu", "crumb", "bean"])
  }

  @Test func `a handle is the person whom the story calls so`() {
    let fixture = AttributedFixture(
      "Ana sat by the lamp and typed.\n\nana: hello\nwill: who is it\nana: me\nwill: go to bed"
    )
    #expect(fixture.speakers == ["Ana", "will", "Ana", "will"])
  }

  @Test(arguments: [
    """
    ana — Today at 4:31 PM
    ⟦text_message|give it back
    you have had it for weeks⟧
    bo — Today at 4:32 PM
    ⟦text_message|no way⟧
    ana — Today at 4:33 PM
    ⟦text_message|please⟧

    Nobody slept at the inn.
    """,
    """
    ana
    Today at 4:31 PM
    ⟦text_message|give it back
    you have had it for weeks⟧
    bo_99
    Today at 4:32 PM
    ⟦text_message|No way.⟧
    ana
    Today at 4:33 PM
    ⟦text_message|please⟧

    Nobody slept at the inn.
    """,
    """
    Ana

    03/12/2021 4:31 PM

    ⟦text_message|Give it back.⟧

    Bo

    03/12/2021 4:32 PM

    ⟦text_message|no way⟧

    Ana

    03/12/2021 4:33 PM

    ⟦text_message|please⟧
    """,
    """
    ana  4:31 PM
    ⟦text_message|give it back⟧

    bo  4:32 PM
    ⟦text_message|No way.⟧

    ana  4:33 PM
    ⟦text_message|please⟧

    Nobody slept at the inn.
    """,
    """
    [12-Mar-21 04:31 PM] ana#1234
    ⟦text_message|give it back⟧

    [12-Mar-21 04:32 PM] bo#0001
    ⟦text_message|no way⟧

    [12-Mar-21 04:33 PM] ana#1234
    ⟦text_message|please⟧
    """,
    """
    [04:31] ana: ⟦text_message|give it back⟧
    [04:31] bo: ⟦text_message|No.⟧
    [04:32] ana: ⟦text_message|Please.⟧
    """,
    """
    [12:00] *** ana has joined #mill
    [12:01] <ana> ⟦text_message|is anyone here⟧
    [12:01] <bo> ⟦text_message|Always.⟧
    * ana waves
    [12:02] <ana> ⟦text_message|good⟧
    [12:04] *** bo has quit (Ping timeout)

    Nobody slept at the inn.
    """,
    """
    12/03/21, 4:30 pm - Messages and calls are end-to-end encrypted.
    12/03/21, 4:31 pm - Ana: ⟦text_message|Give it back
    and be quick about it.⟧
    12/03/21, 4:32 pm - Bo Hart: ⟦text_message|No.⟧
    12/03/21, 4:33 pm - Ana: ⟦text_message|I mean it.⟧
    12/03/21, 4:34 pm - Bo Hart left

    Nobody slept at the inn.
    """,
    """
    3/12/21, 16:31 - Ana: ⟦text_message|hello⟧
    3/12/21, 16:31 - +44 7700 900123: ⟦text_message|who is it⟧
    3/12/21, 16:32 - Ana: ⟦text_message|me⟧
    3/12/21, 16:33 - Ana: <Media omitted>
    """,
    """
    [12.03.21, 16:31:02] Ana: ⟦text_message|Give it back.⟧
    [12.03.21, 16:32:02] Bo: ⟦text_message|No.⟧
    [12.03.21, 16:33:02] Ana: ⟦text_message|I mean it.⟧
    """,
  ])
  func `an export has speakers and messages, and its times are neither`(fixture: String) {
    #expect(scanned(fixture) == fixture)
    let text = String(decoding: MarkedText(fixture).bytes, as: UTF8.self)
    let story = "The lamp was lit, and nobody in the row had slept since the flood.\n\n"
    #expect(Structure(story + text + "\n\n" + story).scenes.count == 1)
    #expect(Set(speakers(text)).count == 2)
  }

  @Test(arguments: [
    """
    [04:31] ana: ⟦text_message|give it back⟧

    Bo put the phone face down on the counter and went to look for the key.

    [04:35] bo: ⟦text_message|no⟧

    [04:36] ana: ⟦text_message|please⟧
    """,
    """
    ana  4:31 PM
    ⟦text_message|give it back⟧

    Bo put the phone face down on the counter and went to look for the key.

    bo  4:35 PM
    ⟦text_message|no⟧

    ana  4:36 PM
    ⟦text_message|please⟧
    """,
  ])
  func `a paragraph of story between messages is no message`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  private static let slugs = ["London", "Moscow", "London", "Moscow"].map { place in
    let row = "The train was late, and nobody in the row had slept since the flood.\n\n"
    return "\(place) — 4:31 PM\n\n\(row)\(row)\(row)\(row)"
  }
  .joined()

  @Test(arguments: [
    "Note: nobody went.\n\nPS: nobody came.\n\nNote: nobody left.\n\nPS: nobody stayed.",
    "Monday: eggs\nTuesday: bread\nMonday: eggs again\nTuesday: bread again",
    "From: ana\nTo: bo\nSubject: mill\n\nIt burns.\n\nFrom: bo\nTo: ana\nSubject: mill\n\nI know.",
    "Armour: leather\nBoots: none\nShield: oak\nHelm: iron\n\nHe ran.\n\n"
      + "Armour: plate\nBoots: red\nShield: ash\nHelm: gold",
    "London — 4:31 PM",
    slugs,
  ])
  func `fields and notes are no chat`(text: String) {
    #expect(quotations(in: text).isEmpty)
  }
}
