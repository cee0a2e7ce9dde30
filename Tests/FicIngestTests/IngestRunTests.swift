import FicIndex
import FicModel
import Foundation
import MemoryIndex
import Testing

@testable import FicIngest

@Suite struct IngestRunTests {
  private static func chapter(_ number: Int, _ words: String = "The lamps are out") -> String {
    "\(number). Title.\n\n\"\(words),\" said Smith.\n\n\"All of them?\" asked Crane.\n"
  }

  private func archive() throws -> TemporaryArchive {
    let archive = try TemporaryArchive()
    for number in 1...3 {
      try archive.write("Lamps/0\(number) - Title.txt", Self.chapter(number))
    }
    try archive.write("Tale.txt", "Chapter 1\n\nIt rained on the pier.\n")
    return archive
  }

  @Test func `a first run adds every chapter, a second reads nothing`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    let first = try await archive.ingest(into: index).summary
    #expect(first.files == 4 && first.added == 4 && first.failed == 0)
    let second = try await archive.ingest(into: index).summary
    #expect(second.unchanged == 4 && second.bytes == 0)
    #expect(second.added + second.changed + second.removed == 0)
  }

  @Test func `a file that was only touched is read and not written`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("Tale.txt", "Chapter 1\n\nIt rained on the pier.\n")
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.bytes > 0 && summary.unchanged == 3)
    #expect(summary.added + summary.changed + summary.removed == 0)
  }

  @Test func `a changed chapter alone is written`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("Lamps/02 - Title.txt", Self.chapter(2, "The candles are lit"))
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.changed == 1 && summary.added == 0)
    #expect(try await index.texts(ofWorkNamed: "Lamps")[1].contains("candles"))
  }

  @Test func `a chapter in the middle moves the later ones on`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.remove("Lamps/02 - Title.txt")
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.removed == 1)
    let texts = try await index.texts(ofWorkNamed: "Lamps")
    #expect(texts.count == 2 && texts[1].contains("3. Title"))
    let again = try await archive.ingest(into: index).summary
    #expect(again.unchanged == 3 && again.removed == 0)
  }

  @Test func `a removed work goes, and stays where the setting keeps it`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.remove("Tale.txt")
    let kept = try await archive.ingest(into: index, keepsRemoved: true).summary
    #expect(kept.removed == 0)
    #expect(try await index.texts(ofWorkNamed: "Tale").count == 1)
    let problems = try await index.read { try $0.fileProblems(code: nil, limit: 10) }
    #expect(problems.map(\.code) == ["removed"])
    let gone = try await archive.ingest(into: index).summary
    #expect(gone.removed == 1)
    #expect(try await index.texts(ofWorkNamed: "Tale").isEmpty)
    #expect(try await index.read { try $0.fileProblems(code: nil, limit: 10) }.isEmpty)
  }

  @Test func `a bad file keeps its last good chapter, and the others of its work go on`()
    async throws
  {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("Lamps/02 - Title.txt", "")
    try archive.write("Lamps/04 - Title.txt", Self.chapter(4))
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.added == 1 && summary.failed == 1)
    #expect(problems.map(\.code) == ["empty"])
    let texts = try await index.texts(ofWorkNamed: "Lamps")
    #expect(texts.count == 4 && texts[1].contains("2. Title"))
    let again = try await archive.ingest(into: index)
    #expect(again.summary.unchanged == 5 && again.problems.isEmpty)
    try archive.write("Lamps/02 - Title.txt", Self.chapter(2, "The candles are lit"))
    #expect(try await archive.ingest(into: index).problems.isEmpty)
    #expect(try await index.texts(ofWorkNamed: "Lamps")[1].contains("candles"))
    #expect(try await index.read { try $0.fileProblems(code: nil, limit: 10) }.isEmpty)
  }

  @Test func `a file that never was good is reported and no work`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("Empty.txt", " \n\n")
    let index = MemoryIndex()
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.failed == 1 && summary.added == 0 && problems.count == 1)
    #expect(try await index.read { try $0.works(matching: nil, limit: 10) }.isEmpty)
    #expect(
      try await index.read { try $0.fileProblems(code: nil, limit: 10) }.count == 1
    )
    let again = try await archive.ingest(into: index)
    #expect(again.summary.unchanged == 1 && again.problems.isEmpty)
  }

  @Test func `an archive that cannot be read loses nothing`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let hidden = archive.root.deletingLastPathComponent().appending(path: "elsewhere")
    try FileManager.default.moveItem(at: archive.root, to: hidden)
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.removed == 0)
    #expect(problems.map(\.code) == ["unreadable_folder"])
    #expect(try await index.texts(ofWorkNamed: "Lamps").count == 3)
    try FileManager.default.moveItem(at: hidden, to: archive.root)
    #expect(try await archive.ingest(into: index).summary.unchanged == 4)
  }

  @Test func `a file that joins a work, because others beside it go, is read with it`() async throws
  {
    let archive = try TemporaryArchive()
    for name in ["1", "2", "Tale 1", "Tale 2"] {
      try archive.write("Lamps/\(name).txt", Self.chapter(1, name))
    }
    try archive.write("Lamps/Prologue.txt", Self.chapter(1, "Before all"))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(index.sources().count == 3)
    for number in 1...2 { try archive.remove("Lamps/Tale \(number).txt") }
    try await archive.ingest(into: index)
    #expect(index.sources().map(\.place) == ["archive/Lamps"])
    let texts = try await index.texts(ofWorkNamed: "Lamps")
    #expect(texts.count == 3 && texts[0].contains("Before all"))
  }

  @Test func `only the paths that were asked for are read`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let one = try await archive.ingest(into: index, paths: ["Tale.txt"], all: true).summary
    #expect(one.files == 1 && one.unchanged == 0 && one.bytes > 0)
    let folder = try await archive.ingest(into: index, paths: ["Lamps"], all: true).summary
    #expect(folder.files == 4 && folder.unchanged == 1)
    let part = try await archive.ingest(into: index, paths: ["Lamps/02 - Title.txt"], all: true)
    #expect(part.summary.files == 3 && part.summary.unchanged == 0)
  }

  @Test(arguments: [1, 2, 7]) func `any number of jobs gives the same index`(jobs: Int) async throws
  {
    let archive = try archive()
    for number in 0..<12 { try archive.write("More/\(number) tales.txt", Self.chapter(number)) }
    let index = MemoryIndex()
    let reference = MemoryIndex()
    try await archive.ingest(into: index, jobs: jobs)
    try await archive.ingest(into: reference, jobs: 1)
    // The two runs began at moments of their own.
    func stored(_ index: MemoryIndex) async throws -> [StoredWork] {
      var works = try await index.read { try $0.works(matching: nil, limit: 100) }
      for place in works.indices { works[place].added = nil }
      return works
    }
    let works = try await stored(index)
    #expect(try await stored(reference) == works)
    for work in works {
      #expect(
        index.chapterFingerprints(of: work.id) == reference.chapterFingerprints(of: work.id)
      )
    }
  }

  @Test func `a run that is stopped is completed by the next`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    var checks = 0
    await #expect(throws: CancellationError.self) {
      try await archive.ingest(
        into: index,
        jobs: 1,
        isStopped: {
          checks += 1
          return checks > 3
        }
      )
    }
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.unchanged < 4)
    #expect(try await index.texts(ofWorkNamed: "Lamps").count == 3)
    #expect(try await index.texts(ofWorkNamed: "Tale").count == 1)
  }
}
