import FicIndex
import FicIndexSQLite
import FicModel
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
      try await compare(library.index, memory, works: works, random: &random, seed: seed)
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
      let found = try await index.candidates(for: plan, deadline: .never)
      let expected = try await memory.candidates(for: plan, deadline: .never)
      let place: Comment = "seed \(seed): \(plan)"
      #expect(found.keys == expected.keys, place)
      #expect(found.lengths == expected.lengths, place)
      #expect(found.scenes == expected.scenes, place)
      #expect(found.leaves == expected.leaves, place)
      #expect(found.frequencies == expected.frequencies, place)
      let leaves = plan.clause?.countedLeaves ?? []
      #expect(
        try await index.unitFrequencies(of: leaves, in: plan.unit, deadline: .never)
          == memory.unitFrequencies(of: leaves, in: plan.unit, deadline: .never),
        place
      )
    }
    let name = Analyzer().terms(of: "harry")
    for (work, name) in [(nil, nil), (works.first, nil), (nil, name)] as [(WorkID?, [Term]?)] {
      #expect(
        try await index.cast(of: work, named: name, limit: 100, deadline: .never)
          == memory.cast(of: work, named: name, limit: 100, deadline: .never),
        "seed \(seed)"
      )
    }
    let statistics = try await index.statistics(deadline: .never)
    let expected = try await memory.statistics(deadline: .never)
    #expect(statistics.counts == expected.counts, "seed \(seed)")
    #expect(statistics.unitWords[.scene] == expected.unitWords[.scene, default: 0])
    let condition = try WorkCondition.fact(.title, #require(ValuePattern("dark 1")))
    #expect(
      try await index.works(matching: condition, limit: 9, deadline: .never)
        == memory.works(matching: condition, limit: 9, deadline: .never),
      "seed \(seed)"
    )
    #expect(
      try await index.works(works, deadline: .never)
        == memory.works(works, deadline: .never),
      "seed \(seed)"
    )
  }
}
