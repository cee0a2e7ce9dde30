import FicIndex
import FicModel
import MemoryIndex
import Testing

@testable import FicIngest

/// A chapter is known by its address, where its source has one that stays with it.
@Suite struct ChapterIdentityTests {
  /// A saved page of the Archive with chapters of such numbers and texts.
  private static func page(_ chapters: [(number: Int, seed: UInt64)]) -> String {
    let texts = chapters.enumerated().map { place, chapter in
      let words = Prose.text(seed: chapter.seed, sentences: 40).split(separator: "\n\n")
      return """
        <div class="chapter"><div class="chapter preface group"><h3 class="title">
        <a href="/works/12/chapters/\(chapter.number)">Chapter \(place + 1)</a></h3></div>
        <div class="userstuff module">\(words.map { "<p>\($0)</p>" }.joined())</div></div>
        """
    }
    return """
      <html><body><dl class="work meta group"><dd class="words">9</dd></dl><div id="workskin">
      <h2 class="title heading">Mills</h2><h3 class="byline heading"><a rel="author">Ann</a></h3>
      <div id="chapters">\(texts.joined())</div></div></body></html>
      """
  }

  private func changes(
    from before: [(number: Int, seed: UInt64)],
    to after: [(number: Int, seed: UInt64)]
  ) async throws -> Set<String> {
    let archive = try TemporaryArchive()
    try archive.write("mills.html", Self.page(before))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("mills.html", Self.page(after))
    try await archive.ingest(into: index)
    let changes = try await index.read { try $0.changes(since: .lastRun, limit: 100) }
    return Set(changes.map { "\($0.kind.rawValue) \($0.chapter.map { "\($0.number)" } ?? "work")" })
  }

  @Test func `a chapter that is written anew is the same one, wherever it stands now`() async throws
  {
    let changes = try await changes(
      from: [(901, 1), (902, 2), (903, 3)],
      to: [(950, 9), (901, 1), (902, 22), (903, 3)]
    )
    #expect(changes == ["came 1", "changed 3"])
  }

  @Test func `the address of a chapter is shown with its text`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("mills.html", Self.page([(901, 1), (902, 2)]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let work = try #require(try await index.read { try $0.works(matching: nil, limit: 9) }.first)
    let passage = try await SearchEngine(index: index)
      .passage(PassageReference(work: work.id, chapter: 2).description, extent: .chapter)
    #expect(passage.address == "https://archiveofourown.org/works/12/chapters/902")
  }

  @Test func `another chapter in the place of one does not overwrite it`() async throws {
    let changes = try await changes(from: [(901, 1), (902, 2)], to: [(901, 1), (960, 5)])
    #expect(changes == ["came 2", "removed 2"])
  }

  @Test func `a chapter that is posted again is no news`() async throws {
    let changes = try await changes(from: [(901, 1), (902, 2)], to: [(901, 1), (977, 2)])
    // The last run that changed anything is the first.
    #expect(changes == ["came work"])
  }

  @Test func `an address that several chapters have names none`() async throws {
    let changes = try await changes(
      from: [(901, 1), (901, 2)],
      to: [(901, 7), (901, 1), (901, 2)]
    )
    #expect(changes == ["came 1"])
  }

  @Test(arguments: [
    ("https://archiveofourown.org/works/12/chapters/34?view_adult=true#main", "ao3/chapter/34"),
    ("//www.archiveofourown.org/chapters/34", "ao3/chapter/34"),
    ("https://archiveofourown.org/works/12", nil),
    ("https://www.fanfiction.net/s/8067258/3/Low-Water", nil),
    ("https://www.royalroad.com/fiction/77/low/chapter/123456/mud", "rylrdl/chapter/123456"),
    ("https://forums.spacebattles.com/threads/low.55/#post-778899", "fsb/post/778899"),
    ("https://forums.spacebattles.com/posts/778899/", "fsb/chapter/778899"),
    ("https://www.wattpad.com/345678901-low-water-mud", "wattpad/345678901-low-water-mud"),
    ("https://example.org/viewstory.php?sid=12&chapter=3", nil),
    ("https://example.org/story/12/chapter/3", nil),
    ("https://example.org/low-water/mud.html", "example.org/low-water/mud.html"),
    ("mud.html", nil),
  ])
  func `an address that only tells a place names no chapter`(address: String, canonical: String?) {
    #expect(ChapterAddress(address)?.text == canonical)
  }
}
