import FicIndex
import FicModel
import MemoryIndex
import Testing

@testable import FicIngest

/// One work in several files is one work.
@Suite struct WorkIdentityTests {
  /// A text file as FanFicFare writes it, of chapters that the seeds make.
  static func text(
    title: String = "The Lamp Rents",
    author: String = "Ada Quill",
    url: String? = nil,
    updated: String? = nil,
    chapters seeds: [UInt64],
    sentences: Int = 40
  ) -> String {
    var lines = ["\(title)", "by \(author)", "", "Fandom: Lamps", "Rating: K"]
    if let url { lines.append("URL: \(url)") }
    if let updated { lines.append("Updated: \(updated)") }
    lines += ["Chapters: \(seeds.count)", ""]
    for (number, seed) in seeds.enumerated() {
      lines += [
        "", "Chapter \(number + 1): Part \(seed)", "",
        Prose.text(seed: seed, sentences: sentences),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func page(
    title: String = "The Lamp Rents",
    author: String = "Ada Quill",
    chapters seeds: [UInt64]
  ) -> String {
    let chapters = seeds.enumerated().map { number, seed in
      "<h2>Chapter \(number + 1)</h2>"
        + Prose.text(seed: seed, sentences: 40).split(separator: "\n\n").map { "<p>\($0)</p>" }
        .joined(separator: "\n")
    }
    return """
      <html><head><title>\(title)</title><meta name="author" content="\(author)"></head><body>
      <h1>\(title)</h1><p>by \(author)</p>\(chapters.joined())</body></html>
      """
  }

  func works(_ index: MemoryIndex) async throws -> [StoredWork] {
    try await index.read { try $0.works(matching: nil, limit: 100) }
  }

  @Test func `a work that came with two texts came once, with the chapters of the shown one`()
    async throws
  {
    let archive = try TemporaryArchive()
    try archive.write("a/first.txt", Self.text(chapters: [1, 2, 3]))
    try archive.write("b/second.txt", Self.text(chapters: [1, 2, 3, 4]))
    let index = MemoryIndex()
    let (summary, _) = try await archive.ingest(into: index, jobs: 1)
    #expect(summary.added == 4 && summary.changed == 0 && summary.removed == 0)
    let work = try #require(try await works(index).first)
    let counts = try await index.read { try $0.shownCounts() }
    #expect(work.chapters == 4 && counts.chapters == 4 && counts.works == 1)
    let changes = try await index.read { try $0.changes(since: .lastRun, limit: 9) }
    #expect(changes.map(\.kind) == [.came])
    #expect(changes.map(\.chapters) == [4])
  }

  @Test func `a work that is read again came when it came`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("a/tale.txt", Self.text(chapters: [1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let came = try #require(try await works(index).first?.added)
    #expect(abs(came - IngestRun.now) < 600)
    try await archive.ingest(into: index, all: true)
    #expect(try await works(index).first?.added == came)
  }

  @Test func `copies are counted apart from the works that are shown`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("a/tale.txt", Self.text(chapters: [1, 2]))
    try archive.write(
      "b/repost.txt",
      Self.text(title: "Another Lamp", author: "Bo Inkwell", chapters: [1, 2])
    )
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let answer = try await SearchEngine(index: index).works(WorksRequest())
    let counts = try await index.read { try $0.shownCounts() }
    #expect(counts.works == answer.page.total)
    #expect(counts.copies == answer.works.reduce(0) { $0 + $1.copies })
    #expect(counts.chapters == answer.works.reduce(0) { $0 + $1.chapters })
  }

  @Test func `what the shown text does not say of its work comes from the others`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("a/old.txt", Self.text(chapters: [1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).first?.metadata["fandom"] == "Lamps")
    try archive.write("b/new.html", Self.page(chapters: [1, 2, 3]))
    try await archive.ingest(into: index)
    let work = try #require(try await works(index).first)
    #expect(try await works(index).count == 1 && work.path.hasSuffix("new.html"))
    #expect(
      work.metadata.fields.contains(
        MetadataField(key: "fandom", value: "Lamps", origin: .otherSource)
      )
    )
    #expect(work.metadata.values(of: "title") == ["The Lamp Rents"])
    #expect(work.metadata["chapters"] == nil)
    let entry = try #require(
      try await SearchEngine(index: index).works(WorksRequest(query: "rating:k")).works.first
    )
    #expect(entry.sources.map(\.facts) == [[], ["fandom", "rating"]])
    try archive.write("a/old.txt", Self.text(chapters: [1, 2]).replacing("Lamps", with: "Rents"))
    try await archive.ingest(into: index)
    #expect(try await works(index).first?.metadata.values(of: "fandom") == ["Rents"])
    try archive.remove("a/old.txt")
    try await archive.ingest(into: index, forgetsEmptyFolders: true)
    #expect(try await works(index).first?.metadata["fandom"] == nil)
  }

  @Test func `works have the same ids wherever they lie and whatever their files are called`()
    async throws
  {
    let files = [
      ("named.txt", Self.text(chapters: [1])),
      ("same name.txt", Self.text(chapters: [7])),
      ("addressed.txt", Self.text(url: "https://archiveofourown.org/works/9", chapters: [2])),
      ("draft.txt", Prose.text(seed: 3, sentences: 40)),
      ("other draft.txt", Prose.text(seed: 4, sentences: 40)),
      ("one/chapter 1.txt", "Chapter 1\n\n" + Prose.text(seed: 5, sentences: 30)),
      ("one/chapter 2.txt", "Chapter 2\n\n" + Prose.text(seed: 6, sentences: 30)),
    ]
    func ids(_ archive: TemporaryArchive) async throws -> [WorkID] {
      let index = MemoryIndex()
      try await archive.ingest(into: index)
      return try await works(index).map(\.id).sorted()
    }
    let first = try TemporaryArchive()
    for (name, text) in files { try first.write(name, text) }
    let expected = try await ids(first)
    #expect(expected.count == 6)

    let elsewhere = try TemporaryArchive(named: "My fics")
    for (name, text) in files.reversed() { try elsewhere.write(name, text) }
    #expect(try await ids(elsewhere) == expected)

    let renamed = try TemporaryArchive(named: "sorted")
    for (number, file) in files.prefix(5).enumerated() {
      try renamed.write("shelf \(number)/text-\(9 - number).txt", file.1)
    }
    for (name, text) in files.suffix(2) { try renamed.write("a/serial/\(name)", text) }
    #expect(try await ids(renamed) == expected)
  }

  @Test func `a draft keeps its id while it grows, and another that begins alike has its own`()
    async throws
  {
    let draft = Prose.text(seed: 3, sentences: 40)
    let archive = try TemporaryArchive()
    try archive.write("draft.txt", draft)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let id = try #require(try await works(index).first?.id)
    let longer = draft + "\n\n" + Prose.text(seed: 8, sentences: 200)
    let fresh = MemoryIndex()
    try archive.write("draft.txt", longer)
    try await archive.ingest(into: fresh)
    #expect(try await works(fresh).map(\.id) == [id])
    let other = draft + "\n\n" + Prose.text(seed: 9, sentences: 200)
    try archive.write("second.txt", other)
    try await archive.ingest(into: fresh)
    #expect(Set(try await works(fresh).map(\.id)).count == 2)
  }

  @Test func `two files of one address are one work with the better text`() async throws {
    let archive = try TemporaryArchive()
    let url = "https://archiveofourown.org/works/1234"
    try archive.write("a/old.txt", Self.text(url: url, chapters: [1, 2]))
    try archive.write("b/new.txt", Self.text(url: url + "/chapters/9", chapters: [1, 2, 3]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let work = try #require(try await works(index).first)
    #expect(try await works(index).count == 1)
    #expect(work.chapters == 3 && work.path.hasSuffix("new.txt"))
    #expect(work.sources.map(\.isChosen) == [true, false])
    #expect(work.sources.map(\.quality.chapters) == [3, 2])
    #expect(work.id == WorkID(identity: "ao3/1234"))
    let again = try await archive.ingest(into: index).summary
    #expect(again.unchanged == 2 && again.added + again.changed + again.removed == 0)
  }

  @Test func `a page and a text of one title and author are one work, the page is shown`()
    async throws
  {
    let archive = try TemporaryArchive()
    try archive.write("The Lamp Rents.txt", Self.text(chapters: [1, 2]))
    try archive.write("pages/lamps.html", Self.page(title: "THE LAMP RENTS", chapters: [1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.sources.count) == [2])
    #expect(try await works(index).first?.path.hasSuffix("lamps.html") == true)
  }

  @Test func `an author's two works of one title stay two`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("a.txt", Self.text(title: "Untitled", chapters: [1]))
    try archive.write("b.txt", Self.text(title: "Untitled", chapters: [2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).count == 2)
    #expect(try await archive.ingest(into: index).summary.unchanged == 2)
  }

  @Test func `one story on two sites is one work, two stories of a site are two`() async throws {
    let archive = try TemporaryArchive()
    try archive.write(
      "a.txt",
      Self.text(url: "https://archiveofourown.org/works/1", chapters: [1, 2])
    )
    try archive.write(
      "b.txt",
      Self.text(url: "https://www.fanfiction.net/s/77/1/x", chapters: [1, 2])
    )
    try archive.write(
      "c.txt",
      Self.text(url: "https://archiveofourown.org/works/2", chapters: [1, 2])
    )
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.sources.count).sorted() == [1, 2])
  }

  @Test func `chapter files that say nothing of themselves are known by their text`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("lamps.txt", Self.text(chapters: [1, 2]))
    for seed in [1, 2] as [UInt64] {
      try archive.write(
        "chapters/0\(seed) - Part.txt",
        Prose.text(seed: seed, sentences: 40) + "\n"
      )
    }
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.sources.count) == [2])
    #expect(try await works(index).first?.metadata.authors == ["Ada Quill"])
  }

