import FicModel
import FicQuery
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct CopyFoldingTests {
  /// Lines that no other title's text has.
  private static func lines(_ seed: String, _ count: Int) -> [String] {
    (0..<count).map { number in
      "Here \(seed)\(number) walked past \(seed)\(number + 1) and a lantern"
    }
  }

  /// A whole work, one that is a part of it, one with the same text and a line more, and another.
  private static func index() -> MemoryIndex {
    let text = lines("amber", 60)
    let index = StoryFixture.index([
      "Whole": [text[..<30].joined(separator: "\n"), text[30...].joined(separator: "\n")],
      "Excerpt": [text[..<30].joined(separator: "\n")],
      "Repost": [(text + ["A quincunx of lamps"]).joined(separator: "\n")],
      "Other": [lines("cobalt", 60).joined(separator: "\n")],
    ])
    index.finish()
    return index
  }

  private func titles(_ answer: SearchAnswer) -> Set<String> { Set(answer.hits.map(\.work.title)) }

  @Test func `copies are folded, counted and unfolded`() async throws {
    let engine = SearchEngine(index: Self.index())
    var request = SearchRequest(query: "lantern", limit: 1000)
    let answer = try await engine.search(request)
    #expect(titles(answer) == ["Whole", "Other"])
    #expect(answer.end.totals.works == 2 && answer.end.totals.matches == 120)
    #expect(answer.end.copies == FoldedCopies(works: 2, matches: 90))
    let whole = try #require(answer.hits.first { $0.work.title == "Whole" }).work.id
    #expect(answer.end.works.first { $0.id == whole }?.copies == 2)
    request.showsCopies = true
    let all = try await engine.search(request)
    #expect(titles(all) == ["Whole", "Excerpt", "Repost", "Other"])
    #expect(all.end.copies == nil && all.end.totals.matches == 210)
    request.view = .count
    request.showsCopies = false
    #expect(try await engine.search(request).count?.copies?.works == 2)
  }

  @Test func `a copy whose holder does not answer is shown`() async throws {
    let engine = SearchEngine(index: Self.index())
    let answer = try await engine.search(SearchRequest(query: "quincunx"))
    #expect(titles(answer) == ["Repost"] && answer.end.copies == nil)
    let filtered = try await engine.search(SearchRequest(query: "lantern work:excerpt"))
    #expect(titles(filtered) == ["Excerpt"])
  }

  @Test func `a list folds the copies of works that it lists`() async throws {
    let engine = SearchEngine(index: Self.index())
    let folded = try await engine.works(WorksRequest())
    #expect(folded.works.map(\.work.title) == ["Other", "Whole"] && folded.page.total == 2)
    #expect(folded.works.map(\.copies) == [0, 2])
    let found = try await engine.works(WorksRequest(query: "excerpt"))
    #expect(found.works.map(\.work.title) == ["Excerpt"] && found.works.first?.copyOf != nil)
    let all = try await engine.works(WorksRequest(showsCopies: true))
    #expect(all.works.count == 4 && all.page.total == 4)
    #expect(all.works.allSatisfy { $0.copies == 0 })
    let byText = try await engine.works(WorksRequest(query: "lantern in:story"))
    #expect(Set(byText.works.map(\.work.title)) == ["Whole", "Other"])
  }

  @Test func `pages of a list count what is listed`() async throws {
    let engine = SearchEngine(index: Self.index())
    var request = WorksRequest(limit: 1)
    let first = try await engine.works(request)
    request.cursor = first.page.cursor
    let second = try await engine.works(request)
    #expect((first.works + second.works).map(\.work.title) == ["Other", "Whole"])
    #expect(first.page.total == 2 && second.page.cursor == nil)
    request.showsCopies = true
    await #expect(throws: QuerySyntaxError.self) { try await engine.works(request) }
  }

  @Test(arguments: [SearchRequest.Sort.works, .relevance, .story])
  func `pages go on where they ended, folded or not`(sort: SearchRequest.Sort) async throws {
    let engine = SearchEngine(index: Self.index())
    for showsCopies in [false, true] {
      var request = SearchRequest(query: "lantern", limit: 1000, showsCopies: showsCopies)
      request.sort = sort
      let whole = try await engine.search(request).hits.map(\.ref)
      request.limit = 17
      var paged: [String] = []
      repeat {
        let answer = try await engine.search(request)
        paged += answer.hits.map(\.ref)
        request.cursor = answer.end.cursor
      } while request.cursor != nil && paged.count < 1000
      #expect(paged == whole)
    }
  }
}
