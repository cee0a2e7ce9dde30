import FicIndex
import FicModel
import FicSamples
import Foundation
import MemoryIndex
import Testing

@testable import FicIngest

@Suite struct CalibreIngestTests {
  private static let folder = "Ann Lee/Mills (12)"

  /// A library of one book in three formats.
  private func library() throws -> (archive: TemporaryArchive, work: SampleWork) {
    let archive = try TemporaryArchive()
    let work = SampleWork(number: 12)
    for format in [SampleFormat.fanFicFareEPUB, .mobipocket, .fanFicFareText] {
      try archive.write(
        "\(Self.folder)/Mills - Ann Lee.\(format.fileExtension)",
        bytes: format.file(of: work).bytes
      )
    }
    try archive.write(
      "\(Self.folder)/metadata.opf",
      SampleBook.description(of: work, tags: ["Wet"])
    )
    try archive.write("\(Self.folder)/cover.jpg", "x")
    try archive.write("metadata.db", "SQLite format 3")
    try archive.write(".caltrash/b/1/metadata.opf", "<package/>")
    return (archive, work)
  }

  private func works(_ index: MemoryIndex) async throws -> [StoredWork] {
    try await index.read { try $0.works(matching: nil, limit: 10) }
  }

  @Test func `a book is one work, its other forms are named and not failed`() async throws {
    let (archive, work) = try library()
    let index = MemoryIndex()
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.added == 2 && summary.failed == 0)
    #expect(problems.map(\.code) == ["other_form", "other_form"])
    #expect(problems.allSatisfy { $0.cause.contains("Mills - Ann Lee.epub") })
    let texts = try await index.texts(ofWorkNamed: "Mills")
    #expect(texts.count == 2 && texts[0].contains(work.chapters[0].marker))
    #expect(try await index.read { try $0.statistics().failedFiles } == 0)
    let counts = try await index.read { try $0.fileProblemCounts() }
    #expect(counts.contains(FileProblemCount(code: FileProblem.otherForm, files: 2)))
    #expect(counts.allSatisfy { !$0.isFailure })
    let again = try await archive.ingest(into: index)
    #expect(again.summary.unchanged == 4 && again.problems.isEmpty)
  }

  @Test func `a better form that comes or goes is the one that is read`() async throws {
    let (archive, work) = try library()
    let index = MemoryIndex()
    try archive.remove("\(Self.folder)/Mills - Ann Lee.epub")
    try await archive.ingest(into: index)
    let path = { try await self.works(index).count }
    #expect(try await path() == 1)
    let other = SampleWork(number: 13)
    try archive.write(
      "\(Self.folder)/Mills - Ann Lee.epub",
      bytes: SampleFormat.fanFicFareEPUB.file(of: other).bytes
    )
    let came = try await archive.ingest(into: index)
    #expect(came.problems.map(\.code) == ["other_form", "other_form"])
    #expect(try await index.texts(ofWorkNamed: "Mills")[0].contains(other.chapters[0].marker))
    try archive.remove("\(Self.folder)/Mills - Ann Lee.epub")
    try await archive.ingest(into: index)
    #expect(try await index.texts(ofWorkNamed: "Mills")[0].contains(work.chapters[0].marker))
    #expect(try await path() == 1)
  }

  @Test func `where the best form cannot be read, the next is`() async throws {
    let (archive, work) = try library()
    let index = MemoryIndex()
    try archive.write("\(Self.folder)/Mills - Ann Lee.epub", "PK\u{3}\u{4} broken")
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.failed == 1)
    #expect(problems.map(\.code) == ["damaged", "other_form"])
    #expect(try await index.texts(ofWorkNamed: "Mills")[0].contains(work.chapters[0].marker))
  }

  @Test(arguments: [(false, 3), (true, 0)])
  func `a work is as good as the form of it that was read`(isBroken: Bool, form: Int) async throws {
    let (archive, _) = try library()
    let index = MemoryIndex()
    try archive.remove("\(Self.folder)/Mills - Ann Lee.mobi")
    if isBroken { try archive.write("\(Self.folder)/Mills - Ann Lee.epub", "PK\u{3}\u{4} broken") }
    try await archive.ingest(into: index)
    let id = try #require(try await works(index).first?.id)
    #expect(index.sources(of: id).map(\.quality.form) == [form])
  }

  @Test func `a changed description alone changes the work's title`() async throws {
    let (archive, work) = try library()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).compactMap(\.metadata.title) == [work.title])
    let text = SampleBook.description(of: work, tags: []).replacing(work.title, with: "Weirs")
    try archive.write("\(Self.folder)/metadata.opf", text)
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.added + summary.removed == 0)
    #expect(try await works(index).compactMap(\.metadata.title) == ["Weirs"])
  }
}
