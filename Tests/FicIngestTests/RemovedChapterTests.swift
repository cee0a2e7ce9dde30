import FicIndex
import FicModel
import MemoryIndex
import Testing

@testable import FicIngest

/// Chapters that vanish from a file that is still there stay, marked.
@Suite struct RemovedChapterTests {
  private static func story(_ seeds: [UInt64]) -> String {
    seeds.enumerated().map { number, seed in
      "Chapter \(number + 1)\n\n" + Prose.text(seed: seed, sentences: 40) + "\n"
    }
    .joined(separator: "\n")
  }

  private func work(_ index: MemoryIndex) async throws -> StoredWork {
    try #require(try await index.read { try $0.works(matching: nil, limit: 9) }.first)
  }

  private func kept(_ index: MemoryIndex) async throws -> [ChapterCard] {
    index.chapterCards(of: try await work(index).id).filter { $0.removal != nil }
  }

  private func changes(_ index: MemoryIndex) async throws -> [String] {
    try await index.read { try $0.changes(since: .lastRun, limit: 100) }.map { change in
      "\(change.kind.rawValue) \(change.chapter.map { "\($0.number)" } ?? "work")"
    }
  }

  @Test func `a chapter that vanishes stays and is found`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2, 3]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await changes(index) == ["came work"])
    try archive.write("tale.txt", Self.story([1, 3]))
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.removed == 1 && summary.added == 0)
    let card = try #require(try await kept(index).first)
    #expect(card.number == 100_002 && card.removal?.number == 2)
    #expect(card.removal?.reason == .chapter)
    #expect(try await work(index).removedChapters == 1)
    #expect(try await changes(index) == ["removed 2"])
    let engine = SearchEngine(index: index)
    let ref = PassageReference(work: try await work(index).id, chapter: 100_002).description
    let passage = try await engine.passage(ref, extent: .chapter)
    #expect(passage.chapter.number == 2 && passage.chapter.removal == .chapter)
    let again = try await archive.ingest(into: index).summary
    #expect(again.unchanged == 1)
    #expect(try await changes(index) == ["removed 2"])
  }

  @Test func `a chapter that comes back is no removed one any more`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2, 3]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("tale.txt", Self.story([1, 3]))
    try await archive.ingest(into: index)
    try archive.write("tale.txt", Self.story([1, 2, 3, 4]))
    try await archive.ingest(into: index)
    #expect(try await kept(index).isEmpty)
    #expect(try await work(index).chapters == 4)
    #expect(try await changes(index) == ["came 4", "came 2"])
  }

  @Test func `a stub keeps the chapter that it stands for`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write(
      "tale.txt",
      Self.story([1]) + "\nChapter 2\n\nThis part went to a publisher, sorry about that.\n"
    )
    try await archive.ingest(into: index)
    #expect(try await kept(index).map(\.number) == [100_002])
    #expect(try await work(index).chapters == 3)
  }

  @Test func `an edited chapter replaces its text`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write(
      "tale.txt",
      Self.story([1, 2]) + "\n" + Prose.text(seed: 9, sentences: 10) + "\n"
    )
    try await archive.ingest(into: index)
    #expect(try await kept(index).isEmpty)
    #expect(try await changes(index) == ["changed 2"])
  }

  @Test func `a chapter that is put in between changes no other`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2, 3]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("tale.txt", Self.story([1, 9, 2, 3]))
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.added == 1 && summary.removed == 0)
    #expect(try await changes(index) == ["came 2"])
  }

  @Test func `a removed chapter answers to the REF that it had while no other has it`() async throws
  {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2, 3]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("tale.txt", Self.story([2]))
    try await archive.ingest(into: index)
    let id = try await work(index).id
    let engine = SearchEngine(index: index)
    #expect(try await engine.passage("\(id):1", extent: .chapter).chapter.removal == nil)
    let third = try await engine.passage("\(id):3", extent: .chapter)
    #expect(third.chapter.number == 3 && third.chapter.removal == .chapter)
    await #expect(throws: Problem.self) { try await engine.passage("\(id):2", extent: .chapter) }
    try await archive.ingest(into: index, forgets: ["\(id):3"])
    #expect(try await kept(index).map(\.number) == [100_001])
  }

  @Test func `what is forgotten is gone, and nothing else`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2, 3]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("tale.txt", Self.story([2]))
    try await archive.ingest(into: index)
    let id = try await work(index).id
    #expect(try await kept(index).map(\.number) == [100_001, 100_003])
    let refused = try await archive.ingest(into: index, forgets: ["\(id):1", "nonsense"])
    #expect(refused.problems.map(\.code) == ["not_kept", "not_kept"])
    try await archive.ingest(into: index, forgets: ["\(id):100001"])
    #expect(try await kept(index).map(\.number) == [100_003])
    #expect(try await changes(index) == ["went 1"])
    try await archive.ingest(into: index, forgets: ["\(id)"])
    #expect(try await kept(index).isEmpty)
    #expect(try await work(index).chapters == 1)
  }

  @Test
  func `a work whose file is gone is marked where the setting keeps it, until it is forgotten`()
    async throws
  {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let id = try await work(index).id
    try archive.remove("tale.txt")
    try await archive.ingest(into: index, keepsRemoved: true, forgetsEmptyFolders: true)
    #expect(try await kept(index).map(\.removal?.reason) == [.file, .file])
    #expect(try await changes(index) == ["removed work"])
    try await archive.ingest(into: index, keepsRemoved: true, forgetsEmptyFolders: true)
    #expect(try await kept(index).count == 2)
    try archive.write("tale.txt", Self.story([1, 2]))
    try await archive.ingest(into: index, keepsRemoved: true, forgetsEmptyFolders: true)
    #expect(try await kept(index).isEmpty)
    #expect(try await work(index).id == id)
    try archive.remove("tale.txt")
    try await archive.ingest(into: index, keepsRemoved: true, forgetsEmptyFolders: true)
    try await archive.ingest(
      into: index,
      keepsRemoved: true,
      forgetsEmptyFolders: true,
      forgets: ["\(id)"]
    )
    #expect(try await index.read { try $0.works(matching: nil, limit: 9) }.isEmpty)
    #expect(try await index.read { try $0.fileProblems(code: nil, limit: 9) }.isEmpty)
  }

  @Test func `a run that is stopped among moved chapters keeps no chapter twice`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("tale.txt", Self.story([1, 2, 3, 4, 5, 6]))
    let whole = MemoryIndex()
    try await archive.ingest(into: whole)
    for steps in 1...6 {
      let index = MemoryIndex()
      try archive.write("tale.txt", Self.story([1, 2, 3, 4, 5, 6]))
      try await archive.ingest(into: index)
      try archive.write("tale.txt", Self.story([1, 3, 4, 5, 6]))
      var checks = 0
      _ = try? await archive.ingest(
        into: index,
        jobs: 1,
        isStopped: {
          checks += 1
          return checks > steps
        }
      )
      try await archive.ingest(into: index)
      #expect(try await kept(index).map(\.removal?.number) == [2], "after \(steps) steps")
      #expect(try await work(index).chapters == 6, "after \(steps) steps")
    }
  }
}
