import FicDialogue
import FicModel
import FicParsing
import Testing

@testable import FicFormats

@Suite struct HeaderTests {
  private func document(_ text: String, path: String = "a.txt") throws -> Document {
    try DocumentReaders().document(from: ChapterFile(path: path, bytes: Array(text.utf8)))
  }

  private static let story = "It rained.\n\n\"Far,\" said Dace.\n"

  private static let fanFicFare = """



    The Fourth Bell

    by saltmarsh, wren_of_ash



    Series: Bells [2]
    Category: Starhold Kepler
    Genre: Sci-Fi, Suspense
    Language: English
    Characters: Ilse V., Agent Dace (Starhold, Kepler), OC
    Relationships: Ilse V./Dace
    Status: In-Progress
    Published: 2011-02-19
    Packaged: 2024-01-20 18:03:11
    Rating: T
    Chapters: 2
    Words: 2,361
    Publisher: www.fanfiction.net
    Story URL: https://www.fanfiction.net/s/99990017/1/The-Fourth-Bell
    Shoe Size: 9
    Summary: What Dace heard on the fourth night, and what he told the captain of it when
    she asked.





    TABLE OF CONTENTS


    1. Rain

    2. (new) Snow



    \t1. Rain

    A/N: hello!

    **1. Rain**

    It rained.

    * * *

    It went on.



            2. (new) Snow

    It snowed.



    End file.

    """

