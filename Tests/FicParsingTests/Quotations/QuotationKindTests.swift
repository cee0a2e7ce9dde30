import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationKindTests {
  @Test(arguments: [
    "⟦thought|\"I should never get like that,\"⟧ she thought.",
    "⟦thought|\"Nothing,\"⟧ thought Alice, ⟦thought|\"ever happens.\"⟧",
    "⟦thought|*Eleven blooms*⟧, I thought. ⟦thought|*I counted them twice.*⟧",
    "⟦thought|_Oh_⟧, thought Reyl, and put the gun away.",
    "I thought, ⟦thought|*well, you always did say so.*⟧",
    "He froze. ⟦thought|~It cannot be her.~⟧",
    "He froze. ⟦thought|//It cannot be her.//⟧",
    "⟦thought|*À pied*⟧, se répéta Nolwenn.",
  ])
  func `thoughts are told by a tag or by being sentences`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "I want it on the record that I *did* cut the line.",
    "He read _The Raven_ twice.",
    "It was *so* good. *Really.*",
    "See http://example.org/a//b and 2 * 3 * 4 = 24.",
    "⟦\"That is _not_ the point. _Oh no._\"⟧",
    "snake_case_name and ~5 minutes ~ more",
    "* * *",
  ])
  func `stressed words are no thoughts`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "⟦\"Okay.\"⟧ He thought about it.",
    "⟦\"Why?\"⟧ He thought of her.",
    "⟦\"Why?\"⟧ Harry wrote the name down. ⟦\"Go.\"⟧",
    "⟦\"Okay,\"⟧ he said, and thought of her. ⟦\"Go.\"⟧",
    "⟦thought|*It was her.*⟧ He said nothing.",
  ])
  func `a sentence after a quotation is no tag`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "⟦\"They came,\"⟧ said a man who goes by the name ⟦not_speech|\"Shorty.\"⟧",
    "⟦\"We saw it,\"⟧ said William ⟦not_speech|\"Wild Bill\"⟧ Hart.",
    "William ⟦not_speech|\"Wild Bill\"⟧ Hart said, ⟦\"Nothing at all.\"⟧",
    "⟦\"All the same,\"⟧ said the so-called ⟦not_speech|\"expert.\"⟧",
    "⟦\"He is out,\"⟧ said Ana, who answers to ⟦not_speech|\"Nan.\"⟧",
    "⟦\"Come in,\"⟧ said a man known to all as ⟦not_speech|\"The Duke.\"⟧",
    "⟦\"It is shut,\"⟧ said Ana under the sign ⟦not_speech|\"No Entry.\"⟧",
  ])
  func `a name in marks beside speech is none`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "⟦\"Stop,\"⟧ he called ⟦\"or I shoot.\"⟧",
    "⟦\"Go,\"⟧ said Ana. ⟦\"Now.\"⟧",
  ])
  func `speech goes on after a tag`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test func `a nickname inside a name belongs to its bearer`() {
    let tale = AttributedFixture(
      """
      "We saw nothing," said William "Wild Bill" Hart.

      Hart sat down. "Nothing," said Wild Bill.
      """
    )
    #expect(Set(tale.speakers).count == 1)
    #expect(tale.cast.count == 1)
  }

  @Test func `words between double colons are said without a voice`() {
    let fixture = "⟦::You said you had a secret,::⟧ said the ship. ⟦::Tell.::⟧"
    #expect(scanned(fixture) == fixture)
  }

  @Test func `words between single colons are said where a tag says so, and then again`() {
    let fixture = """
      ⟦:Hello:⟧ said the horse in his mind. ⟦:I have waited for you.:⟧

      ⟦:Who is that?:⟧ she asked.

      ⟦:Only me.:⟧
      """
    #expect(scanned(fixture) == fixture)
    #expect(quotations(in: "Ron: Go. He had one rule: run. It said :run: on it.").isEmpty)
  }

  @Test func `words in brackets are said where a tag says so, and then again`() {
    let fixture = """
      ⟦<Hello,>⟧ said the ship. ⟦<Come in.>⟧

      ⟦<Who is there?>⟧ she asked.

      ⟦<Only me.>⟧

      [The lights went out.]
      """
    #expect(scanned(fixture) == fixture)
    #expect(quotations(in: "<Only me.> He had <b>said</b> so. [He sat.]").isEmpty)
  }

  @Test func `words in italics are said where a tag says so`() {
    let fixture = "⟦*Come here,*⟧ she said, and he *really* said nothing."
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "⟦text_message|\"so??\"⟧ Wren had written. ⟦text_message|\"did you talk to coffee boy\"⟧",
    "⟦text_message|\"His name is Theo,\"⟧ he typed back.",
  ])
  func `written words are messages`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "She had promised to stop ⟦not_speech|\"teasing\"⟧ him.",
    "They were playing a duet from ⟦not_speech|\"Zampa\"⟧ upon the piano.",
    "The label was marked ⟦not_speech|\"DRINK ME\"⟧ in large letters.",
    "There's a board that says ⟦not_speech|“NO LOITERING AFTER THE BELL”⟧, and under that,"
      + " in chalk, ⟦not_speech|“as if we would”⟧.",
    "Pell calls that ⟦not_speech|“the courtesy”⟧. Nobody knew why.",
    "⟦not_speech|\"Advise\"⟧ was his word for it.",
    "She said ⟦not_speech|\"it\"⟧ the way that other kids say ⟦not_speech|\"Mum\"⟧.",
    "The word ⟦not_speech|\"love,\"⟧ he found, was on every page.",
  ])
  func `titles, signs and words talked about are no speech`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test(arguments: [
    "He suddenly called out ⟦\"The race is over!\"⟧ and they crowded round it.",
    "Owl said ⟦\"Hallo, my little fellow,\"⟧ in a kindly way.",
    "⟦\"And what,\"⟧ said she ⟦\"is the use of a book?\"⟧",
  ])
  func `speech inside a sentence has a verb that leads to it`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }
}
