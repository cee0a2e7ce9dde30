import FicIndex
import FicModel
import Foundation
import MemoryIndex
import Testing

@Suite struct CorrectionTests {
  private static let text = """
    Title: Lamps

    Chapter 1

    “It rains,” said Ann. Ben sat down.

    “It always rains.”

    “Not in May.”

    Chapter 2

    “Go,” said Ben.

    """

  private func archive() throws -> TemporaryArchive {
    let archive = try TemporaryArchive()
    try archive.write("Lamps.txt", Self.text)
    try archive.write("Tides.txt", "Title: Tides\n\nChapter 1\n\n“Low,” said Cora. She sat.\n")
    return archive
  }

  private func speakers(_ index: MemoryIndex) async throws -> [String?] {
    let works = try await index.read { try $0.works(matching: nil, limit: 9) }
    let id = try #require(works.first { $0.path.contains("Lamps") }?.id)
    let key = ChapterKey(work: id, chapter: 1)
    let records = try #require(try await index.read { try $0.chapters([key]) }.first)
    return records.chapter.utterances.map { $0.attribution.speaker.flatMap(records.name) }
  }

  private func unfit(_ index: MemoryIndex) async throws -> [String?] {
    try await index.read { try $0.fileProblems(code: FileProblem.unfitCorrection, limit: 9) }
      .map(\.place)
  }

  @Test func `a correction reads its work again, and no other`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.writeCorrections("[work: lamps]\nNot in May = speaker: Dora\n")
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.changed == 1 && summary.unchanged == 1)
    #expect(try await speakers(index).last == "Dora")
    #expect(try await unfit(index) == [])
    #expect(try await archive.ingest(into: index).summary.unchanged == 2)
    try archive.writeCorrections("")
    try await archive.ingest(into: index)
    #expect(try await speakers(index).last != "Dora")
  }

  @Test func `it outlasts an edit elsewhere, a whole reading and a new index`() async throws {
    let archive = try archive()
    try archive.writeCorrections("[work: Lamps]\nNot in May = speaker: Dora\n")
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await speakers(index).last == "Dora")
    let edited = Self.text.replacingOccurrences(of: "Ben sat down.", with: "Ben sat on a chair.")
    try archive.write("Lamps.txt", edited)
    try await archive.ingest(into: index)
    #expect(try await speakers(index).last == "Dora")
    try await archive.ingest(into: index, all: true)
    #expect(try await speakers(index).last == "Dora")
    let other = MemoryIndex()
    try await archive.ingest(into: other)
    #expect(try await speakers(other).last == "Dora")
  }

  @Test func `one that fits no line any more is said until it does`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try archive.writeCorrections(
      "[work: Lamps]\nNot in May = speaker: Dora\n[work: Nowhere]\nGo = not speech\n"
    )
    try await archive.ingest(into: index)
    #expect(try await unfit(index) == ["line 4"])
    let edited = Self.text.replacingOccurrences(of: "Not in May.", with: "Not in June.")
    try archive.write("Lamps.txt", edited)
    try await archive.ingest(into: index)
    #expect(try await unfit(index) == ["line 2", "line 4"])
    try archive.write("Lamps.txt", Self.text)
    try await archive.ingest(into: index)
    #expect(try await unfit(index) == ["line 4"])
    #expect(try await speakers(index).last == "Dora")
  }

  @Test func `a file that cannot be read takes nothing back`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try archive.writeCorrections("[work: Lamps]\nNot in May = speaker: Dora\n")
    try await archive.ingest(into: index)
    try FileManager.default.removeItem(atPath: archive.corrections)
    try FileManager.default.createDirectory(
      atPath: archive.corrections,
      withIntermediateDirectories: false
    )
    let problems = try await archive.ingest(into: index, all: true).problems
    #expect(problems.map(\.code) == ["unreadable_corrections"])
    #expect(try await speakers(index).last == "Dora")
  }

  @Test func `a line that is not understood is told`() async throws {
    let archive = try archive()
    try archive.writeCorrections("[work: Lamps]\nnonsense\nNot in May = speaker: Dora\n")
    let index = MemoryIndex()
    let problems = try await archive.ingest(into: index).problems
    #expect(problems.map(\.place) == ["line 2"])
    #expect(try await speakers(index).last == "Dora")
  }
}
