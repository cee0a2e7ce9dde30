import FicModel
import FicQuery
import MemoryIndex
import Testing

@testable import FicIndex

/// Of several words the lines that come closest stand first, and the rest as it is read.
@Suite struct ClosestLinesTests {
  /// Lines that hold none of the words of the questions, so that these are rare.
  private static func filler(_ count: Int) -> [String] {
    (0..<count).map { "Nothing happened, for the \($0)th time, to anybody." }
  }

  private static let index: MemoryIndex = {
    let index = StoryFixture.index([
      "Harbour": [
        ([
          "The brass lantern hung over the cold harbour.", "Rain fell.", "A lantern, of brass.",
          "***", "He polished the lantern.", "It was brass, he said, and it was old.", "***",
          "Smith>Jones: “Bring me the compass.”",
        ] + filler(300)).joined(separator: "\n")
      ],
      "Inland": [
        "A lantern stood there.\n***\nThere was brass everywhere.\n***\nThe brass lantern was lit.",
        (["N: a brass lantern for a prize"] + filler(20)).joined(separator: "\n"),
      ],
    ])
    return index
  }()

  private func search(
    _ query: String,
    limit: Int = 100,
    sort: SearchRequest.Sort = .works,
    view: SearchRequest.View = .lines,
    index: MemoryIndex = Self.index
  ) async throws -> SearchAnswer {
    try await SearchEngine(index: index).search(
      SearchRequest(query: query, limit: limit, sort: sort, view: view)
    )
  }

