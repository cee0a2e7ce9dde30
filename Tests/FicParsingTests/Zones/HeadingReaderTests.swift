import FicModel
import FicParsing
import Testing

@Suite struct HeadingReaderTests {
  @Test(
    arguments: [
      ("Chapter 3", "3", nil), ("Chapter Three", "Three", nil), ("CHAPTER III", "III", nil),
      ("Ch. 3", "3", nil), ("Ch 3 - The Sea", "3", "The Sea"), ("3. Title", "3", "Title"),
      ("Chapter 3: Title", "3", "Title"), ("Chapter 3 — Title", "3", "Title"), ("Part 2", "2", nil),
      ("Chapter 3 The Return", "3", "The Return"), ("Book One", "One", nil),
      ("Prologue", "Prologue", nil),
      ("Epilogue: After", "Epilogue", "After"), ("Interlude 2", "Interlude 2", nil),
      ("Side Story", "Side Story", nil), ("III.", "III", nil), ("12", "12", nil),
      ("Low Orbit - Chapter Three:", "Three", nil), ("第十二回", "十二", nil), ("第3章 海", "3", "海"),
      ("Chương 12", "12", nil), ("~ Chapter 3 ~", "3", nil), ("**4. Undertow.**", "4", "Undertow"),
      ("--- Chapter 5: The Sea ---", "5", "The Sea"), ("// Chapter 2 - Ash", "2", "Ash"),
      ("CHAPTER FIVE: STATIC", "FIVE", "STATIC"), ("Chapitre 4 – La corne", "4", "La corne"),
      ("Глава 7", "7", nil), ("Chapter Twenty-One", "Twenty-One", nil),
      ("Chapter the First", "First", nil),
      ("2. Part Two (in which there is a play)", "2", "Part Two (in which there is a play)"),
    ] as [(String, String, String?)]
  )
  func `a heading gives its number and its title`(line: String, number: String, title: String?) {
    #expect(HeadingReader.title(in: line) == ChapterTitle(printedNumber: number, title: title))
  }

  @Test(
    arguments: [
      "Chapter two was the worst part of the book.", "Part of the plan had failed.", "I said no.",
      "I", "\"Chapter 3\"", "One day he left.", "4 men stood there.", "Chapters came and went.",
      "Prologue to nothing, he thought.", "Book him!", "Mix", "He ran.", "",
      "[10:14] ron: lol", "10:14 PM", "[10:14:02] <ron> lol",
    ].filter { $0 != "I" }
  )
  func `prose is no heading`(line: String) {
    #expect(HeadingReader.title(in: line) == nil)
  }
}
