import FicIndex
import FicIndexSQLite
import FicModel
import FoundationEssentials
import SeededRandom
import Testing

@testable import MemoryIndex

/// Posting lists give what the plain twin gives, however often they were merged and whatever has
/// changed since.
@Suite struct PostingAgreementTests {
  /// How many changes are made of each archive: `make agreement` asks for more.
  private static let rounds =
    ProcessInfo.processInfo.environment["FICSEARCH_AGREEMENT_ROUNDS"].flatMap { Int($0) } ?? 12

  @Test(arguments: 100..<112 as Range<UInt64>)
  func `merged and changed postings agree with the twin`(seed: UInt64) async throws {
    let files = FileManager.default
    let folder = "\(files.temporaryDirectory.path)/ficsearch-\(UUID().uuidString)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let writer = try SQLiteIndexWriter(
      path: "\(folder)/index.db",
      fewestSummedLines: 1 + Int(seed % 3) * 8
    )
    let memory = MemoryIndex()
    var corpus = RandomCorpus(seed: seed)
    var plans = RandomPlans(seed: seed)
    var generator = SplitMix(seed: seed)
    let works = corpus.works()
    try RandomCorpus.write(works, to: [writer, memory])
    let index = SQLiteSearchIndex(path: writer.path, readers: 1, closerLook: 1 << 20)
    for round in 0..<Self.rounds {
      await Task.yield()
      let work = works[Int.random(in: 0..<works.count, using: &generator)].work
      let number = Int.random(in: 1...4, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        try writer.removeChapters(of: work.id, numbers: [number])
        memory.removeChapters(of: work.id, numbers: [number])
      case 1:
        let chapter = ChapterKey(work: work.id, chapter: number)
        let removal = ChapterRemoval(number: number, time: round, reason: .chapter)
        try writer.keepRemoved(chapter, as: removal)
        memory.keepRemoved(chapter, as: removal)
      default:
        let records = corpus.records(of: work, number: number)
        try writer.replace(records)
        memory.replace(records)
      }
      try writer.commit()
      memory.commit()
      if Int.random(in: 0..<3, using: &generator) == 0 {
        try writer.mergePostings(after: 1)
      }
      // Of many changes, a hundred states are looked at.
      guard round % max(1, Self.rounds / 100) == 0 || round == Self.rounds - 1 else { continue }
      for _ in 0..<12 {
        // Reads hold the thread; other suites wait for theirs.
        await Task.yield()
        let plan = plans.plan(ids: works.map(\.work.id))
        let twin = memory
        try await index.snapshot("compare", deadline: .never) { snapshot in
          let agreement = LineAgreement(
            seed: seed,
            snapshot: snapshot,
            twin: MemorySnapshot(twin.stored, .never)
          )
          _ = try agreement.expectAgreement(plan)
        }
      }
    }
    #expect(try writer.check(isDeep: true) == [])
  }
}
