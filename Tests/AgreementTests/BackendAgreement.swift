import FicModel
import Testing

@testable import FicIndex

/// What every backend must answer like `MemoryIndex`: the contract of `SearchIndex` and
/// `IndexWriter`.
///
/// A backend's suite makes an empty index, and calls `expectAgreement` with its writer and a
/// closure that opens what was written.
struct BackendAgreement {
  /// Decides corpus, changes and questions.
  let seed: UInt64

  /// Writes a random corpus to both, changes it, and compares the answers before and after.
  ///
  /// Returns how many of the questions found something.
  @discardableResult func expectAgreement(
    writer: any IndexWriter,
    open: () throws -> any SearchIndex
  ) async throws -> Int {
    let memory = MemoryIndex()
    var corpus = RandomCorpus(seed: seed)
    let works = corpus.works()
    for (work, chapters) in works {
      try write(work, chapters, to: memory)
      try write(work, chapters, to: writer)
    }
    try writer.commit()
    memory.commit()
    var found = try await compare(try open(), with: memory, ids: works.map(\.work.id), round: 0)
    try change(works, corpus: &corpus, writers: [memory, writer])
    try writer.finish()
    memory.finish()
    let ids = works.map(\.work.id)
    found += try await compare(try open(), with: memory, ids: ids, round: 1)
    // What the run before has tidied up changes again.
    try change(works, corpus: &corpus, writers: [memory, writer])
    try writer.commit()
    memory.commit()
    found += try await compare(try open(), with: memory, ids: ids, round: 2)
    try await compareIdentity(of: ids, writer: writer, open: open, memory: memory)
    return found
  }

  private func write(
    _ work: WorkRecord,
    _ chapters: [ChapterRecords],
    to writer: any IndexWriter
  ) throws {
    #expect(try writer.putWork(work) == work.id)
    for chapter in chapters { try writer.replace(chapter) }
  }

  /// Replaces a chapter by another, by itself, removes one, and removes a work.
  private func change(
    _ works: [(work: WorkRecord, chapters: [ChapterRecords])],
    corpus: inout RandomCorpus,
    writers: [any IndexWriter]
  ) throws {
    let first = try #require(works.first)
    let last = try #require(works.last)
    let changed = corpus.records(of: first.work, number: 1)
    let added = corpus.records(of: first.work, number: first.chapters.count + 1)
    for writer in writers {
      try writer.replace(changed)
      try writer.replace(added)
      try writer.replace(added)
      try writer.removeChapters(of: last.work.id, numbers: [1, 77])
      if works.count > 2 { try writer.removeWork(works[1].work.id) }
    }
  }

