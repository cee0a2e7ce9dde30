import FicModel
import FicQuery
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct SearchEngineTests {
  static let index = StoryFixture.index([
    "The Harbour": [
      """
      H: One. Arrival
      N: Thanks for the garden reviews! The garden is real.
      John Smith walked into the garden.
      Smith>Jones: “I told you,” he said, “to stay in the garden.”
      Jones>Smith: “You never did.” The sea was loud.
      ~Smith: ‘She will never stay.’
      ?Smith: “Nobody stays in the garden.”
      ?: “Who goes there? Not the garden!”
      ***
      Zoë: “Smith is at sea,” said Zoë.
      The garden was empty.
      """,
      """
      S: Smith goes to sea.
      Nothing grew in the gar-
      Jones>Zoë: “Don’t tell Smith’s wife.”
      """,
    ],
    "The Inland Sea": [
      """
      No sea could be seen. A smith worked.
      Zoë>Smith: “The sea is far.”
      """
    ],
  ])

  private func search(
    _ query: String,
    view: SearchRequest.View = .lines,
    sort: SearchRequest.Sort = .works
  ) async throws -> SearchAnswer {
    try await SearchEngine(index: Self.index).search(
      SearchRequest(query: query, limit: 100, sort: sort, view: view)
    )
  }

  @Test(
    arguments: [
      ("garden", 5, 2), ("\"in the garden\"", 2, 1), ("sea", 4, 3), ("smith", 4, 4),
      ("gard*", 5, 2),
      ("smith -sea", 1, 1), ("dont tell", 2, 1), ("Smith’s", 4, 4), ("garden OR worked", 6, 3),
      ("from:smith", 2, 1), ("from:smith garden", 1, 1), ("from:\"john smith\" to:mary", 1, 1),
      ("from:zoe sea", 2, 2), ("to:jones \"told you to stay\"", 1, 1),
      ("\"told you to stay\"", 0, 0), ("to:zoë", 1, 1),
      ("from:smith -garden", 1, 1), ("from:smith confidence:0 garden", 2, 1),
      ("in:dialogue garden", 3, 1), ("in:thought stay", 1, 1), ("garden -in:dialogue", 2, 2),
      ("in:narration sea", 2, 2), ("in:narration stay", 0, 0), ("garden -from:smith", 3, 2),
      ("in:notes garden", 2, 0), ("in:summary smith", 1, 0), ("in:all garden", 7, 2),
      ("in:all arrival", 1, 0), ("with:smith with:zoe", 1, 1), ("with:zoe sea", 3, 2),
      ("with:jones -with:zoe", 1, 1), ("with:smith garden", 4, 1), ("work:harbour sea", 2, 2),
      ("-work:harbour sea", 2, 1), ("author:o'nymous sea", 4, 3), ("author:nobody sea", 0, 0),
      ("chapter:2 smith", 1, 1), ("upto:1 smith", 3, 3), ("-chapter:1 smith", 1, 1),
      ("from:smith OR from:zoe", 4, 3), ("from:smith OR garden", 6, 2),
      ("from:(smith OR zoe) sea", 2, 2),
      ("NEAR(told stay, 1)", 0, 0), ("NEAR(you stay, 4)", 1, 1), ("\"told stay\"~8", 1, 1),
      ("to:jones NEAR(told stay, 2)", 0, 0),
      ("to:jones NEAR(told stay, 4)", 1, 1), ("to:jones NEAR((nothing OR told) st*, 4)", 1, 1),
      ("work:harbour", 3, 3), ("work:harbour -sea", 1, 1),
      ("in:dialogue -garden", 4, 4), ("nowhere", 0, 0),
      ("from:smith -with:zoe", 2, 1), ("in:dialogue -with:zoe garden", 3, 1),
    ])
  func `totals count matches and scenes`(query: String, matches: Int, scenes: Int) async throws {
    let answer = try await search(query, view: .count)
    let totals = try #require(answer.count?.totals)
    #expect(totals.matches == matches)
    #expect(totals.scenes == scenes)
    #expect(totals.exact)
    let lines = try await search(query)
    #expect(lines.end.totals == totals)
    #expect(lines.hits.isEmpty == (matches == 0))
  }

  @Test(
    arguments: [
      "garden", "sea OR smith", "\"in the garden\"", "from:zoe sea", "garden -in:dialogue",
      "in:all garden", "with:zoe sea", "work:harbour sea", "in:dialogue garden",
    ])
  func `a concordance has as many hits as there are matches`(query: String) async throws {
    let answer = try await search(query, view: .kwic)
    #expect(answer.hits.count == answer.end.totals.matches)
    for hit in answer.hits {
      let keyword = try #require(hit.keyword)
      #expect(!keyword.match.isEmpty)
      #expect(hit.text.contains(keyword.match))
    }
  }

  @Test func `a hit tells who speaks to whom and where it stands`() async throws {
    let answer = try await search("\"told you\"")
    let hit = try #require(answer.hits.first)
    #expect(answer.hits.count == 1)
    #expect(hit.text == "“I told you,” he said, “to stay in the garden.”")
    #expect(hit.matches == [[3, 11]])
    #expect(hit.speaker == "John Smith" && hit.addressees == ["Mary Jones"])
    #expect(hit.kind == .speech && hit.confidence == 0.9 && hit.rule == "Fixture")
    #expect(hit.work.title == "The Harbour" && hit.chapter.number == 1 && hit.scene == 1)
    #expect(hit.zone == .story && hit.source.path == "/archive/The Harbour.txt")
    #expect(hit.source.line == 7)
    let passage = try await SearchEngine(index: Self.index).passage(hit.ref, extent: .lines(1))
    #expect(passage.paragraphs.count == 3)
    #expect(passage.paragraphs[1].isTarget && passage.paragraphs[1].text == hit.text)
    #expect(passage.paragraphs[1].speakers == ["John Smith"])
  }

  @Test func `a line of narration has no speaker`() async throws {
    let hit = try #require(try await search("\"into the garden\"").hits.first)
    #expect(
      hit.speaker == nil && hit.kind == nil && hit.confidence == nil && hit.addressees.isEmpty
    )
  }

  @Test func `what somebody says goes on behind the narrator's words`() async throws {
    let phrase = try #require(try await search("from:smith \"told you to stay\"").hits.first)
    #expect(phrase.matches == [[3, 11], [24, 31]])
    #expect(try await search("\"told you to stay\"").hits.isEmpty)
    #expect(try await search("-from:smith \"told you to stay\"").hits.isEmpty)
    let near = "from:smith NEAR(\"told you\" \"to stay\", 2)"
    let hit = try #require(try await search(near).hits.first)
    #expect(hit.matches == [[3, 11], [24, 31]])
  }

  @Test func `a speaker alone lists the lines`() async throws {
    let answer = try await search("from:jones")
    #expect(
      answer.hits.map(\.text) == [
        "“You never did.” The sea was loud.", "“Don’t tell Smith’s wife.”",
      ]
    )
    #expect(answer.hits.first?.matches == [[1, 15]])
  }

  @Test func `context lines come before and after`() async throws {
    let answer = try await SearchEngine(index: Self.index).search(
      SearchRequest(query: "loud", contextLines: 1)
    )
    let hit = try #require(answer.hits.first)
    #expect(hit.before == ["“I told you,” he said, “to stay in the garden.”"])
    #expect(hit.after == ["‘She will never stay.’"])
  }

  @Test func `a name gives a card and a common word none`() async throws {
    let smith = try await search("smith")
    let card = try #require(smith.cards.first)
    #expect(card.name == "John Smith" && card.works.count == 2 && card.lines == 3)
    #expect(card.talksWith.first?.name == "Mary Jones")
    #expect(try await search("john smith").cards.map(\.name) == ["John Smith"])
    // The works share neither fandom nor series: each has a Zoe of its own.
    let both = try await search("smith OR zoe").cards
    #expect(both.map(\.name).sorted() == ["John Smith", "Zoë", "Zoë"])
    #expect(Set(both.filter { $0.name == "Zoë" }.map(\.works)).count == 2)
    for query in ["guard", "the", "mr", "garden", "-smith garden", "from:smith", "smi*"] {
      #expect(try await search(query).cards.isEmpty, "\(query)")
    }
  }

  @Test func `notes and unsure speakers are counted and offered`() async throws {
    let garden = try await search("garden")
    #expect(
      garden.end.elsewhere == [Elsewhere(reason: .notes, matches: 2, query: "garden in:notes")]
    )
    let smith = try await search("from:smith garden")
    #expect(
      smith.end.elsewhere == [
        Elsewhere(reason: .unsureSpeaker, matches: 1, query: "from:smith garden confidence:0")
      ]
    )
    let arrival = try await search("arrival")
    #expect(
      arrival.end.elsewhere == [Elsewhere(reason: .notes, matches: 1, query: "arrival in:all")]
    )
    for offer in garden.end.elsewhere + arrival.end.elsewhere {
      #expect(try await search(offer.query).end.totals.matches == offer.matches)
    }
  }

  @Test func `the understood query shows its defaults and means the same`() async throws {
    #expect(try await search("a OR sea").begin.understood == "(a OR sea) in:story")
    #expect(try await search("from:smith — !").begin.understood == "from:smith confidence:0.5")
    #expect(try await search("garden in:notes").begin.understood == "garden in:notes")
  }

  @Test(
    arguments: [
      ("gardne", "garden"), ("\"in the gardn\"", "\"in the garden\""),
      ("\"garden the\"", "garden the"),
    ])
  func `nothing found gives what may have been meant`(query: String, expected: String) async throws
  {
    let answer = try await search(query)
    #expect(answer.hits.isEmpty)
    #expect(answer.end.suggestions.contains(expected))
  }

  @Test func `what is not searchable is said`() async throws {
    let index = StoryFixture.index(["A": ["The sea."]])
    let stamp = IndexedFile.Stamp(size: 0, modified: 0, changed: 0, inode: 1)
    index.recordFile(IndexedFile(path: "/a/ok.txt", stamp: stamp, fingerprint: nil, work: nil))
    index.recordFile(
      IndexedFile(
        path: "/a/bad.txt",
        stamp: stamp,
        fingerprint: nil,
        work: nil,
        problem: FileProblem(code: "empty", path: "/a/bad.txt", cause: "it is empty")
      )
    )
    let answer = try await SearchEngine(index: index).search(SearchRequest(query: "sea"))
    #expect(!answer.begin.complete)
    #expect(
      answer.begin.missing
        == "1 file is not searchable (1 without text): ficsearch status --files"
    )
  }

  @Test(
    arguments: [
      ("—", "query_empty"), ("— -smith", "query_only_excludes"),
      ("from:smith in:notes", "contradiction"),
      ("in:dialogue in:thought", "contradiction"), ("with:zoe in:notes", "contradiction"),
      ("in:story -in:story x", "contradiction"), ("-from:smith in:story", "query_only_excludes"),
      ("chapter:1 chapter:2 x", "contradiction"), ("from:smith in:narration", "contradiction"),
      (
        "(from:a OR to:b) (from:c OR to:d) (from:e OR to:f) (from:g OR to:h) (from:i OR to:j)",
        "query_too_complex"
      ),
    ])
  func `what cannot be answered is refused with its reason`(
    query: String,
    code: String
  ) async throws {
    let error = await #expect(throws: QuerySyntaxError.self) { try await search(query) }
    #expect(error?.code == code)
  }

  @Test func `lists and completions`() async throws {
    let engine = SearchEngine(index: Self.index)
    #expect(try await engine.works(WorksRequest()).works.count == 2)
    #expect(try await engine.works(called: "inland").map(\.work.title) == ["The Inland Sea"])
    #expect(try await engine.works(called: "onym").count == 2)
    #expect(try await engine.cast(CastRequest(work: "harbour")).first?.name == "John Smith")
    #expect(try await engine.cast(CastRequest(name: "zoe")).count == 2)
    #expect(try await engine.complete("in the gar").contains("garden"))
    await #expect(throws: Problem.self) { try await engine.cast(CastRequest(work: "nothing")) }
    await #expect(throws: Problem.self) {
      try await engine.passage("nonsense", extent: .chapter)
    }
    await #expect(throws: Problem.self) {
      try await engine.passage("00000000:9:9", extent: .chapter)
    }
  }

  @Test func `a cancelled or late search ends`() async throws {
    let index = Self.index
    await #expect(throws: IndexError.self) {
      try await SearchEngine(index: index).search(
        SearchRequest(query: "sea"),
        deadline: Deadline(.now)
      )
    }
  }
}
