import FicModel
import FicQuery
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct SearchPagingTests {
  static let index = StoryFixture.index(
    Dictionary(
      uniqueKeysWithValues: (1...3).map { work in
        let chapters = (1...2).map { chapter in
          (1...3).map { line in
            let words = String(repeating: "sea ", count: (work + line) % 3 + 1)
            return
              "N: a note on the sea\nSmith>Jones: “The \(words)\(line).” The sea \(chapter).\n***"
          }.joined(separator: "\n")
        }
        return ("Work \(work)", chapters)
      }
    )
  )

  private func pages(
    _ query: String,
    limit: Int,
    sort: SearchRequest.Sort,
    view: SearchRequest.View,
    index: MemoryIndex = Self.index
  ) async throws -> [[Hit]] {
    var request = SearchRequest(query: query, limit: limit, sort: sort, view: view)
    var pages: [[Hit]] = []
    repeat {
      let answer = try await SearchEngine(index: index).search(request)
      #expect(answer.hits.count <= limit)
      pages.append(answer.hits)
      request.cursor = answer.end.cursor
    } while request.cursor != nil && pages.count < 500
    return pages
  }

  @Test(
    arguments: [
      "sea", "from:smith", "from:smith sea", "in:all sea", "sea -in:dialogue", "\"the sea\"",
    ],
    SearchRequest.Sort.allCases
  )
  func `every hit comes once, whatever the page`(
    query: String,
    sort: SearchRequest.Sort
  ) async throws {
    for view in [SearchRequest.View.lines, .kwic] {
      let whole = try await pages(query, limit: 1000, sort: sort, view: view)
      #expect(whole.count == 1)
      let expected = whole.flatMap(\.self)
      #expect(!expected.isEmpty)
      for limit in [3, 7] {
        let hits = try await pages(query, limit: limit, sort: sort, view: view).flatMap(\.self)
        #expect(hits == expected)
      }
      if view == .lines { #expect(Set(expected.map(\.ref)).count == expected.count) }
    }
  }

  /// Works so long that a page reads some chapters of one at a time.
  private static let longWorks = StoryFixture.index(
    Dictionary(
      uniqueKeysWithValues: (1...2).map { work in
        let chapters = (1...90).map { chapter in
          chapter % 7 == 0 ? "Nobody came." : "The sea \(chapter).\n***\nThe sea, the sea \(work)."
        }
        return ("Work \(work)", chapters)
      }
    )
  )

  @Test(
    arguments: [SearchRequest.Sort.works, .story],
    ["sea", "sea chapter:20..80", "sea upto:3"]
  )
  func `the pages of long works are those of short ones`(
    sort: SearchRequest.Sort,
    query: String
  ) async throws {
    let index = Self.longWorks
    let expected = try await pages(query, limit: 1000, sort: sort, view: .lines, index: index)
      .flatMap(\.self)
    #expect(!expected.isEmpty)
    for limit in [1, 7, 60] {
      let hits = try await pages(query, limit: limit, sort: sort, view: .lines, index: index)
        .flatMap(\.self)
      #expect(hits == expected, "limit \(limit)")
    }
  }

  @Test func `hits come work by work and as they are read`() async throws {
    let hits = try await pages("sea", limit: 1000, sort: .works, view: .lines).flatMap(\.self)
    var works: [String] = []
    for hit in hits where works.last != hit.work.id { works.append(hit.work.id) }
    #expect(works.count == 3)
    for work in works {
      let places = hits.filter { $0.work.id == work }.compactMap { PassageReference($0.ref) }
      let order = places.map { ($0.chapter ?? 0, $0.offset ?? 0) }
      #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `flat relevance falls`() async throws {
    let hits = try await pages("sea", limit: 1000, sort: .relevance, view: .lines).flatMap(\.self)
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(hits.first?.score != hits.last?.score)
  }

  @Test(arguments: SearchRequest.Sort.allCases)
  func `a cursor goes on when its work has gone`(sort: SearchRequest.Sort) async throws {
    let index = StoryFixture.index(["A": ["Sea\nSea"], "B": ["Sea\nSea"], "C": ["Sea\nSea"]])
    let engine = SearchEngine(index: index)
    var request = SearchRequest(query: "sea", limit: 3, sort: sort)
    let first = try await engine.search(request)
    let gone = try #require(first.hits.last.flatMap { WorkID($0.work.id) })
    index.removeWork(gone)
    index.commit()
    request.cursor = first.end.cursor
    let second = try await engine.search(request)
    let rest = Set(["A", "B", "C"]).subtracting(first.hits.map(\.work.title))
    #expect(Set(second.hits.map(\.work.title)) == rest)
    // Of lines by how close they come a cursor counts those that were shown, gone ones with them.
    #expect(second.hits.count == ([.relevance, .left, .right].contains(sort) ? 1 : 2))
  }

  @Test(arguments: ["", "x", "1-2-3", "0-0-00000000-0-0-0-0", "zzzzzzzzzzzzzz-0-00000000-0-0-9-0"])
  func `a foreign cursor is refused`(cursor: String) async throws {
    let error = await #expect(throws: QuerySyntaxError.self) {
      try await SearchEngine(index: Self.index).search(SearchRequest(query: "sea", cursor: cursor))
    }
    #expect(error?.code == "bad_cursor")
    let other = try await SearchEngine(index: Self.index).search(
      SearchRequest(query: "the", limit: 1)
    )
    await #expect(throws: QuerySyntaxError.self) {
      try await SearchEngine(index: Self.index).search(
        SearchRequest(query: "sea", cursor: other.end.cursor)
      )
    }
  }

  @Test(arguments: [Int.min, -1, 0, 1, Int.max])
  func `any limit and context are bounded`(number: Int) async throws {
    let answer = try await SearchEngine(index: Self.index).search(
      SearchRequest(query: "sea", limit: number, contextLines: number)
    )
    #expect(answer.hits.count >= 1 && answer.hits.count <= SearchRequest.maximumLimit)
    #expect(answer.hits.allSatisfy { $0.before.count <= SearchRequest.maximumContext })
  }
}
