import FicIndex
import FicModel
import MemoryIndex
import Testing

@testable import FicIngest

/// Texts of one work that differ by more than typing.
extension WorkIdentityTests {
  @Test func `a draft that was written anew and another edition stay texts of their own`()
    async throws
  {
    let archive = try TemporaryArchive()
    let url = "https://www.fanfiction.net/s/99/1/"
    let first = Self.text(url: url, chapters: [1, 2, 3], sentences: 60)
    try archive.write("a.txt", first)
    try archive.write("b.txt", Self.text(url: url, chapters: [1, 7, 3], sentences: 60))
    let changed = first.split(separator: "\n\n").map(String.init).enumerated().map { index, words in
      index % 3 == 2 ? words + " So it was told in the second edition." : words
    }
    try archive.write("c.txt", changed.joined(separator: "\n\n"))
    // What is typed otherwise here and there is the same text.
    try archive.write("d.txt", first.replacing("\n\nThe lamp", with: "\n\nThe lamps"))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.sources.count).sorted() == [1, 1, 2])
    let again = try await archive.ingest(into: index).summary
    #expect(again.unchanged == 4 && again.added + again.changed + again.removed == 0)
  }

  @Test func `a text that is folded is found again when the shown one no longer says it`()
    async throws
  {
    let archive = try TemporaryArchive()
    let url = "https://www.fanfiction.net/s/99/1/"
    try archive.write("a.txt", Self.text(url: url, chapters: [1, 2, 3], sentences: 60))
    try archive.write("b.html", Self.page(chapters: [1, 2, 3]))
    try archive.write("b.txt", Self.text(url: url, chapters: [1, 2], sentences: 60))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("a.txt", Self.text(url: url, chapters: [1, 8, 3, 4], sentences: 60))
    try await archive.ingest(into: index)
    let works = try await works(index)
    let texts = try await index.texts(ofWorkNamed: "b.txt")
    #expect(works.contains { $0.path.hasSuffix("b.txt") } && texts.count == 2)
    let again = try await archive.ingest(into: index).summary
    #expect(again.unchanged == 3 && again.added + again.changed + again.removed == 0)
  }
}