  @Test func `lines that have the words together and in order stand first`() async throws {
    let answer = try await search("brass lantern")
    #expect(answer.closest.isEmpty)
    #expect(
      answer.hits.prefix(2).map(\.text).sorted() == [
        "The brass lantern hung over the cold harbour.", "The brass lantern was lit.",
      ]
    )
    #expect(answer.hits.prefix(2).allSatisfy { $0.score > 0 })
    // Every line of a scene that has both words comes once.
    #expect(Set(answer.hits.map(\.ref)).count == answer.hits.count)
    #expect(answer.hits.count == 5)
    #expect(answer.end.totals == SearchTotals(works: 2, chapters: 2, scenes: 3, matches: 8))
  }

  @Test(arguments: [1, 2, 3, 4])
  func `pages go on from the closest lines to the rest`(limit: Int) async throws {
    let whole = try await search("brass lantern").hits
    var request = SearchRequest(query: "brass lantern", limit: limit)
    var paged: [Hit] = []
    repeat {
      let answer = try await SearchEngine(index: Self.index).search(request)
      paged += answer.hits
      #expect(answer.closest.isEmpty && answer.hits.count <= limit)
      request.cursor = answer.end.cursor
    } while request.cursor != nil && paged.count < 50
    #expect(paged == whole)
  }

  @Test func `a query that no scene has all of shows what comes close and what that lacks`()
    async throws
  {
    let answer = try await search("brass lantern zeppelin")
    #expect(answer.hits.isEmpty && answer.end.totals.matches == 0)
    #expect(answer.end.cursor == nil)
    let first = try #require(answer.closest.first)
    #expect(first.text.contains("brass lantern"))
    #expect(first.lacking == ["zeppelin"])
    #expect(answer.closest.count <= AnswerMaker.mostClosest)
    let types = answer.records.map { record in
      switch record {
      case .begin: "begin"
      case .closest: "closest"
      case .end: "end"
      default: "other"
      }
    }
    #expect(types == ["begin"] + answer.closest.map { _ in "closest" } + ["end"])
  }

  @Test func `a line that lacks one word stands before those that come less close`() async throws {
    // One scene has all four words, two of them in one line; another has three in one line.
    let index = StoryFixture.index([
      "Attic": [
        ([
          "The copper kettle sang beneath the window.", "***", "A copper pan and the kettle.",
          "The parrot slept.", "Somebody sang.", "Nobody had seen the copper.",
        ] + Self.filler(200)).joined(separator: "\n")
      ]
    ])
    let answer = try await search("copper kettle sang parrot", index: index)
    let lines = answer.records.compactMap { record -> String? in
      switch record {
      case .closest(let hit): "closest " + hit.text
      case .hit(let hit): "hit " + hit.text
      default: nil
      }
    }
    #expect(lines.first == "closest The copper kettle sang beneath the window.")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("hit ") })
    #expect(answer.closest.map(\.lacking) == [["parrot"]])
    #expect(answer.hits.count == 4 && answer.end.totals.matches == 5)
    // Of two words one is half of what was asked for.
    for query in ["kettle parrot", "kettle parrot -zeppelin"] {
      #expect(try await search(query, index: index).closest.isEmpty, "\(query)")
    }
  }

  @Test func `the closest lines of both kinds come in the order of their scores`() async throws {
    var answer = try await search("brass lantern")
    let hit = try #require(answer.hits.first)
    func line(_ text: String, _ score: Double) -> Hit {
      var line = hit
      (line.text, line.score) = (text, score)
      return line
    }
    answer.hits = [line("best", 5), line("good", 3), line("read", 0)]
    answer.closest = [line("closer", 4), line("close", 2)]
    let texts = answer.records.compactMap { record -> String? in
      switch record {
      case .closest(let hit), .hit(let hit): hit.text
      default: nil
      }
    }
    #expect(texts == ["best", "closer", "good", "close", "read"])
  }

  @Test func `a word that stands in two alternatives counts once`() async throws {
    let plan = try Planner().plan(try QueryParser.parse("(brass lantern) OR (brass compass)"))
    for clause in plan.plans.compactMap(\.clause) {
      #expect(Set(clause.wantedLeaves).count == clause.wantedLeaves.count)
    }
    let both = try await search("brass (lantern OR compass)", sort: .relevance).hits
    let apart = try await search("(brass lantern) OR (brass compass)", sort: .relevance).hits
    #expect(both.map(\.score) == apart.map(\.score))
  }

  @Test func `phrases and starts of words that are lacking are named as such`() async throws {
    let answer = try await search("lantern \"cold zeppelin\" zep*")
    let first = try #require(answer.closest.first)
    #expect(first.lacking == ["cold zeppelin", "zep*"])
  }

  @Test func `what must not be stays out of what comes close`() async throws {
    let answer = try await search("brass lantern zeppelin -harbour -prize")
    #expect(!answer.closest.isEmpty)
    #expect(answer.closest.allSatisfy { !$0.text.contains("harbour") })
  }

  @Test func `a name of who speaks brings a line closer`() async throws {
    let hit = try #require(try await search("smith compass brass").closest.first)
    #expect(hit.text == "“Bring me the compass.”")
  }

  @Test(
    arguments: [
      ("lantern", SearchRequest.Sort.works, SearchRequest.View.lines),
      ("brass lantern", .story, .lines), ("brass lantern", .newest, .lines),
      ("brass lantern", .works, .kwic),
    ]
  )
  func `one word, another order and a concordance have all as it is read`(
    query: String,
    sort: SearchRequest.Sort,
    view: SearchRequest.View
  ) async throws {
    let answer = try await search(query, sort: sort, view: view)
    var works: [String] = []
    for hit in answer.hits where works.last != hit.work.id { works.append(hit.work.id) }
    #expect(Set(works).count == works.count)
    #expect(answer.closest.isEmpty)
  }

  @Test func `a full name is a card and no search for a line`() async throws {
    let index = StoryFixture.index([
      "A": [
        ([
          "John Smith came.", "Smith and John went.", "***", "So John left.", "Smith stayed.",
          "Smith: “Hm.”",
        ] + Self.filler(300)).joined(separator: "\n")
      ]
    ])
    let answer = try await search("john smith", index: index)
    #expect(answer.cards.map(\.name) == ["John Smith"])
    #expect(
      answer.hits.map(\.text) == [
        "John Smith came.", "Smith and John went.", "So John left.", "Smith stayed.",
      ]
    )
  }

  // MARK: Copies

  /// A work and two copies of it.
  private static let copies: MemoryIndex = {
    let text = (0..<60).map { "Here amber\($0) walked past amber\($0 + 1) and a lantern" }
    let index = StoryFixture.index([
      "Whole": [text.joined(separator: "\n")],
      "Repost": [(text + ["The quincunx was found."]).joined(separator: "\n")],
      "Mirror": [(["Mirrored by nobody."] + text).joined(separator: "\n")],
    ])
    index.finish()
    return index
  }()

  @Test func `a line comes close once, however many copies have it`() async throws {
    let answer = try await search("amber7 amber8 zeppelin", index: Self.copies)
    #expect(!answer.closest.isEmpty)
    #expect(Set(answer.closest.map(\.work.id)).count == 1)
    #expect(Set(answer.closest.map(\.text)).count == answer.closest.count)
  }

  @Test func `lines of copies take no place from others`() async throws {
    let answer = try await search("amber7 lantern", index: Self.copies)
    #expect(Set(answer.hits.map(\.work.id)).count == 1)
    #expect(answer.end.copies?.works == 2)
    let flat = try await search("lantern", limit: 17, sort: .relevance, index: Self.copies)
    #expect(flat.hits.count == 17 && flat.end.cursor != nil)
  }

  // MARK: Common words

  @Test func `lines that hold only words which are everywhere are counted and not shown`()
    async throws
  {
    let answer = try await search("nothing compass", sort: .story)
    #expect(answer.hits.map(\.text) == ["“Bring me the compass.”"])
    #expect(answer.end.hardlyTelling == 300)
    #expect(answer.end.totals.matches == 301)
  }

  // MARK: Bounds

  @Test(arguments: [Int.min, 0, 1, 1000, Int.max])
  func `any limit is bounded`(limit: Int) async throws {
    let answer = try await search("brass lantern", limit: limit, sort: .relevance)
    #expect((1...5).contains(answer.hits.count))
  }

  @Test func `a cursor from far behind gives nothing`() async throws {
    let first = try await search("brass lantern", limit: 1, sort: .relevance)
    var cursor = try #require(first.end.cursor.flatMap(SearchCursor.init))
    (cursor.position, cursor.offset) = (.max, 1_000_000)
    var request = SearchRequest(query: "brass lantern", sort: .relevance)
    request.cursor = cursor.description
    #expect(try await SearchEngine(index: Self.index).search(request).hits.isEmpty)
  }
}
