import FicIndex
import FicIndexSQLite
import FicModel
import FoundationEssentials
import GRDB
import SeededRandom
import Testing

/// Searches for a word that very many units hold give what the plain twin gives: they read the summary
/// of a list.
@Suite struct SummaryAgreementTests {
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `summaries agree with the twin, whatever has changed since`(seed: UInt64) async throws {
    let files = FileManager.default
    let folder = "\(files.temporaryDirectory.path)/ficsearch-\(UUID().uuidString)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let writer = try SQLiteIndexWriter(path: "\(folder)/index.db")
    let memory = MemoryIndex()
    var corpus = RandomCorpus(seed: seed)
    var generator = SplitMix(seed: seed)
    let works = corpus.works().map(\.work)
    let chapters = 1...(300 / works.count)
    for work in works {
      let records = chapters.map { corpus.records(of: work, number: $0) }
      for target in [writer, memory] as [any IndexWriter] {
        _ = try target.putWork(work)
        for chapter in records { try target.replace(chapter) }
      }
    }
    try writer.finish()
    memory.commit()
    let index = SQLiteSearchIndex(path: writer.path, readers: 1)
    let summaries = try await DatabaseQueue(path: writer.path).read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM posting_summary") ?? 0
    }
    #expect(summaries > 3)
    for round in 0..<3 {
      for word in Set(RandomCorpus.words).sorted() {
        guard let term = Analyzer().terms(of: word).first else { continue }
        for best in [5, 200] {
          // Reads hold the thread; other suites wait for theirs.
          await Task.yield()
          let plan = CandidatePlan(unit: .scene, clause: .phrase([term], in: .text))
          let actual = try await index.tally(plan, best: best, deadline: .never)
          let expected = try await memory.tally(plan, best: best, deadline: .never)
          #expect(actual.totals == expected.totals, "seed \(seed), round \(round), \(word)")
          let areSame =
            actual.works.map(\.work) == expected.works.map(\.work)
            && actual.works.map(\.chapters) == expected.works.map(\.chapters)
            && actual.works.map(\.scenes) == expected.works.map(\.scenes)
            && actual.best == expected.best
          #expect(areSame, "seed \(seed), round \(round), \(word), \(best)")
          for (own, other) in zip(actual.works, expected.works) {
            #expect(abs(own.score - other.score) <= 1e-6 * other.score)
          }
        }
      }
      for _ in 0...round * 3 {
        let work = works[Int.random(in: 0..<works.count, using: &generator)]
        let number = Int.random(in: chapters, using: &generator)
        if Bool.random(using: &generator) {
          try writer.removeChapters(of: work.id, numbers: [number])
          memory.removeChapters(of: work.id, numbers: [number])
        } else {
          let records = corpus.records(of: work, number: number)
          try writer.replace(records)
          memory.replace(records)
        }
      }
      try writer.commit()
      memory.commit()
    }
    // Its units stay in the lists until the next merge, and its id is gone.
    try writer.removeWork(works[0].id)
    try writer.commit()
    memory.removeWork(works[0].id)
    memory.commit()
    let garden = CandidatePlan(
      unit: .scene,
      clause: .phrase(Analyzer().terms(of: "garden"), in: .text)
    )
    let actual = try await index.tally(garden, best: 20, deadline: .never)
    let expected = try await memory.tally(garden, best: 20, deadline: .never)
    #expect(actual.totals == expected.totals)
    #expect(actual.best.map(\.key) == expected.best.map(\.key))
    #expect(try writer.check(isDeep: true) == [])
  }
}