  @Test func `equal texts that state two titles are two works`() async throws {
    let archive = try TemporaryArchive()
    let text = "\n\nChapter 1\n\n" + Prose.text(seed: 3, sentences: 40) + "\n"
    try archive.write("a.txt", "Title: Lamps\nRating: K" + text)
    try archive.write("b.txt", "Title: Stairs\nRating: K" + text)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let works = try await works(index)
    #expect(works.count == 2 && works.count { $0.copyOf != nil } == 1)
  }

  @Test func `a work whose shown file goes is shown from the other one`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("lamps.txt", Self.text(chapters: [1, 2]))
    try archive.write("lamps.html", Self.page(chapters: [1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let before = try #require(try await works(index).first)
    #expect(before.path.hasSuffix(".html"))
    try archive.remove("lamps.html")
    try await archive.ingest(into: index)
    let after = try await works(index)
    #expect(after.map(\.id) == [before.id] && after.first?.path.hasSuffix(".txt") == true)
    #expect(after.first?.sources.count == 1 && after.first?.chapters == 2)
    #expect(try await archive.ingest(into: index).summary.unchanged == 1)
    try archive.remove("lamps.txt")
    try await archive.ingest(into: index, forgetsEmptyFolders: true)
    #expect(try await works(index).isEmpty)
  }

  @Test func `a file that becomes worse than another gives its place to it`() async throws {
    let archive = try TemporaryArchive()
    let url = "https://www.fanfiction.net/s/99/1/"
    try archive.write("lamps.txt", Self.text(url: url, chapters: [1, 2, 3]))
    try archive.write("keep/lamps.txt", Self.text(url: url, chapters: [1, 2]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.chapters) == [3])
    try archive.write("lamps.txt", Self.text(url: url, chapters: [1]))
    try await archive.ingest(into: index)
    let work = try #require(try await works(index).first)
    #expect(work.path.hasSuffix("keep/lamps.txt"))
    #expect(work.removedChapters == 1 && work.chapters == 3)
  }

  @Test func `a run that is stopped among sources is completed by the next`() async throws {
    let archive = try TemporaryArchive()
    let url = "https://www.fanfiction.net/s/99/1/"
    for steps in 0...6 {
      let index = MemoryIndex()
      try archive.write("lamps.txt", Self.text(url: url, chapters: [1, 2, 3]))
      try archive.write("keep/lamps.txt", Self.text(url: url, chapters: [1, 2]))
      try await archive.ingest(into: index)
      try archive.write("lamps.txt", Self.text(url: url, chapters: [1]))
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
      let work = try #require(try await works(index).first)
      #expect(try await works(index).count == 1, "after \(steps) steps")
      #expect(work.path.hasSuffix("keep/lamps.txt"), "after \(steps) steps")
      #expect(work.sources.map(\.isChosen) == [true, false], "after \(steps) steps")
      #expect(work.removedChapters == 1 && work.chapters == 3, "after \(steps) steps")
    }
  }

  @Test func `a better text that lacks a chapter does not hide the one that has it`() async throws {
    let archive = try TemporaryArchive()
    let url = "https://www.fanfiction.net/s/99/1/"
    try archive.write(
      "a.txt",
      Self.text(url: url, chapters: [1, 2, 3, 9], sentences: 60)
        .replacing("Chapters: 4", with: "Chapters: 3")
    )
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("b.txt", Self.text(url: url, chapters: [1, 2, 3, 4], sentences: 60))
    try await archive.ingest(into: index)
    let works = try await works(index)
    #expect(works.map(\.chapters) == [4, 4] && works.allSatisfy { $0.removedChapters == 0 })
  }

  @Test func `a renamed file keeps its work`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("a.txt", Prose.text(seed: 7, sentences: 60) + "\n")
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let before = try await works(index).map(\.id)
    try archive.remove("a.txt")
    try archive.write("folder/b.txt", Prose.text(seed: 7, sentences: 60) + "\n")
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.id) == before)
    #expect(try await works(index).first?.path.hasSuffix("folder/b.txt") == true)
  }

  @Test func `a file that holds another story now is another work`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("a.txt", Self.text(url: "https://archiveofourown.org/works/1", chapters: [1]))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("a.txt", Self.text(url: "https://archiveofourown.org/works/2", chapters: [2]))
    try await archive.ingest(into: index)
    #expect(try await works(index).map(\.id) == [WorkID(identity: "ao3/2")])
  }

  @Test(arguments: [1, 2, 5]) func `the order of the threads decides nothing`(
    jobs: Int
  )
    async throws
  {
    let archive = try TemporaryArchive()
    for number in 1...6 as ClosedRange<UInt64> {
      let url = "https://archiveofourown.org/works/\(number)"
      try archive.write("\(number)/a.txt", Self.text(url: url, chapters: [number, number + 10]))
      try archive.write("\(number)/b.txt", Self.text(url: url, chapters: [number]))
      try archive.write("\(number)/c.html", Self.page(chapters: [number, number + 10]))
    }
    let index = MemoryIndex()
    let reference = MemoryIndex()
    try await archive.ingest(into: index, jobs: jobs)
    try await archive.ingest(into: reference, jobs: 1)
    var (found, expected) = (try await works(index), try await works(reference))
    // The two runs began at moments of their own.
    for place in found.indices { found[place].added = nil }
    for place in expected.indices { expected[place].added = nil }
    #expect(found == expected)
    #expect(found.count == 6)
  }
}
