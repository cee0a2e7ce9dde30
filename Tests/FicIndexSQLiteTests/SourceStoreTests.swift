import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

/// What sources state comes back as it was given.
@Suite struct SourceStoreTests {
  @Test func `addresses of chapters come back, of those too that are gone and kept`() throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let id = try writer.putWork(Library.work("archive/a.txt"))
    let script = Script(lines: [.told("The lamps are out."), .said(by: 0, to: [1], "So it is.")])
    var records = script.records(work: id, cast: Library.cast)
    records.chapter.address = "https://example.org/c/7"
    try writer.replace(records)
    #expect(try writer.chapterCards(of: id).map(\.address) == ["https://example.org/c/7"])
    let removal = ChapterRemoval(number: 1, time: 1, reason: .chapter)
    try writer.keepRemoved(records.key, as: removal)
    let kept = try #require(try writer.chapterCards(of: id).first)
    #expect(kept.removal == removal && kept.address == "https://example.org/c/7")
    try writer.finish()
    #expect(try writer.check() == [])
  }

  @Test func `the facts of a source that is not chosen come back`() throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let id = try writer.putWork(Library.work("archive/a.txt"))
    let fields = [
      MetadataField(key: "fandom", value: "Lamps \"&\" Rents", origin: .header),
      MetadataField(key: "title", value: "a", origin: .fileName),
    ]
    let quality = SourceQuality(chapters: 1, updated: "", isNamed: false, form: 0, words: 9)
    let chosen = SourceRecord(place: "a", path: "/a", work: id, quality: quality)
    let other = SourceRecord(
      place: "b",
      path: "/b",
      work: id,
      quality: quality,
      fields: fields,
      isChosen: false
    )
    try writer.putSource(chosen)
    try writer.putSource(other)
    #expect(try writer.sources(of: id) == [chosen, other])
    try writer.finish()
  }
}
