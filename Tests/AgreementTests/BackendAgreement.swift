import FicModel
import Testing

@testable import FicIndex
@testable import MemoryIndex

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

  /// Makes copies, sources, removed chapters and changes in both, and compares what they say of
  /// them.
  private func compareIdentity(
    of ids: [WorkID],
    writer: any IndexWriter,
    open: () throws -> any SearchIndex,
    memory: MemoryIndex
  ) async throws {
    let first = try #require(ids.first)
    let last = try #require(ids.last)
    let contents = memory.stored
    for writer in [memory, writer] as [any IndexWriter] {
      try writer.beginRun()
      for (number, work) in ["one copy", "another copy"].enumerated() {
        try copy(first, as: work, dropping: number, from: contents, to: writer)
      }
      try changeIdentity(of: first, and: last, in: writer)
      try writer.finish()
    }
    let index = try open()
    let twin = MemorySnapshot(memory.stored, .never)
    let copies = memory.stored.copies
    for since in [.lastRun, .moment(0), .moment(20)] as [ChangesSince] {
      let changes = try await index.snapshot("compare", deadline: .never) {
        try $0.changes(since: since, limit: 3)
      }
      #expect(try changes == twin.changes(since: since, limit: 3))
    }
    try compareSources(writer, memory, ids: ids + copies.keys)
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

  private func compareSources(
    _ writer: any IndexWriter,
    _ memory: MemoryIndex,
    ids: [WorkID]
  ) throws {
    #expect(try writer.workCount() == memory.workCount())
    #expect(try writer.unsettledWorks() == memory.unsettledWorks())
    #expect(try writer.sourcesWithoutFiles() == memory.sourcesWithoutFiles())
    for place in ["a", "b", "d", "e"] {
      #expect(try writer.source(at: place) == memory.source(at: place))
    }
    for name in ["ao3/1", "a tale\u{1F}ada", "never"] {
      #expect(try writer.works(named: name) == memory.works(named: name))
    }
    for id in ids {
      #expect(try writer.sources(of: id) == memory.sources(of: id))
      let identity = memory.identity(of: id)
      #expect(try writer.identity(of: id) == identity)
      #expect(try identity.map(writer.work) == identity.map { memory.work(identifiedBy: $0) })
    }
    #expect(try writer.work(identifiedBy: "never") == nil)
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
    for (number, place) in ["b", "a", "c", "d", "e"].enumerated() {
      try writer.putSource(
        SourceRecord(
          place: place,
          path: "/archive/\(place)",
          work: number == 1 || number == 4 ? last : first,
          address: number == 0 ? "ao3/1" : nil,
          name: number == 0 || number == 4 ? "a tale\u{1F}ada" : nil,
          quality: SourceQuality(
            chapters: number,
            updated: "",
            isNamed: number == 0 || number == 4,
            form: number,
            words: 9
          ),
          isChosen: number == 0 || number == 2,
          isReadable: number != 3
        )
      )
    }
    let stamp = IndexedFile.Stamp(size: 1, modified: 2, changed: 3, inode: 4)
    try writer.recordFile(
      IndexedFile(path: "/archive/b", stamp: stamp, fingerprint: nil, work: first, place: "b")
    )
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
    let seed = seed
    let twin = MemorySnapshot(memory.stored, .never)
    try await index.snapshot("compare", deadline: .never) { snapshot in
      try StoryAgreement(seed: seed, snapshot: snapshot, twin: twin).expectAgreement(ids: ids)
    }
    var plans = RandomPlans(seed: seed &* 2 &+ round)
    var found = 0
    for _ in 0..<40 {
      // Reads hold the thread; other suites wait for theirs.
      await Task.yield()
      let plan = plans.plan(ids: ids)
      found += try await index.snapshot("compare", deadline: .never) { snapshot in
        try LineAgreement(seed: seed, snapshot: snapshot, twin: twin).expectAgreement(plan) ? 1 : 0
      }
    }
    return found
  }
}
