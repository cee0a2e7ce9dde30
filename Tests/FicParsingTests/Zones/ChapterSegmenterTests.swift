import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct ChapterSegmenterTests {
  private static let page = Array(
    repeating: "The rain fell on the row and nobody walked in it.",
    count: 30
  )
  .joined(separator: " ")

  private func work(_ headings: [String], before: String = "") -> String {
    before + headings.map { "\($0)\n\n\(Self.page)\n\n" }.joined()
  }

  @Test(arguments: [
    (["Chapter 1", "Chapter 2", "Chapter 3"], ["1", "2", "3"]),
    (["I", "II", "III", "IV"], ["I", "II", "III", "IV"]),
    (["1. Rain", "2. Snow", "3. Sun"], ["1: Rain", "2: Snow", "3: Sun"]),
    (["Prologue", "Chapter One", "Epilogue"], ["Prologue", "One", "Epilogue"]),
    (["~ Chapter 1 ~", "~ Chapter 2 ~"], ["1", "2"]),
    (["PART ONE\n\nCHAPTER I", "CHAPTER II", "PART TWO\n\nCHAPTER I"], ["I", "II", "I"]),
    (["Part 1", "Part 2"], ["1", "2"]),
    (["Chapter 4 - Ana", "Chapter 4 - Bo", "Chapter 5 - Ana"], ["4: Ana", "4: Bo", "5: Ana"]),
    (["Chapter 1", "Chapter 1.5", "Chapter 2"], ["1", "1.5", "2"]),
    (["Chapter 12", "Chapter 12.5 - Interlude"], ["12", "12.5: Interlude"]),
    (["1. Rain", "1.5 - Interlude", "2. Sun"], ["1: Rain", "1.5: Interlude", "2: Sun"]),
    (["BOOK I\n\nI", "II", "BOOK II\n\nI", "II", "III"], ["I", "II", "I", "II", "III"]),
    (["I", "II", "IV", "V"], ["I", "II", "IV", "V"]),
    (["PART ONE\n\nI", "II", "PART TWO\n\nIII", "IV"], ["I", "II", "III", "IV"]),
    (["BOOK I\n\nI", "II", "BOOK II\n\nII", "III"], ["I", "II", "II", "III"]),
    (["I", "II", "III", "I", "II"], ["I", "II", "III", "I", "II"]),
    (["Chapter 2\n\nPart 2", "Chapter 3\n\nPart 1"], ["2: Part 2", "3: Part 1"]),
  ])
  func `headings of one series start chapters`(headings: [String], titles: [String]) {
    #expect(Structure(work(headings)).titles == titles)
  }

  @Test func `a table of contents makes no chapters`() {
    let contents = "THE HOUSE\n\nCONTENTS\n\nChapter 1: Rain\nChapter 2: Snow\n\n"
    #expect(
      Structure(work(["Chapter 1: Rain", "Chapter 2: Snow"], before: contents)).titles == [
        "1: Rain", "2: Snow",
      ]
    )
  }

  @Test(arguments: [
    "CONTENTS\n\nI. Rain .... 1\nII. Snow .... 20\nIII. Sun .... 40\n\n",
    "Table of Contents\n\nRain\n\nSnow\n\nSun\n\n",
    "CONTENTS\n\n  CHAPTER I.   The heron\n  CHAPTER II.  The owl\n  CHAPTER III. The end\n\n",
    "CONTENTS\n\nCHAPTER I\nThe heron comes\n\nCHAPTER II\nThe heron goes\n\n",
  ])
  func `a table of contents is boilerplate`(contents: String) {
    let structure = Structure(
      work(["CHAPTER I.\n\nIN WHICH IT RAINS", "CHAPTER II."], before: "MILLS\n\n" + contents)
    )
    #expect(structure.titles == ["I: IN WHICH IT RAINS", "II"])
    let list = structure.zones(.boilerplate).joined(separator: " ")
    #expect(list.lowercased().contains("contents"))
    #expect(!structure.zones(.story).joined().contains("heron"))
  }

  @Test func `a title that the author types once more makes no chapter`() {
    let text =
      "Chapter 1: Rain\n\nA/N: Thanks for all the reviews!\n\nChapter 1: Rain\n\n\(Self.page)\n\nChapter 2\n\n\(Self.page)"
    #expect(Structure(text).titles == ["1: Rain", "2"])
    #expect(Structure(text).zones(.heading).count == 3)
  }

  @Test func `a rule above a heading goes with it`() throws {
    let text = work(["-----\nChapter 1: III\n-----", "-----\nChapter 2\n-----"])
    let structure = Structure(text)
    #expect(structure.titles == ["1: III", "2"])
    let second = try #require(structure.drafts.last)
    #expect(String(decoding: second.chapter.text, as: UTF8.self).hasPrefix("-----\nChapter 2"))
  }

  @Test func `a list inside the story makes no chapters`() {
    let text = "\(Self.page)\n\n1. Milk\n\n2. Bread\n\n3. Rope\n\n\(Self.page)"
    #expect(Structure(text).drafts.count == 1)
  }

  @Test func `a counter between ornaments is a scene's`() {
    let text = work(["Chapter 1"]) + "--- 2 ---\n\n\(Self.page)\n\n~*~ Part 3 ~*~\n\n\(Self.page)"
    let structure = Structure(text)
    #expect(structure.drafts.count == 1)
    #expect(structure.scenes.count == 3)
  }

  @Test func `a chapter's file stays whole though its text has headings`() {
    let text = "Part Two\n\n\(Self.page)\n\nPart Three\n\n\(Self.page)"
    let structure = Structure(
      text,
      chapterTitle: ChapterTitle(printedNumber: "2", title: "The Play")
    )
    #expect(structure.titles == ["2: The Play"])
  }

  @Test func `a file with the name of a chapter that holds a series is cut`() {
    let structure = Structure(
      work(["Chapter 1", "Chapter 2"]),
      chapterTitle: ChapterTitle(printedNumber: "1", title: "Book One")
    )
    #expect(structure.titles == ["1", "2"])
  }

  @Test func `more chapters than the limit run on as one`() {
    var reported: [ParseDiagnostic] = []
    let document = Document(plainText: Array(work((1...5).map { "Chapter \($0)" }).utf8))
    let drafts = ChapterSegmenter(limit: 3).chapters(of: document, at: 0, reporting: &reported)
    #expect(drafts.count == 3)
    #expect(reported.map(\.code) == [.tooManyChapters])
    #expect(reported.first?.count == 2)
    #expect(drafts.flatMap(\.chapter.text) == document.text)
  }
}
