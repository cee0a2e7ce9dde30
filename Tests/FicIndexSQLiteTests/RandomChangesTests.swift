import FicIndex
import FicIndexSQLite
import FicModel
import MemoryIndex
import Testing

/// SQLite's answers are those of the plain twin in memory, before and after changes.
@Suite struct RandomChangesTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `random stories and questions agree`(seed: UInt64) async throws {
    var random = RandomStory(seed: seed)
    let library = try Library()
    let memory = MemoryIndex()
    var works: [WorkID] = []
    for round in 0..<4 {
      let writer = try SQLiteIndexWriter(path: library.path)
      for number in 0..<3 where round == 0 || random.number(0...1) == 0 {
        works += try change(number, of: [writer, memory], random: &random)
      }
      if round > 0, let work = works.first, random.number(0...5) == 0 {
        try writer.removeWork(work)
        memory.removeWork(work)
      }
      try writer.finish()
      memory.finish()
      #expect(try writer.check(isDeep: true) == [], "seed \(seed), round \(round)")
      // What has followed the changes, and what reads the state at once.
      for index in [library.index, SQLiteSearchIndex(path: library.path, readers: 1)] {
        try await compare(index, memory, works: works, random: &random, seed: seed)
      }
    }
  }

  /// Writes a work anew, with some of its chapters, in every index.
  private func change(
    _ number: Int,
    of writers: [any IndexWriter],
    random: inout RandomStory
  ) throws -> [WorkID] {
    let cast = random.cast()
    let record = Library.work("work \(number)", title: "The Dark \(number)", cast: cast)
    var chapters: [Int: Script] = [:]
    for chapter in 1...4 where random.number(0...2) > 0 {
      chapters[chapter] = random.script(cast: cast)
    }
    var works: [WorkID] = []
    for writer in writers {
      let work = try writer.putWork(record)
      works.append(work)
      // All stored chapters go or are replaced, as the cast is another one.
      let stored = try writer.chapterFingerprints(of: work).keys
      try writer.removeChapters(of: work, numbers: stored.filter { chapters[$0] == nil })
      for (chapter, script) in chapters.sorted(by: { $0.key < $1.key }) {
        try writer.replace(script.records(work: work, number: chapter, cast: cast))
      }
    }
    #expect(Set(works).count == 1)
    return Array(Set(works))
  }

  private func compare(
    _ index: SQLiteSearchIndex,
    _ memory: MemoryIndex,
    works: [WorkID],
    random: inout RandomStory,
    seed: UInt64
  ) async throws {
    for _ in 0..<60 {
      // Reads hold the thread; other suites wait for theirs.
      await Task.yield()
      let plan = random.plan(works: Array(Set(works)).sorted())
      let found = try await Self.answers(to: plan, of: works.first, in: index)
      let expected = try await Self.answers(to: plan, of: works.first, in: memory)
      let place: Comment = "seed \(seed): \(plan)"
      #expect(found.weights == expected.weights, place)
      #expect(Self.rounded(found.tally) == Self.rounded(expected.tally), place)
      #expect(found.lines == expected.lines, place)
    }
    let name = Analyzer().terms(of: "harry")
    for (work, name) in [(nil, nil), (works.first, nil), (nil, name)] as [(WorkID?, [Term]?)] {
      #expect(
        try await index.read { try $0.cast(of: work, named: name, limit: 100) { _ in true } }
          == memory.read { try $0.cast(of: work, named: name, limit: 100) { _ in true } },
        "seed \(seed)"
      )
    }
    let statistics = try await index.read { try $0.statistics() }
    let expected = try await memory.read { try $0.statistics() }
    #expect(statistics.counts == expected.counts, "seed \(seed)")
    #expect(statistics.lines == expected.lines, "seed \(seed)")
    let condition = try WorkCondition.fact(.title, #require(ValuePattern("dark 1")))
    #expect(
      try await index.read { try $0.works(matching: condition, limit: 9) }
        == memory.read { try $0.works(matching: condition, limit: 9) },
      "seed \(seed)"
    )
    #expect(
      try await index.read { try $0.works(works) }
        == memory.read { try $0.works(works) },
      "seed \(seed)"
    )
  }

  /// A tally whose weights do not tell in which order they were added up.
  private static func rounded(_ tally: LineTally) -> LineTally {
    var tally = tally
    for index in tally.works.indices {
      tally.works[index].weight = (tally.works[index].weight * 1e9).rounded() / 1e9
    }
    return tally
  }

  /// What an index answers to a plan.
  private struct Answers: Sendable {
    var weights: LeafWeights
    var tally: LineTally
    var lines: [MatchedLine]
  }

  private static func answers(
    to plan: QueryPlan,
    of work: WorkID?,
    in index: some SearchIndex
  ) async throws -> Answers {
    try await index.read { snapshot in
      let weights = try snapshot.weights(of: plan)
      return Answers(
        weights: weights,
        tally: try snapshot.tally(plan, weights),
        lines: try work.map {
          try snapshot.lines(plan, weights, of: $0, after: nil, limit: 20)
        } ?? []
      )
    }
  }
}
