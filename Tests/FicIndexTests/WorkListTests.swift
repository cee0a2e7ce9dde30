import FicModel
import FicQuery
import Testing

@testable import FicIndex
@testable import MemoryIndex

@Suite struct WorkListTests {
  private static let works: [(title: String, text: String, fields: [(String, String)])] = [
    (
      "The Inland Sea", "The lamp burned.\n***\nSmith>Jones: “The lamp is out.”",
      [
        ("author", "Zoë Ash"), ("fandom", "Harbour Lights"), ("ship", "Ilse Varga/Tomas Ruell"),
        ("status", "Completed"), ("words", "12,000"), ("updated", "2021-05-06"), ("rating", "T"),
        ("tag", "Slow Burn"),
      ]
    ),
    (
      "A Lamp for the Sea", "Nobody was there.",
      [
        ("author", "Bo Crane"), ("fandom", "Outer Lights"), ("ship", "Tomas Ruell & Ilse Varga"),
        ("status", "In-Progress"), ("words", "900"), ("updated", "2023"), ("rating", "K+"),
        ("summary", "A keeper waits for a ship."),
      ]
    ),
    (
      "Ebb", "The sea went out, and the sea came in.",
      [("author", "Lamp Ellis"), ("tag", "Sea")]
    ),
  ]

  private static let engine: SearchEngine = {
    let index = MemoryIndex()
    for work in works {
      let fields = [("title", work.title)] + work.fields
      let record = WorkRecord(
        id: WorkID(identity: work.title),
        identity: work.title,
        path: "/archive/Box 7/\(work.title) [kept].txt",
        metadata: WorkMetadata(
          fields: fields.map { MetadataField(key: $0.0, value: $0.1, origin: .header) }
        ),
        cast: StoryFixture.cast,
        // 2026-11-01, and a day later for each more letter.
        added: 1_793_491_200 + 86_400 * work.title.utf8.count
      )
      let id = index.putWork(record)
      index.replace(
        ChapterRecordsBuilder().records(
          of: StoryFixture.chapter(work.text),
          key: ChapterKey(work: id, chapter: 1),
          path: record.path,
          cast: StoryFixture.cast
        )
      )
    }
    index.commit()
    return SearchEngine(index: index)
  }()

  private func titles(
    _ query: String,
    sort: WorksRequest.Sort = .relevance,
    isReversed: Bool = false
  ) async throws -> [String] {
    let request = WorksRequest(query: query, sort: sort, isReversed: isReversed)
    return try await Self.engine.works(request).works.map {
      $0.work.title.split(separator: " ").last.map(String.init) ?? ""
    }
  }

  @Test(
    arguments: [
      ("", ["Ebb", "Sea", "Sea"]), ("fandom:lights", ["Sea", "Sea"]), ("fandom:harbour", ["Sea"]),
      ("ebb", ["Ebb"]), ("-status:complete", ["Ebb", "Sea"]), ("status:wip", ["Sea"]),
      ("-fandom:*", ["Ebb"]), ("tag:burn OR author:ellis", ["Ebb", "Sea"]),
      ("words:<1000", ["Ebb", "Sea"]), ("words:1k..20k", ["Sea"]), ("words:>1m", []),
      ("updated:2021..", ["Sea", "Sea"]), ("updated:<2022", ["Sea"]), ("rating:pg", ["Sea"]),
      ("rating:k", []), ("rating:general*", ["Sea"]), ("keep", ["Sea"]), ("\"keep\"", []),
      ("keeper", ["Sea"]), ("kept", ["Ebb", "Sea", "Sea"]), ("archive", []),
      ("ship:\"tomas/ilse\"", ["Sea"]), ("ship:ilse", ["Sea", "Sea"]),
      ("fandom:lights -ship:*/ilse", ["Sea"]), ("zzz", []), ("chapters:1", ["Ebb", "Sea", "Sea"]),
    ]
  )
  func `a list is narrowed`(query: String, titles: [String]) async throws {
    #expect(try await self.titles(query).sorted() == titles)
  }