  @Test func `FanFicFare's header gives every field`() throws {
    let metadata = try document(Self.fanFicFare).metadata
    #expect(metadata.title == "The Fourth Bell")
    #expect(metadata.authors == ["saltmarsh", "wren_of_ash"])
    #expect(metadata["fandom"] == "Starhold Kepler")
    #expect(metadata.values(of: "genre") == ["Sci-Fi", "Suspense"])
    #expect(metadata.values(of: "char") == ["Ilse V.", "Agent Dace (Starhold, Kepler)", "OC"])
    #expect(metadata["words"] == "2,361")
    #expect(metadata["url"] == "https://www.fanfiction.net/s/99990017/1/The-Fourth-Bell")
    #expect(metadata["Shoe Size"] == "9")
    #expect(
      metadata["summary"]
        == "What Dace heard on the fourth night, and what he told the captain of it when she asked."
    )
  }

  @Test(arguments: [
    ("Bells [2]", ["series: Bells", "part: 2"]), ("Part 3 of Bells", ["series: Bells", "part: 3"]),
    ("Bells", ["series: Bells"]), ("[4]", ["series: [4]"]), ("Part 3 of ", ["series: Part 3 of"]),
    ("Part of Bells", ["series: Part of Bells"]),
    ("Bells [x]", ["series: Bells [x]"]),
  ])
  func `a series has a name, and a part where one stands`(value: String, facts: [String]) throws {
    let fields = try document("Title: T\nAuthor: A\nSeries: \(value)\n\n\(Self.story)").metadata
      .fields
    #expect(fields.dropFirst(2).map { "\($0.key): \($0.value)" } == facts)
  }

  @Test func `FanFicFare's chapters are headed by tabs, not by its table`() throws {
    let work = WorkParser().parse([try document(Self.fanFicFare.replacing("\n", with: "\r\n"))])
    #expect(work.chapters.map(\.title.title) == ["Rain", "(new) Snow"])
    #expect(work.chapters.map(\.scenes.count) == [2, 1])
    let kinds = work.chapters.map { $0.zones.map(\.kind).filter { $0 != .story } }
    #expect(kinds == [[.summary, .heading, .authorsNote, .heading], [.heading, .banner]])
  }

  @Test func `a journal's header leaves disclaimer and notes to their zones`() throws {
    let text =
      "Title: The Fourth Bell\nAuthor: saltmarsh\nPairing: Dace/Varga\nRating: PG-13\nDisclaimer: Not mine.\nSummary: What Dace heard.\nNotes: For the exchange.\n\n***\n\n\(Self.story)"
    let document = try document(text)
    #expect(document.metadata.title == "The Fourth Bell")
    #expect(document.metadata["rating"] == "PG-13")
    #expect(document.metadata["summary"] == "What Dace heard.")
    #expect(document.metadata["ship"] == "Dace/Varga")
    let zones = WorkParser().parse([document]).chapters.flatMap(\.zones).map(\.kind)
    #expect(zones.contains(.disclaimer) && zones.contains(.authorsNote) && zones.contains(.summary))
  }

  @Test func `Russian labels are known`() throws {
    let metadata = try document(
      "Название: Колокол\nАвтор: соль\nФандом: Келер\nРейтинг: G\n\n\(Self.story)"
    ).metadata
    #expect(metadata.title == "Колокол")
    #expect(metadata.authors == ["соль"])
    #expect(metadata["fandom"] == "Келер")
  }

  @Test(arguments: [
    "Chapter 1\n\nby the river they sat.", "It rained.\n\nby night", "Rating: T",
    "PART ONE\n\nby Wren",
  ])
  func `a heading is no title and a sentence no author`(start: String) throws {
    #expect(try document("\(start)\n\n\(Self.story)").metadata.title == nil)
  }

  @Test func `AO3's categories are no fandoms`() throws {
    let metadata = try document("Rating: T\nCategory: Gen, F/M\nFandom: Kepler\n\n\(Self.story)")
      .metadata
    #expect(metadata.values(of: "category") == ["Gen", "F/M"])
    #expect(metadata.values(of: "fandom") == ["Kepler"])
  }

  @Test func `Markdown has a title, labels, a summary and chapters`() throws {
    let text = """
      # The Fourth Bell

      by **saltmarsh**

      - **Fandom:** Starhold Kepler
      - **URL:** <https://example.org/works/1>

      > What Dace heard.

      ## Chapter 1: Rain

      > (A/N: hello!)

      It rained.

      ---

      It went on.

      ## Chapter 2: Snow

      It snowed.
      """
    let document = try document(text, path: "bell.md")
    #expect(document.metadata.title == "The Fourth Bell")
    #expect(document.metadata.authors == ["saltmarsh"])
    #expect(document.metadata["url"] == "https://example.org/works/1")
    #expect(document.metadata["summary"] == "What Dace heard.")
    let work = WorkParser().parse([document])
    #expect(work.chapters.map(\.title.title) == ["Rain", "Snow"])
    #expect(work.chapters.map(\.scenes.count) == [2, 1])
    #expect(work.chapters.first?.zones.contains { $0.kind == .authorsNote } == true)
  }

  @Test func `Markdown's front matter is metadata`() throws {
    let text =
      "---\ntitle: \"The Fourth Bell\"\nauthor: saltmarsh\ntags:\n  - rain\n  - bells\nfandom: [Kepler, Ash]\n---\n\n\(Self.story)"
    let metadata = try document(text, path: "bell.md").metadata
    #expect(metadata.title == "The Fourth Bell")
    #expect(metadata.values(of: "tag") == ["rain", "bells"])
    #expect(metadata.values(of: "fandom") == ["Kepler", "Ash"])
  }

  @Test func `front matter is read in other manners of writing too`() throws {
    let text = """
      ---
      # how the site exports it
      title: 'Low Water'
      pen_name: reedbed
      lastUpdated: 2024-02-03
      word-count: 1234
      description: >-
        Two people wait
        for a river.
      relationshipTags: ["Mara/Tobin", 'Mara & Pell']
      series:
        name: River Set
        index: 2
      mood: wet
      ---

      \(Self.story)
      """
    let facts = try document(text, path: "low.md").metadata.fields.map { "\($0.key): \($0.value)" }
    #expect(
      facts == [
        "title: Low Water", "author: reedbed", "updated: 2024-02-03", "words: 1234",
        "summary: Two people wait for a river.", "ship: Mara/Tobin", "ship: Mara & Pell",
        "series: River Set", "part: 2", "mood: wet",
      ]
    )
    let inline = try document(
      "---\ntitle: Low Water\nseries: {name: River Set, index: 2}\n---\n\n\(Self.story)",
      path: "low.md"
    )
    #expect(inline.metadata["series"] == "River Set" && inline.metadata["part"] == "2")
  }

  @Test func `TOML in front of a story is metadata`() throws {
    let text = """
      +++
      title = "Low Water"
      tags = ["rain", "slow burn"]
      [series]
      name = "River Set"
      index = 2
      +++

      \(Self.story)
      """
    let metadata = try document(text, path: "low.md").metadata
    #expect(metadata.title == "Low Water" && metadata.values(of: "tag") == ["rain", "slow burn"])
    #expect(metadata["series"] == "River Set" && metadata["part"] == "2")
  }

  @Test func `a title that is printed again below the labels is no chapter`() throws {
    let text = """
      Title:  Low Water
      Author: reedbed

      # Low Water

      ## 1. The Shut Bridge

      It rained.

      ## 2. Chapter 2

      It snowed.
      """
    let work = WorkParser().parse([try document(text, path: "low.md")])
    #expect(work.chapters.map(\.title.printedNumber) == ["1", "2"])
    #expect(work.chapters.map(\.title.title) == ["The Shut Bridge", nil])
  }
}

/// What a header says is folded byte by byte.
@Suite struct HeaderValueTests {
  @Test(
    arguments: [
      ("", ""), (" \t\r\n ", ""), ("a", "a"), ("  a  b\t\u{A0}c\u{3000}\n", "a b c"),
      // What takes no room stays within a word and goes at the beginning of one.
      ("re\u{AD}collect\u{200B}ion", "re\u{AD}collect\u{200B}ion"), ("\u{FEFF}Title", "Title"),
      ("é  “x” 日本  🙂", "é “x” 日本 🙂"),
    ]
  )
  func `white space is folded to single spaces`(value: String, expected: String) {
    #expect(HeaderValue.folded(value) == expected)
  }
}
