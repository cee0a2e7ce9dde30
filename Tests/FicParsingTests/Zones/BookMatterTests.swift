import FicModel
import FicParsing
import MarkedTexts
import Testing

/// Notices, adverts and lists of books around a story.
@Suite struct BookMatterTests {
  private static let story = """
    The stairs went on for ever, and the lamp was low.

    "How far?" asked Mira.

    "Far," said Dace, and he did not look round.
    """

  @Test(arguments: [
    "ALSO BY JANE RAY\n\nThe Mill\n\nThe Weir", "Also by Jane Ray\n\nThe Mill",
    "Other Books by Jane Ray\n\nThe Mill\n\nRead it at www.example.org, in paperback and as an ebook.",
    "Thank you for reading! Sign up for my newsletter.",
    "Thank you for reading The Stairs!\n\nSign up for my newsletter to hear of the next book.",
    "Transcriber’s Note\n\n“teh” on page 3 was changed to “the”.\n\nHyphens were kept as they were.",
    "Transcriber's Note: Spelling has been kept as it was.",
    "[Transcriber's note: the list of plates has been moved.]",
    "Copyright © 2012 by Jane Ray\n\nAll rights reserved.",
    "This work is licensed under a Creative Commons Attribution 4.0 International License.",
    "About the Author\n\nJane Ray lives in a small town with two cats and has written nine novels.",
    "If you enjoyed this story, look for its sequel on Amazon and Kobo.",
  ])
  func `matter behind the story is boilerplate`(matter: String) {
    let structure = Structure("Chapter 3\n\n\(Self.story)\n\n\(matter)\n")
    #expect(structure.zones(.boilerplate) == [matter])
    #expect(structure.sceneTexts == [Self.story])
  }

  @Test(arguments: [
    "Copyright © 2012 by Jane Ray\n\nAll rights reserved.", "ISBN 978-3-16-148410-0",
    "This is a work of fiction. Names, characters and places are invented.",
    "Transcriber's Note: Spelling has been kept as it was.",
    "Thank you for downloading this ebook!",
  ])
  func `matter before the story is boilerplate`(matter: String) {
    for heading in ["", "Chapter 3\n\n"] {
      let structure = Structure("\(matter)\n\n\(heading)\(Self.story)\n")
      #expect(structure.zones(.boilerplate) == [matter])
      #expect(structure.sceneTexts == [Self.story])
    }
  }

  @Test(arguments: [
    "Also by the door a lamp was lit", "Thank you for buying the lamp, my dear.",
    "About the author of the letter nobody spoke.", "Books by the dozen fell down the stairs.",
    "If you enjoyed the stairs, you will hate the cellar.", "Copyright was what he talked of.",
    "Visit me soon, she thought.", "Find me at the mill when the moon is up.",
  ])
  func `lines of a story that only begin so stay story`(line: String) {
    for text in [
      "\(Self.story)\n\n\(line)", "\(line)\n\n\(Self.story)",
      "\(Self.story)\n\n\(line)\n\n\(Self.story)",
    ] {
      let structure = Structure("Chapter 3\n\n\(text)\n")
      #expect(structure.zones(.boilerplate).isEmpty)
      #expect(structure.sceneTexts == [text])
    }
  }

  @Test func `a short story behind a transcriber's note is no part of it`() {
    let text = "\(Self.story)\n\n\(Self.story)"
    let structure = Structure("The Lamp\n\nTranscriber's Note: Nothing was changed.\n\n\(text)\n")
    #expect(structure.sceneTexts.joined().hasSuffix(text))
  }

  @Test func `a story goes on behind a line that looks like such matter`() {
    let text = "\(Self.story)\n\nAlso by Jane Ray\n\n\(Self.story)"
    #expect(Structure("Chapter 3\n\n\(text)\n").zones(.boilerplate).isEmpty)
  }
}