  @Test func `the parts of a series stand in their order`() {
    func work(_ id: UInt64, _ fields: [(String, String)]) -> ShelvedWork {
      let fields = fields.map { MetadataField(key: $0.0, value: $0.1, origin: .header) }
      let record = WorkRecord(
        id: WorkID(rawValue: id),
        identity: "\(id)",
        path: "/a/\(id).txt",
        metadata: WorkMetadata(fields: fields),
        cast: []
      )
      return ShelvedWork(record, counted: [:])
    }
    let works = [
      work(1, [("title", "Aft")]), work(2, [("series", "Water"), ("part", "10")]),
      work(3, [("series", "Water"), ("part", "9")]), work(4, [("series", "Air"), ("part", "2")]),
      work(5, [("series", "water"), ("part", "9.5")]), work(6, [("series", "Water")]),
    ]
    let order = WorkOrder(sort: .series, isReversed: false)
    #expect(order.sorted(works).map(\.rawValue) == [4, 6, 3, 5, 2, 1])
  }

  @Test func `titles come before authors, and these before the rest`() async throws {
    let request = WorksRequest(query: "lamp")
    #expect(
      try await Self.engine.works(request).works.map(\.work.title)
        == ["A Lamp for the Sea", "Ebb"]
    )
    let sea = try await Self.engine.works(WorksRequest(query: "sea")).works.map(\.work.title)
    #expect(sea == ["The Inland Sea", "A Lamp for the Sea", "Ebb"])
  }

  @Test func `with a field of the text, words are looked for in the text`() async throws {
    let answer = try await Self.engine.works(WorksRequest(query: "lamp in:story"))
    #expect(answer.works.map(\.work.title) == ["The Inland Sea"])
    #expect(answer.works.map(\.matches) == [2])
    let said = try await Self.engine.works(WorksRequest(query: "from:smith fandom:harbour"))
    #expect(said.works.map(\.work.title) == ["The Inland Sea"])
    let both = try await Self.engine.works(WorksRequest(query: "sea in:story fandom:*"))
    #expect(both.works.isEmpty)
  }

  @Test(
    arguments: [
      (.title, false, ["Ebb", "The Inland Sea", "A Lamp for the Sea"]),
      (.title, true, ["A Lamp for the Sea", "The Inland Sea", "Ebb"]),
      (.author, false, ["A Lamp for the Sea", "Ebb", "The Inland Sea"]),
      (.fandom, false, ["The Inland Sea", "A Lamp for the Sea", "Ebb"]),
      (.updated, false, ["A Lamp for the Sea", "The Inland Sea", "Ebb"]),
      (.updated, true, ["The Inland Sea", "A Lamp for the Sea", "Ebb"]),
      (.added, false, ["A Lamp for the Sea", "The Inland Sea", "Ebb"]),
      (.added, true, ["Ebb", "The Inland Sea", "A Lamp for the Sea"]),
      (.words, false, ["The Inland Sea", "A Lamp for the Sea", "Ebb"]),
    ] as [(WorksRequest.Sort, Bool, [String])]
  )
  func `a list is sorted, what is not known stays last`(
    sort: WorksRequest.Sort,
    isReversed: Bool,
    titles: [String]
  ) async throws {
    let request = WorksRequest(sort: sort, isReversed: isReversed)
    #expect(try await Self.engine.works(request).works.map(\.work.title) == titles)
  }

  @Test func `pages go on where the last one ended`() async throws {
    var request = WorksRequest(sort: .title, limit: 2)
    let first = try await Self.engine.works(request)
    #expect(first.works.count == 2 && first.page.total == 3)
    #expect(first.page.cursor != nil)
    request.cursor = first.page.cursor
    let second = try await Self.engine.works(request)
    #expect(second.works.map(\.work.title) == ["A Lamp for the Sea"])
    #expect(second.page.cursor == nil)
    request.sort = .author
    await #expect(throws: QuerySyntaxError.self) { try await Self.engine.works(request) }
  }

  @Test func `a cursor of a work that is not in the list goes on at its place`() async throws {
    var request = WorksRequest(sort: .title, limit: 1)
    let cursor = try #require(try await Self.engine.works(request).page.cursor)
    let question = cursor.split(separator: "-")[0]
    for (position, titles) in [("1", ["The Inland Sea"]), (String(Int.max, radix: 36), [])] {
      request.cursor = "\(question)-\(position)-\(WorkID(identity: "none"))"
      #expect(try await Self.engine.works(request).works.map(\.work.title) == titles)
    }
    request.cursor = "\(question)-\(String(Int.max, radix: 36))-\(WorkID(identity: "Ebb"))"
    #expect(try await Self.engine.works(request).works.map(\.work.title) == ["The Inland Sea"])
  }

  @Test func `an id means its work`() async throws {
    let id = WorkID(identity: "Ebb").description
    #expect(try await titles(id) == ["Ebb"])
  }

  @Test func `what no text holds is offered: headers, tags and file names`() async throws {
    func offered(_ query: String) async throws -> [Elsewhere] {
      try await Self.engine.search(SearchRequest(query: query)).end.elsewhere.map { elsewhere in
        var elsewhere = elsewhere
        elsewhere.works = []
        return elsewhere
      }
    }
    #expect(
      try await offered("keeper") == [Elsewhere(reason: .works, matches: 1, query: "keeper")]
    )
    #expect(
      try await offered("kept in:all fandom:*")
        == [Elsewhere(reason: .works, matches: 2, query: "kept fandom:*")]
    )
    #expect(
      try await offered("sea in:all") == [Elsewhere(reason: .works, matches: 3, query: "sea")]
    )
    #expect(try await offered("sea").isEmpty)
    #expect(
      try await offered("fandom:*")
        == [Elsewhere(reason: .works, matches: 2, query: "fandom:*")]
    )
    #expect(try await offered("from:smith keeper").isEmpty)
    let named = try await Self.engine.search(SearchRequest(query: "sea in:all")).end.elsewhere
    #expect(
      named.map { $0.works.map(\.title) } == [["Ebb", "The Inland Sea", "A Lamp for the Sea"]]
    )
    let unnamed = try await Self.engine.search(SearchRequest(query: "keeper")).end.elsewhere
    #expect(unnamed.map(\.works) == [[]])
  }

  @Test(
    arguments: [
      ("fandom:harbor", ["fandom:harbour"]), ("ship:\"ilse/tomsa\"", ["ship:\"ilse/tomas\""]),
      ("author:zoe tag:slwo", ["author:zoe tag:slow"]), ("inlnd", ["inland"]),
      ("fandom:atlantis", []), ("fandom:harbour words:>1m", []), ("-fandom:harbor zzzz", []),
    ]
  )
  func `a list of nothing tells what may have been meant`(
    query: String,
    suggestions: [String]
  ) async throws {
    let answer = try await Self.engine.works(WorksRequest(query: query))
    #expect(answer.works.isEmpty)
    #expect(answer.page.suggestions == suggestions)
  }

  @Test func `a search of no work tells which may have been meant`() async throws {
    let answer = try await Self.engine.search(SearchRequest(query: "lamp fandom:harbor"))
    #expect(answer.end.suggestions == ["lamp fandom:harbour"])
  }

  @Test func `text and what is known of works go together in a search`() async throws {
    func works(_ query: String) async throws -> Set<String> {
      Set(try await Self.engine.search(SearchRequest(query: query)).hits.map(\.work.title))
    }
    #expect(try await works("the fandom:lights status:complete") == ["The Inland Sea"])
    #expect(try await works("(lamp OR sea) -fandom:*") == ["Ebb"])
    #expect(try await works("(fandom:harbour OR tag:sea) the") == ["The Inland Sea", "Ebb"])
    #expect(try await works("(lamp fandom:*) OR (sea author:ellis)") == ["The Inland Sea", "Ebb"])
    #expect(try await works("the words:>10k") == ["The Inland Sea"])
    #expect(try await works("the updated:1990").isEmpty)
    let answer = try await Self.engine.search(SearchRequest(query: "the words:>10k"))
    #expect(answer.begin.understood == "the words:10001.. in:story")
    let mixed = try await Self.engine.search(SearchRequest(query: "lamp OR sea in:notes"))
    #expect(mixed.begin.understood == "(lamp in:story) OR (sea in:notes)")
  }
}
