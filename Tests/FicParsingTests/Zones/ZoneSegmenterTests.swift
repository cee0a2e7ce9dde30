import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct ZoneSegmenterTests {
  private static let story = """
    The stairs went on for ever, and the lamp was low.

    "How far?" asked Mira.

    "Far," said Dace, and he did not look round.
    """

  @Test(arguments: [
    ("A/N: short one today.", ZoneKind.authorsNote), ("AN: short one today.", .authorsNote),
    ("A.N. short one today, enjoy", .authorsNote), ("AN - short one today.", .authorsNote),
    ("[A/N: short one today.]", .authorsNote), ("(A/N short one today)", .authorsNote),
    ("{AN: short one today.}", .authorsNote), ("Author's Note: short one today.", .authorsNote),
    ("Author’s Notes - short one today.", .authorsNote),
    ("**Author's Note:** short one.", .authorsNote),
    ("From the Author: short one today.", .authorsNote), ("T/N: tea is a drink.", .authorsNote),
    ("Disclaimer: not mine.", .disclaimer), ("==Disclaimer== not mine.", .disclaimer),
    ("Quick Note: short one.", .authorsNote), ("Notes: short one.", .authorsNote),
    ("P.S.: short one.", .authorsNote), ("Beta'd by saltmarsh.", .authorsNote),
    ("Warning: gore.", .summary), ("Trigger Warnings: gore.", .summary), ("Rating: T", .summary),
    ("Summary: Two on a stair.", .summary), ("Previously: they fell.", .recap),
    ("Last time on Low Orbit: they fell.", .recap),
    ("Edited 9/29: fixed a word.", .authorsNote),
    ("Recap: they fell.", .recap), ("NdA : merci à tous !", .authorsNote),
    ("От автора: спасибо.", .authorsNote), ("I do not own Starhold Kepler.", .disclaimer),
    ("Thanks for all the reviews!! Please keep them coming :)", .authorsNote),
  ])
  func `a labelled paragraph before the story is no story`(note: String, kind: ZoneKind) {
    let structure = Structure("Chapter 3\n\n\(note)\n\n\(Self.story)")
    #expect(structure.kinds == [.heading, kind])
    #expect(structure.zones(kind) == [note])
    #expect(structure.sceneTexts == [Self.story])
  }

  @Test(
    arguments: [
      "\"Warning—hull breach!\" shouted the computer.", "Warning—hull breach! It came again.",
      "Notes were passed along the row.", "Disclaimers were read out.", "He was royally tired.",
      "Previously, he had been brave.", "Last time on the stair he had sung: never again.",
      "Edit, his sister, was asleep.", "An hour went by.",
      "Note how he stands, thought Mira.",
      "Update: the war was over, said the radio. Nobody cheered.",
      "Summary executions went on for a week.", "A/N", "Reviews of the play were kind.",
    ].filter { $0 != "A/N" }
  )
  func `words that only look like labels stay story`(line: String) {
    let structure = Structure("Chapter 3\n\n\(Self.story)\n\n\(line)\n\n\(Self.story)")
    #expect(structure.kinds == [.heading])
    #expect(structure.scenes.count == 1)
  }

  @Test func `a story in capitals below a heading becomes no title`() {
    let lines = (1...400).map { "THE MILL STOOD STILL ON DAY \($0)" }
    let structure = Structure("Chapter 3\n" + lines.joined(separator: "\n"))
    #expect(structure.titles.allSatisfy { $0.utf8.count < 600 })
    #expect(structure.sceneTexts.last?.hasSuffix("DAY 400") == true)
  }

  @Test(arguments: [
    ("Last time on Low Orbit: they fell.", ZoneKind.recap),
    ("Last time on Low Orbit:", .recap), ("Edited 9/29: a word.", .authorsNote),
    ("Edit 12.03.2019: a word.", .authorsNote),
  ])
  func `a labelled paragraph after the story is no story`(note: String, kind: ZoneKind) {
    let structure = Structure("Chapter 3\n\n\(Self.story)\n\n\(note)")
    #expect(structure.zones(kind) == [note])
    #expect(structure.sceneTexts == [Self.story])
  }

  @Test func `an unlabelled note before the heading is a note`() {
    let structure = Structure(
      "Yes, I know. Have some nonsense instead.\n\nPart Two\n(in which there is a play)\n\n\(Self.story)"
    )
    #expect(structure.kinds == [.authorsNote, .heading])
    #expect(structure.zones(.heading) == ["Part Two\n(in which there is a play)"])
  }

  @Test func `each review reply is a zone of its own`() {
    let structure = Structure(
      "AUTHOR'S NOTES:\n\nSorry for the wait!\n\npennyfeather- no, he is not.\n\nmothlight: I know. I know.\n\nDISCLAIMER: not mine.\n\n4. Undertow.\n\n\(Self.story)"
    )
    #expect(structure.kinds == [.authorsNote, .reviewReply, .reviewReply, .disclaimer, .heading])
    #expect(
      structure.zones(.reviewReply) == [
        "pennyfeather- no, he is not.", "mothlight: I know. I know.",
      ]
    )
  }

  @Test(arguments: [
    "R&R please, reviews make me type faster!!", "...so. How we all doing? *runs away* ~Wren",
    "Thank you for reading! The next chapter will be up on Friday.",
    "À suivre... Oui, je sais, je suis cruelle. Bisous salés, Brume.",
    "Notes: don't yell at me.", "A/N: there.", "Please review!",
  ])
  func `a note after the story is found by its signs`(note: String) {
    let structure = Structure("Chapter 3\n\n\(Self.story)\n\n\(note)")
    #expect(structure.zones(.authorsNote) == [note])
    #expect(structure.sceneTexts == [Self.story])
  }

  @Test(arguments: [
    "The End", "TBC", "-End-", "To be continued...", "~ Fin ~", "End of Chapter 3", "THE END",
  ])
  func `a closing line is a banner`(line: String) {
    let structure = Structure("Chapter 3\n\n\(Self.story)\n\n\(line)")
    #expect(structure.zones(.banner) == [line])
    #expect(structure.sceneTexts == [Self.story])
  }

  @Test(arguments: [
    "He closed the book. That was the end of the chapter, and he was tired.",
    "\"I hope the next chapter is better,\" said the boy, who liked to be read to.",
    "She wrote her name under the letter.", "And that was the story that he told them.",
  ])
  func `a story that ends on books stays story`(line: String) {
    #expect(Structure("Chapter 3\n\n\(Self.story)\n\n\(line)").kinds == [.heading])
  }

  @Test func `a note in brackets inside a paragraph is cut out of it`() throws {
    let structure = Structure(
      "Chapter 3\n\n\"Is it?\" she asked. [A/N: yes (it is).] He nodded.\n\n\(Self.story)"
    )
    #expect(structure.zones(.authorsNote) == ["[A/N: yes (it is).]"])
    let draft = try #require(structure.drafts.first)
    #expect(draft.chapter.zones.contains { $0.isInline && $0.kind == .authorsNote })
    #expect(structure.scenes.count == 1)
  }

  @Test func `a note between two paragraphs of a scene is inside it`() throws {
    let structure = Structure("\(Self.story)\n\n(AN: you get a cookie!!)\n\n\(Self.story)")
    #expect(structure.scenes.count == 1)
    let zones = try #require(structure.drafts.first).chapter.zones
    #expect(zones.filter(\.isInline).map(\.kind) == [.authorsNote])
  }

  @Test func `a note beside a break is not inside a scene`() throws {
    let structure = Structure("\(Self.story)\n\noOo\n\n(a/n: prose now)\n\n\(Self.story)")
    #expect(structure.scenes.count == 2)
    let zones = try #require(structure.drafts.first).chapter.zones
    #expect(zones.allSatisfy { !$0.isInline })
  }

  @Test func `a chapter that is only a note has no scene`() {
    let structure = Structure(
      "Author's Note\n\nHey everyone. I'm sorry, this is not an update.\n\nThis fic is on hiatus until I have written the next chapter.\n\nThank you for all your reviews!\n\n~Wren"
    )
    #expect(structure.scenes.isEmpty)
    #expect(structure.zones(.story).isEmpty)
  }

  @Test func `a labelled recap before the heading is one`() {
    let structure = Structure("Last time on Low Orbit:\n\nThey fell.\n\nChapter 5\n\n\(Self.story)")
    #expect(structure.kinds == [.recap, .heading])
  }

  @Test func `a label alone on its line takes the next paragraph and no speech`() {
    let structure = Structure(
      "Chapter 4\n\nChapter Notes\n\nThanks to wren for the beta.\n\n\(Self.story)\n\n* * *\n\n\(Self.story)"
    )
    #expect(structure.zones(.authorsNote) == ["Chapter Notes\n\nThanks to wren for the beta."])
    #expect(structure.scenes.count == 2)
  }

  @Test func `header lines and a title page are summary`() {
    let structure = Structure(
      "NORTH OF HERE\n\nby saltmarsh\n\n(1914)\n\nCHAPTER I\n\n\(Self.story)"
    )
    #expect(structure.kinds == [.summary, .heading])
  }
}
