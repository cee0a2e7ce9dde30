import FicIndex
import FicModel
import Foundation
import MemoryIndex
import Testing

@testable import FicIngest

/// Files whose names make them chapters of one work, though they are none.
@Suite struct PartAgreementTests {
  private static func story(_ seed: Int) -> String {
    Prose.text(seed: UInt64(seed), sentences: 40)
  }

  private static func titles(_ index: MemoryIndex) async throws -> [String] {
    try await index.read { try $0.works(matching: nil, limit: 100) }
      .map { "\($0.metadata.title ?? "") \($0.chapters)" }.sorted()
  }

  private static func page(_ title: String, _ author: String, _ number: Int) -> String {
    """
    <html><head><title>\(title) - \(author) - Harbour Tales</title></head><body>
    <div id="preface"><p class="message"><b>\(title)</b><br/>Posted originally on the
    <a href="http://archiveofourown.org/">Archive of Our Own</a> at
    <a href="http://archiveofourown.org/works/\(number)">there</a>.</p><div class="meta">
    <dl class="tags"><dt>Rating:</dt><dd><a>Teen</a></dd></dl><h1>\(title)</h1>
    <div class="byline">by <a rel="author">\(author)</a></div></div></div>
    <div id="chapters" class="userstuff"><p>\(story(number))</p></div></body></html>
    """
  }

  /// What an archive holds when it is indexed at once, in two steps and once more.
  private static func works(_ files: [(name: String, text: String)]) async throws -> [String] {
    let archive = try TemporaryArchive()
    let (once, steps) = (MemoryIndex(), MemoryIndex())
    for file in files.prefix(1) { try archive.write(file.name, file.text) }
    try await archive.ingest(into: steps)
    for file in files { try archive.write(file.name, file.text) }
    try await archive.ingest(into: once)
    try await archive.ingest(into: steps)
    let titles = try await titles(once)
    #expect(try await Self.titles(steps) == titles)
    for index in [once, steps] {
      let again = try await archive.ingest(into: index)
      #expect(again.summary.unchanged == files.count && again.summary.bytes == 0)
    }
    return titles
  }

  @Test func `downloads whose names begin with numbers are works of their own`() async throws {
    let works = try await Self.works([
      ("all/01_Lamp.html", Self.page("01 Lamp", "ana", 11)),
      ("all/02_Piers.html", Self.page("02 Piers", "bo", 12)),
      ("all/03_Rents.html", Self.page("03 Rents", "cy", 13)),
    ])
    #expect(works == ["01 Lamp 1", "02 Piers 1", "03 Rents 1"])
  }

  @Test func `numbers that may be titles, years and days make no chapters`() async throws {
    for names in [
      ["3_Days", "5_Times_He_Lied", "7_Minutes"], ["1984", "1985", "1986"],
      ["2019-03-04 Snow", "2020-03-05 Thaw", "2021-01-02 Rain"], ["20190304", "20190305"],
      ["Journal 2019-03-04", "Journal 2019-03-05"], ["04.03.2019", "05.03.2019"],
    ] {
      let files = names.enumerated().map { ("all/\($1).txt", Self.story($0 + 20)) }
      #expect(try await Self.works(files).count == names.count, "\(names)")
    }
  }

  @Test func `numbers in front of titles make chapters where they count from one`() async throws {
    for names in [
      ["1 Snow", "2 Thaw", "3 Rain"], ["01 - Snow", "02 - Thaw", "04 - Rain"], ["1", "2", "3"],
    ] {
      let files = names.enumerated().map { ("The Harbour/\($1).txt", Self.story($0 + 20)) }
      #expect(try await Self.works(files) == ["The Harbour 3"], "\(names)")
    }
  }

  @Test func `a work among the chapters of another stands alone`() async throws {
    var files = (1...4).map {
      ("Harbour/0\($0).txt", "Author: Ann\nRating: K\n\n" + Self.story($0))
    }
    files[2].1 = Self.story(3)
    files.append(("Harbour/05_Lamp.html", Self.page("Lamp", "ana", 15)))
    #expect(try await Self.works(files) == ["Harbour 4", "Lamp 1"])
  }

  @Test func `chapters of several authors are works, of one they are chapters`() async throws {
    func file(_ number: Int, by author: String) -> (String, String) {
      ("Tales/0\(number) - Tale.txt", "Author: \(author)\nRating: K\n\n\(Self.story(number))")
    }
    #expect(try await Self.works([file(1, by: "Ann"), file(2, by: "Ann")]).count == 1)
    #expect(try await Self.works([file(1, by: "Ann"), file(2, by: "Bea")]).count == 2)
  }
}
