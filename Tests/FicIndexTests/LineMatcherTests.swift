import FicModel
import FicQuery
import Testing

@testable import FicIndex

@Suite struct LineMatcherTests {
  /// What a query marks in the first line of a chapter, the places of an occurrence joined by ` |
  /// `.
  private func marks(_ query: String, _ chapter: Chapter) throws -> [String] {
    let plan = try Planner().plan(try QueryParser.parse(query))
    let line = try #require(ChapterLines(chapter).lines.first)
    let all = LeafSet(below: plan.leaves.count)
    return LineMatcher(plan).occurrences(of: all, in: line, of: chapter).map { places in
      places.map { String(decoding: chapter.text[$0.range], as: UTF8.self) }
        .joined(separator: " | ")
    }
  }

  @Test(
    arguments: [
      ("garden", ["garden"]),
      ("gard*", ["garden", "gardens"]), ("\"the garden\" told", ["told", "the garden"]),
      ("told OR nowhere", ["told"]), ("told -nowhere", ["told"]),
      ("in:narration he", ["he"]), ("in:dialogue he", []),
      ("in:dialogue \"told you\"", ["told you"]),
      ("in:dialogue \"you to stay\"", ["you | to stay"]), ("\"you to stay\"", []),
      ("NEAR(told stay, 9)", ["told", "stay"]), ("NEAR((told OR he) stay, 3)", ["he", "stay"]),
      ("from:smith", []),
    ]
  )
  func `the words of a query are marked where they count`(
    query: String,
    expected: [String]
  ) throws {
    let chapter = StoryFixture.chapter(
      "Smith: “I told you,” he said, “to stay in the garden of gardens.”"
    )
    #expect(try marks(query, chapter) == expected)
  }

  @Test func `a phrase that a note interrupts is marked in two places`() throws {
    var fixture = LineFixture("The sea (A/N: it is real) was loud.")
    fixture.put("(A/N: it is real)", into: .authorsNote)
    #expect(try marks("\"the sea was loud\" real", fixture.chapter) == ["The sea | was loud"])
  }

  @Test func `words of a NEAR that another line completes are marked by themselves`() throws {
    #expect(
      try marks("NEAR(sea shore, 9)", StoryFixture.chapter("The sea, the sea.\nThe shore."))
        == ["sea", "sea"]
    )
  }

  @Test func `leaves that the index did not find are not marked`() throws {
    let plan = try Planner().plan(try QueryParser.parse("sea loud"))
    let chapter = StoryFixture.chapter("The loud sea.")
    var found = LeafSet()
    found.insert(1)
    let places = LineMatcher(plan).occurrences(
      of: found,
      in: ChapterLines(chapter).lines[0],
      of: chapter
    )
    #expect(places == [[TextSpan(4, 8)]])
  }
}