  /// Makes copies, sources, removed chapters and changes in both, and compares what they say of them.
  private func compareIdentity(
    of ids: [WorkID],
    writer: any IndexWriter,
    open: () throws -> any SearchIndex,
    memory: MemoryIndex
  ) async throws {
    let first = try #require(ids.first)
    let last = try #require(ids.last)
    let contents = memory.snapshot
    for writer in [memory, writer] as [any IndexWriter] {
      try writer.beginRun()
      for (number, work) in ["one copy", "another copy"].enumerated() {
        try copy(first, as: work, dropping: number, from: contents, to: writer)
      }
      try changeIdentity(of: first, and: last, in: writer)
      try writer.finish()
    }
    let index = try open()
    let copies = try await index.copies(deadline: .never)
    #expect(copies == (try await memory.copies(deadline: .never)), "seed \(seed)")
    for since in [.lastRun, .moment(0), .moment(20)] as [ChangesSince] {
      #expect(
        try await index.changes(since: since, limit: 3, deadline: .never)
          == memory.changes(since: since, limit: 3, deadline: .never)
      )
    }
    #expect(try writer.sources() == memory.sources())
    #expect(
      try writer.storedText(of: "/archive/0.txt", in: first)
        == memory.storedText(of: "/archive/0.txt", in: first)
    )
    for id in ids + copies.keys + copies.values {
      #expect(try writer.chapterCards(of: id) == memory.chapterCards(of: id), "seed \(seed)")
      #expect(try writer.sketch(of: id) == memory.sketch(of: id), "seed \(seed)")
      let sketch = memory.sketch(of: id)
      #expect(
        try writer.works(sharing: sketch, limit: 9) == memory.works(sharing: sketch, limit: 9)
      )
    }
    _ = try await compare(index, with: memory, ids: ids, round: 3)
  }

  /// Writes the chapters of a work as those of another, without the first few.
  private func copy(
    _ work: WorkID,
    as identity: String,
    dropping count: Int,
    from contents: MemoryIndex.Contents,
    to writer: any IndexWriter
  ) throws {
    guard var record = contents.works[work] else { return }
    record.identity = identity
    record.id = WorkID(identity: identity)
    let id = try writer.putWork(record)
    for chapter in contents.chapters(of: work).dropFirst(count) {
      var records = chapter
      records.key = ChapterKey(work: id, chapter: chapter.key.chapter - count)
      try writer.replace(records)
    }
    try writer.noteText(of: id)
  }

  private func changeIdentity(
    of first: WorkID,
    and last: WorkID,
    in writer: any IndexWriter
  ) throws {
    for (number, place) in ["b", "a", "c"].enumerated() {
      try writer.putSource(
        SourceRecord(
          place: place,
          path: "/archive/\(place)",
          work: number == 1 ? last : first,
          address: number == 0 ? "ao3/1" : nil,
          quality: SourceQuality(
            chapters: number,
            updated: "",
            isNamed: number == 0,
            form: number,
            words: 9
          ),
          isChosen: number != 1
        )
      )
    }
    try writer.removeSources(["a", "never"])
    let removal = ChapterRemoval(number: 1, time: 7, reason: .chapter)
    try writer.keepRemoved(ChapterKey(work: first, chapter: 1), as: removal)
    try writer.keepRemoved(ChapterKey(work: first, chapter: 99), as: removal)
    try writer.markRemoved(
      ChapterKey(work: last, chapter: 2),
      as: ChapterRemoval(number: 2, time: 8, reason: .file)
    )
    try writer.markRemoved(ChapterKey(work: last, chapter: 99), as: removal)
    let label = WorkLabel(id: first.description, title: "T", authors: ["A", "B"])
    for (number, kind) in ArchiveChange.Kind.allCases.enumerated() {
      try writer.noteChange(
        ArchiveChange(
          time: number * 10,
          kind: kind,
          work: label,
          chapter: number == 0
            ? nil : ChapterLabel(number: number, title: "C", removal: number == 2 ? .chapter : nil),
          chapters: number == 0 ? 3 : nil
        )
      )
    }
  }

  private func compare(
    _ index: any SearchIndex,
    with memory: MemoryIndex,
    ids: [WorkID],
    round: UInt64
  ) async throws -> Int {
    try await compareWhole(index, with: memory, ids: ids)
    var plans = RandomPlans(seed: seed &* 2 &+ round)
    var found = 0
    for _ in 0..<40 {
      // Reads hold the thread; other suites wait for theirs.
      await Task.yield()
      let plan = plans.plan(ids: ids)
      let expected = try await memory.candidates(for: plan, deadline: .never)
      let actual = try await index.candidates(for: plan, deadline: .never)
      #expect(actual.keys == expected.keys, "seed \(seed), \(plan)")
      #expect(actual.frequencies == expected.frequencies, "seed \(seed), \(plan)")
      #expect(actual.lengths == expected.lengths, "seed \(seed), \(plan)")
      #expect(actual.scenes == expected.scenes, "seed \(seed), \(plan)")
      #expect(actual.zones == expected.zones, "seed \(seed), \(plan)")
      #expect(actual.leaves == expected.leaves && actual.isComplete)
      if expected.count > 0 { found += 1 }
      let tally = try await index.tally(plan, best: 3, deadline: .never)
      compare(tally, with: try await memory.tally(plan, best: 3, deadline: .never), plan)
      guard let leaves = plan.clause?.countedLeaves else { continue }
      let frequencies = try await index.unitFrequencies(
        of: leaves,
        in: plan.unit,
        deadline: .never
      )
      let expectedFrequencies = try await memory.unitFrequencies(
        of: leaves,
        in: plan.unit,
        deadline: .never
      )
      #expect(frequencies == expectedFrequencies, "seed \(seed), \(leaves)")
    }
    return found
  }

  /// Scores may differ by the order in which they were added up.
  private func compare(_ tally: UnitTally, with expected: UnitTally, _ plan: CandidatePlan) {
    #expect(tally.works.map(\.work) == expected.works.map(\.work), "seed \(seed), \(plan)")
    #expect(tally.totals == expected.totals, "seed \(seed), \(plan)")
    #expect(tally.isExact == expected.isExact)
    for (work, expected) in zip(tally.works, expected.works) {
      #expect(work.units == expected.units && work.chapters == expected.chapters)
      #expect(work.scenes == expected.scenes, "seed \(seed), \(plan)")
      #expect(work.matches == expected.matches, "seed \(seed), \(plan)")
      #expect(abs(work.score - expected.score) < 1e-9, "seed \(seed), \(plan)")
    }
    #expect(tally.best.map(\.key) == expected.best.map(\.key), "seed \(seed), \(plan)")
    for (unit, expected) in zip(tally.best, expected.best) {
      #expect(abs(unit.score - expected.score) < 1e-9)
    }
  }

  private func compareWhole(
    _ index: any SearchIndex,
    with memory: MemoryIndex,
    ids: [WorkID]
  ) async throws {
    let statistics = try await index.statistics(deadline: .never)
    let expected = try await memory.statistics(deadline: .never)
    #expect(statistics.counts == expected.counts)
    #expect(statistics.units == expected.units)
    #expect(statistics.unitWords == expected.unitWords)
    let works = try await index.works(ids, deadline: .never)
    #expect(works == (try await memory.works(ids, deadline: .never)))
    try await compareConditions(index, with: memory, ids: ids)
    let keys = ids.flatMap { id in
      (Array(1...5) + [100_001]).map { ChapterKey(work: id, chapter: $0) }
    }
    let chapters = try await index.chapters(keys, deadline: .never)
    let expectedChapters = try await memory.chapters(keys, deadline: .never)
    #expect(chapters.map(\.key) == expectedChapters.map(\.key))
    for (chapter, expected) in zip(chapters, expectedChapters) { compare(chapter, with: expected) }
    try await compareCasts(index, with: memory, ids: ids)
  }

  private func compare(_ chapter: StoredChapter, with expected: StoredChapter) {
    #expect(chapter.chapter == expected.chapter)
    #expect(chapter.path == expected.path)
    #expect(chapter.removal == expected.removal)
    #expect(chapter.scenes == expected.scenes)
    #expect(chapter.utterances == expected.utterances)
    #expect(chapter.utteranceIndexes == expected.utteranceIndexes)
    #expect(chapter.matter == expected.matter)
  }

  private func compareCasts(
    _ index: any SearchIndex,
    with memory: MemoryIndex,
    ids: [WorkID]
  ) async throws {
    let analyzer = Analyzer()
    for name in [nil, "smith", "Mary Smith", "nobody", "sergeant"] as [String?] {
      let terms = name.map { analyzer.terms(of: $0) }
      for work in [nil, ids.first, ids.last] as [WorkID?] {
        let cast = try await index.cast(of: work, named: terms, limit: 9, deadline: .never)
        let expected = try await memory.cast(of: work, named: terms, limit: 9, deadline: .never)
        #expect(cast == expected, "seed \(seed), \(name ?? "all")")
      }
    }
  }

  /// Compares which works satisfy random conditions, and what they are sorted by.
  private func compareConditions(
    _ index: any SearchIndex,
    with memory: MemoryIndex,
    ids: [WorkID]
  ) async throws {
    var conditions = RandomConditions(seed: seed)
    for round in 0..<60 {
      let condition = round == 0 ? nil : conditions.condition(depth: 3)
      let among = round % 3 == 1 ? Array(ids.prefix(2)) : nil
      let matching = try await index.works(matching: condition, limit: 3, deadline: .never)
      let expected = try await memory.works(matching: condition, limit: 3, deadline: .never)
      #expect(matching == expected, "seed \(seed), \(String(describing: condition))")
      let shelf = try await index.shelf(matching: condition, among: among, deadline: .never)
      let expectedShelf = try await memory.shelf(
        matching: condition,
        among: among,
        deadline: .never
      )
      #expect(shelf == expectedShelf, "seed \(seed), \(String(describing: condition))")
    }
    for word in ["inlnd", "jons", "garde", "sea", "brn", "complet"] {
      let term = Term(bytes: Array(word.utf8))
      for key in FactKey.allCases {
        let words = try await index.neighbours(of: term, among: key, limit: 4, deadline: .never)
        let expected = try await memory.neighbours(
          of: term,
          among: key,
          limit: 4,
          deadline: .never
        )
        #expect(words == expected, "seed \(seed), \(word) among \(key)")
      }
    }
  }
}
