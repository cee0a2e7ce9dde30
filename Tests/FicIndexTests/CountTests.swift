import FicModel
import FicQuery
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct CountTests {
  private static let index = StoryFixture.index([
    "First": [
      "Smith>Jones: “The sea and the sea,” said he.\nThe sea was grey sea.\n***\nJones>Smith: “No sea.”",
      "N: a note on the sea\nNothing here.\nSmith>Jones: “Land.”",
    ],
    "Second": ["Zoë: “Sea!”\n?Smith: “Sea?”\n***\nThe sea, the sea."],
  ])

  private func table(
    _ query: String,
    by key: CountKey,
    zone: QueryZone = .story,
    limit: Int = 100
  ) async throws -> CountTable {
    let search = SearchRequest(query: query, zone: zone)
    return try await SearchEngine(index: Self.index).count(
      CountRequest(search, by: key, limit: limit)
    )
  }

  /// Each part as its name, matches, scenes, chapters, works and words.
  private func figures(_ table: CountTable) -> [String] {
    table.groups.map {
      "\($0.name): \($0.totals.matches) \($0.totals.scenes) \($0.totals.chapters) "
        + "\($0.totals.works) of \($0.words)"
    }
  }

  @Test func `works are counted with the words that were looked into`() async throws {
    let found = try await table("sea", by: .work)
    #expect(figures(found) == ["First: 5 2 1 1 of 17", "Second: 4 2 1 1 of 6"])
    #expect(found.totals.matches == 9 && found.words == 23 && found.more == 0)
  }

  @Test func `chapters, scenes and zones are counted`() async throws {
    #expect(
      figures(try await table("sea", by: .chapter, zone: .all)) == [
        "chapter 1: 5 2 1 1 of 14", "chapter 2: 1 0 1 1 of 8", "chapter 1: 4 2 1 1 of 6",
      ]
    )
    let scenes = try await table("sea", by: .scene)
    #expect(
      figures(scenes) == [
        "chapter 1: 4 1 1 1 of 12", "chapter 1: 1 1 1 1 of 2", "chapter 1: 2 1 1 1 of 2",
        "chapter 1: 2 1 1 1 of 4",
      ]
    )
    #expect(scenes.groups.map(\.scene) == [1, 2, 1, 2])
    #expect(
      figures(try await table("sea", by: .zone, zone: .all)) == [
        "story: 9 4 2 2 of 23", "author_note: 1 0 1 1 of 5",
      ]
    )
  }

  @Test func `words count for who says them, and for whom they are said to`() async throws {
    #expect(
      figures(try await table("sea", by: .speaker)) == [
        "John Smith: 2 1 1 1 of 6", "Mary Jones: 1 1 1 1 of 2", "Zoë: 1 1 1 1 of 1",
        "(narration): 4 2 2 2 of 13", "(not sure): 1 1 1 1 of 1",
      ]
    )
    #expect(
      figures(try await table("sea", by: .addressee)) == [
        "Mary Jones: 2 1 1 1 of 6", "John Smith: 1 1 1 1 of 2", "(narration): 4 2 2 2 of 13",
        "(not sure): 2 1 1 1 of 2",
      ]
    )
  }

  @Test func `a rate is of the words of the speaker who is asked for`() async throws {
    let found = try await table("from:smith sea", by: .work)
    #expect(figures(found) == ["First: 2 1 1 1 of 6"])
    #expect(found.totals.perTenThousand(of: found.words) == 3333.33)
  }

  @Test func `what is not shown is said`() async throws {
    let found = try await table("sea", by: .scene, limit: 3)
    #expect(found.groups.count == 3 && found.more == 1)
    #expect(found.totals.matches == 9)
  }

  @Test func `dispersion has every chapter, those without a match too`() async throws {
    let answer = try await SearchEngine(index: Self.index).dispersion(SearchRequest(query: "sea"))
    #expect(answer.elements.map(\.work.title) == ["First", "Second"])
    let first = try #require(answer.elements.first)
    #expect(first.parts.map(\.matches) == [5, 0])
    #expect(first.parts.map(\.words) == [14, 3])
    #expect(first.range == 1 && first.juillandD == 0)
    // The second chapter has 3 of 17 words and no match: (3/17 + 3/17) / 2.
    #expect(first.deviationOfProportions == 0.176)
    #expect(answer.elements.last?.juillandD == nil)
  }

  @Test func `an even spread has a D of 1`() {
    let part = Dispersion.Part(chapter: ChapterLabel(number: 1), ref: "", matches: 2, words: 50)
    let work = WorkLabel(id: "w", title: "W")
    let even = Dispersion(work: work, parts: [part, part, part])
    #expect(even.juillandD == 1 && even.deviationOfProportions == 0)
  }

  @Test func `collocates are the words beside, with how often they stand anywhere`() async throws {
    let answer = try await SearchEngine(index: Self.index).collocates(
      SearchRequest(query: "sea"),
      window: 1,
      minimum: 2
    )
    #expect(answer.elements.map(\.word) == ["the"])
    #expect(answer.elements.first?.beside == 5 && answer.elements.first?.total == 5)
  }

  @Test func `log-likelihood is Dunning's`() {
    // 110 of 2,442 beside, 2,552 in all of 31,777: Dunning's own table has 270.72 for "the swiss".
    let value = CollocateMaker.logLikelihood(110, of: 2552, 221, 31777)
    #expect(abs(value - 270.72) < 0.1)
    #expect(CollocateMaker.logLikelihood(1, of: 500, 100, 1000) < 0)
    #expect(CollocateMaker.logLikelihood(0, of: 0, 0, 0) == 0)
  }
}
