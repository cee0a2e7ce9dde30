import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationSingleMarkTests {
  /// Turns that show a chapter to be set in single marks.
  private static let british = """


    ⟦'Go,'⟧ said Smith.

    ⟦'Why?'⟧ she asked. ⟦'It's late.'⟧

    ⟦'Go on,'⟧ he said. ⟦'Go.'⟧
    """

  @Test(arguments: [
    "⟦'Tis the season,'⟧ he said.",
    "⟦''Cause she's sat downstairs,'⟧ he mumbled.",
    "There were three of 'em, laid out as neatly as spoons.",
    "Last week's ⟦not_speech|'Whitehall Ferret'⟧ lay on his waistcoat.",
    "⟦'It's the dogs' bone,'⟧ he said. ⟦'Give it 'em.'⟧",
    "The dogs' dinner and the cats' dinner were one dinner.",
    "⟦'I don't 'ave it,'⟧ he said. ⟦'Go.'⟧",
    "⟦'He told me \"no\" twice,'⟧ she said.",
    "⟦'He said 'no' to me,'⟧ she said.",
    "⟦'Yes'⟧ said he, and ⟦'no,'⟧ said she.",
    "⟦'I came back when 'twas like this, with that blessed bell a-ringing.'⟧",
    "⟦'The class of '98,'⟧ she said, ⟦'is here.'⟧",
    "⟦'It says, beg pardon, it says, \"STOP LOOKING\"'⟧",
  ])
  func `straight single marks are told from apostrophes`(fixture: String) {
    let whole = fixture + Self.british
    #expect(scanned(whole) == whole)
  }

  @Test(arguments: [
    "⟦‘’Tis the season,’⟧ he said.",
    "⟦‘It’s the dogs’ bone,’⟧ he said. ⟦‘Give it ’em.’⟧",
    "The dogs’ dinner wasn’t the cats’ dinner.",
    "⟦‘I said “no” to him,’⟧ she said.",
    "⟦‘Yes’⟧ said he, and ⟦‘no,’⟧ said she.",
    "Rock ‘n’ roll was what they called it.",
  ])
  func `curly single marks are told from apostrophes`(fixture: String) {
    let british = Self.british.replacing("⟦'", with: "⟦‘").replacing("'", with: "’")
    let whole = fixture + british
    #expect(scanned(whole) == whole)
  }

  @Test func `a speech in single marks goes on over paragraphs`() {
    let fixture = """
      ⟦'The clerks' drawer was open.⟧

      ⟦'I shut it.'⟧
      """ + Self.british
    #expect(scanned(fixture) == fixture)
  }

  @Test func `single marks among double ones are thoughts, words talked about or inner`() {
    let fixture = """
      ⟦"Go,"⟧ said Smith.

      ⟦thought|'Da,'⟧ he thought, and was at the glass.

      The doctor put down ⟦not_speech|'natural causes'⟧ on all three tickets.

      ⟦"You said 'she'. What made you say that?"⟧

      ⟦"Why?"⟧ he asked. ⟦"Is it late?"⟧ ⟦"It is."⟧
      """
    #expect(scanned(fixture) == fixture)
  }

  @Test func `a chapter may change its marks`() {
    let fixture = """
      ⟦"Go,"⟧ said Smith. ⟦"Now."⟧ ⟦"Go."⟧

      ⟦"Why?"⟧ she asked. ⟦"It's late."⟧

      ⟦'I don't,'⟧ he said, ⟦'think so.'⟧

      ⟦'Nor I.'⟧
      """
    #expect(scanned(fixture) == fixture)
  }

  @Test func `two chapters of a work may differ in style`() {
    let double = draft(of: Array("\"Go,\" said Smith. \"Go.\" \"No.\"\n\n\"Yes,\" he said.".utf8))
    let single = draft(of: Array("'Go,' said Smith. 'Go.' 'No.'\n\n'Yes,' he said.".utf8))
    let found = QuotationScanner().scan([double, single])
    #expect(found.map { $0.flatMap(\.quotations).count } == [4, 4])
    #expect(found.joined().flatMap(\.quotations).allSatisfy { $0.kind == .speech })
  }

  @Test func `doubled single marks are double ones`() {
    let fixture = """
      ⟦''Go,''⟧ said Smith.

      ⟦''Why?''⟧ she asked. ⟦''It's late.''⟧
      """
    #expect(scanned(fixture) == fixture)
  }
}
