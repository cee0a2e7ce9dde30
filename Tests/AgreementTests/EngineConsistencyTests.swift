import FicIndex
import FicModel
import FicQuery
import MemoryIndex
import SeededRandom
import Testing

/// What the engine counts is what it shows, for random queries over random works.
@Suite struct EngineConsistencyTests {
  private static let pieces = [
    "garden", "sea", "walk", "walk*", "the", "don’t", "\"the garden\"", "\"lock in\"", "smith",
    "-sea", "-\"the sea\"", "OR", "(", ")", "from:smith", "-from:john", "to:mary", "with:smith",
    "-with:zoë", "in:dialogue", "-in:dialogue", "in:all", "in:notes", "in:narration", "in:thought",
    "work:the", "-work:sea", "fandom:sea", "-ship:*/jones", "words:>30", "status:complete",
    "updated:2020..", "tag:*", "chapter:1", "upto:2", "-chapter:2", "confidence:0",
    "NEAR(the sea, 3)",
  ]

  private func randomQuery(_ generator: inout SplitMix) -> String {
    (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
    }.joined(separator: " ")
  }

  @Test(arguments: 0..<12)
  func `totals, pages and concordances tell the same`(seed: UInt64) async throws {
    let index = MemoryIndex()
    var corpus = RandomCorpus(seed: seed)
    for (work, chapters) in corpus.works() {
      _ = index.putWork(work)
      for chapter in chapters { index.replace(chapter) }
    }
    index.commit()
    let engine = SearchEngine(index: index)
    var generator = SplitMix(seed: seed &+ 1000)
    var found = 0
    for _ in 0..<25 {
      let query = randomQuery(&generator)
      var request = SearchRequest(query: query, limit: 1000)
      guard let answer = try await answer(engine, request) else { continue }
      let totals = answer.end.totals
      #expect(answer.hits.isEmpty == (totals.matches == 0), "\(query)")
      #expect(Set(answer.hits.map(\.work.id)).count == totals.works, "\(query)")
      #expect(answer.end.works.reduce(0) { $0 + $1.matches } == totals.matches, "\(query)")
      #expect(answer.end.works.reduce(0) { $0 + $1.scenes } == totals.scenes, "\(query)")
      for hit in answer.hits { check(hit, query: query) }
      if !answer.hits.isEmpty { found += 1 }
      let again = try await self.answer(
        engine,
        SearchRequest(query: answer.begin.understood, limit: 1000)
      )
      #expect(again?.hits == answer.hits, "\(query) understood as \(answer.begin.understood)")
      request.limit = 3
      #expect(try await pages(engine, request) == answer.hits.map(\.ref), "\(query)")
    }
    #expect(found > 3)
  }

  private func answer(
    _ engine: SearchEngine,
    _ request: SearchRequest
  ) async throws -> SearchAnswer? {
    do {
      return try await engine.search(request)
    } catch is QuerySyntaxError {
      return nil
    }
  }

  private func pages(_ engine: SearchEngine, _ request: SearchRequest) async throws -> [String] {
    var request = request
    var refs: [String] = []
    repeat {
      let answer = try await engine.search(request)
      refs += answer.hits.map(\.ref)
      request.cursor = answer.end.cursor
    } while request.cursor != nil && refs.count < 5000
    return refs
  }

  private func check(_ hit: Hit, query: String) {
    let count = hit.text.unicodeScalars.count
    #expect(!hit.text.isEmpty, "\(query)")
    #expect(hit.matches.allSatisfy { $0.count == 2 && $0[0] < $0[1] && $0[1] <= count }, "\(query)")
    #expect(PassageReference(hit.ref)?.offset != nil)
    #expect((hit.speaker == nil) == (hit.confidence == nil))
    #expect(hit.source.line >= 1)
  }
}
