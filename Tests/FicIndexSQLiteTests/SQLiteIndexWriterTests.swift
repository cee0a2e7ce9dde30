import FicIndex
import FicModel
import FoundationEssentials
import MemoryIndex
import Testing

@testable import FicIndexSQLite

/// What is written, changed, removed and lost.
@Suite struct SQLiteIndexWriterTests {
  private static func script(_ words: String) -> Script {
    Script(lines: [.said(by: 0, to: [1], words), .told("So it was.")])
  }

  @Test func `a replaced chapter loses its old words`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script("old words"), Self.script("kept")])])
    try library.write([(Library.work("one"), [Self.script("new words")])])
    #expect(try await library.find(.words("old")) == [])
    #expect(try await library.find(.words("new")) == ["1/0×1"])
    #expect(try await library.find(.words("kept")) == ["2/0×1"])
    #expect(try await library.find(nil) { $0.ask(.speaker, "smith") }.count == 2)
  }

  @Test func `a renamed speaker is found by the new name only`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script("words")])])
    var cast = Library.cast
    cast[0] = CastMember(name: "Jack Black")
    try library.write([(Library.work("one", cast: cast), [Self.script("words")])])
    #expect(try await library.find(nil) { $0.ask(.speaker, "smith") } == [])
    #expect(try await library.find(nil) { $0.ask(.speaker, "black") }.count == 1)
    #expect(try await library.find(nil) { $0.ask(.present, "smith") } == [])
    let smith = Analyzer().terms(of: "smith")
    let named = try await library.index.read {
      try $0.cast(of: nil, named: smith, limit: 9) { _ in true }
    }
    #expect(named == [])
    #expect(try SQLiteIndexWriter(path: library.path).check() == [])
  }

  @Test func `a removed work leaves nothing`() async throws {
    let library = try Library()
    try library.write([
      (Library.work("one"), [Self.script("words")]), (Library.work("two"), [Self.script("more")]),
    ])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.removeWork(WorkID(identity: "one"))
    try writer.finish()
    #expect(try await library.find(.words("words")) == [])
    #expect(try await library.find(nil).count == 1)
    let statistics = try await library.index.read { try $0.statistics() }
    #expect(statistics.counts.works == 1)
    #expect(statistics.counts.chapters == 1)
    let cast = try await library.index.read {
      try $0.cast(of: nil, named: nil, limit: 9) { _ in true }
    }
    #expect(Set(cast.map(\.work.id)) == [WorkID(identity: "two").description])
    #expect(try writer.check() == [])
  }

  @Test func `two works of one id both find a place`() throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    var second = Library.work("two")
    second.id = WorkID(identity: "one")
    #expect(try writer.putWork(Library.work("one")) == WorkID(identity: "one"))
    #expect(try writer.putWork(second) == WorkID(identity: "one").next)
    #expect(try writer.putWork(second) == WorkID(identity: "one").next)
    #expect(try writer.workCount() == 2)
    #expect(try writer.identity(of: second.id) == "one")
    #expect(try writer.identity(of: second.id.next) == "two")
    #expect(try writer.work(identifiedBy: "two") == second.id.next)
  }

  @Test func `files are kept with their problems`() async throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let stamp = IndexedFile.Stamp(size: 1, modified: 2, changed: 3, inode: .max)
    let good = IndexedFile(
      path: "/a",
      stamp: stamp,
      fingerprint: Fingerprint(low: 1, high: .max),
      work: WorkID(identity: "one")
    )
    let bad = IndexedFile(
      path: "/b",
      stamp: stamp,
      fingerprint: nil,
      work: nil,
      problem: FileProblem(code: "empty", path: "/b", cause: "holds no text", hint: "write it")
    )
    for file in [bad, good, bad] { try writer.recordFile(file) }
    try writer.commit()
    #expect(try writer.indexedFiles(after: nil, limit: 9) == [good, bad])
    #expect(
      try await library.index.read { try $0.fileProblems(code: nil, limit: 9) } == [
        bad.problem
      ]
    )
    #expect(try await library.index.read { try $0.statistics() }.failedFiles == 1)
    try writer.forgetFiles(["/b", "/never"])
    try writer.finish()
    #expect(try await library.index.read { try $0.statistics() }.failedFiles == 0)
    #expect(try await library.index.read { try $0.statistics() }.counts.files == 1)
  }

  @Test func `files are found by folder, path, source and order as the twin finds them`() throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let twin = MemoryIndex()
    let paths = [
      "/a/1.txt", "/a/b", "/a/b/1.txt", "/a/b/2.txt", "/a/b/c/1.txt", "/a/b0", "/a/b0/1.txt",
      "/a/b-c/1.txt", "/a/é/1.txt", "/a/é/ü/2.txt", "/ab/1.txt", "/z.txt",
    ]
    let places = ["a", "a/b", "a/b/c", "a/é", "a/é/ü"]
    for (number, path) in paths.enumerated() {
      let file = IndexedFile(
        path: path,
        stamp: IndexedFile.Stamp(size: number, modified: 2, changed: 3, inode: 4),
        fingerprint: nil,
        work: nil,
        place: number % 6 < places.count ? places[number % 6] : nil
      )
      try writer.recordFile(file)
      twin.recordFile(file)
    }
    for path in paths + ["/", "/a", "/a/b/c", "/a/é", "/none"] {
      #expect(
        try writer.indexedFiles(in: [path], below: []) == twin.indexedFiles(in: [path], below: []),
        "in \(path)"
      )
      #expect(
        try writer.indexedFiles(in: [], below: [path]) == twin.indexedFiles(in: [], below: [path]),
        "below \(path)"
      )
    }
    for path in [nil, "/", "/a/b", "/a/b-", "/a/z", "/z.txt"] as [String?] {
      for limit in [0, 1, 3, 20] {
        #expect(
          try writer.indexedFiles(after: path, limit: limit)
            == twin.indexedFiles(after: path, limit: limit),
          "\(limit) after \(path ?? "nothing")"
        )
      }
    }
    for place in places + ["none", "a/"] {
      #expect(try writer.indexedFiles(at: place) == twin.indexedFiles(at: place))
      let found = try writer.pathsOfSources(rightBelow: place).mapValues { $0.sorted() }
      #expect(found == twin.pathsOfSources(rightBelow: place))
    }
    #expect(twin.pathsOfSources(rightBelow: "a").keys.sorted() == ["a/b", "a/é"])
  }

  @Test func `the text of a file is that of its chapters`() throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script("one"), Self.script("two")])])
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = WorkID(identity: "one")
    let text = try writer.storedText(of: "/archive/a.txt", in: work)
    let expected = ["one", "two"].flatMap {
      Self.script($0).records(work: work, cast: Library.cast).chapter.text
    }
    #expect(text == expected)
    #expect(try writer.storedText(of: "/archive/b.txt", in: work) == nil)
  }

  @Test func `equal generations mean that nothing was written`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script("words")])])
    let first = try await library.index.read { try $0.statistics() }.generation
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.forgetFiles(["/never"])
    try writer.finish()
    #expect(try await library.index.read { try $0.statistics() }.generation == first)
    try writer.replace(
      Self.script("other").records(work: WorkID(identity: "one"), cast: Library.cast)
    )
    try writer.finish()
    #expect(try await library.index.read { try $0.statistics() }.generation == first + 1)
  }

  @Test func `a second writer is told to wait`() throws {
    let library = try Library()
    let first = try SQLiteIndexWriter(path: library.path)
    let error = #expect(throws: IndexError.self) { try SQLiteIndexWriter(path: library.path) }
    #expect(error?.code == .busy)
    #expect(error?.isRetriable == true)
    try withExtendedLifetime(first) { try first.finish() }
  }

  @Test func `a chapter that has no place is refused and the rest kept`() async throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = try writer.putWork(Library.work("one"))
    try writer.replace(Self.script("kept").records(work: work, cast: Library.cast))
    try writer.commit()
    #expect(throws: IndexError.self) {
      try writer.replace(
        Self.script("lost").records(work: work, number: 1 << 17, cast: Library.cast)
      )
    }
    #expect(throws: IndexError.self) {
      try writer.replace(
        Self.script("lost").records(work: WorkID(identity: "none"), cast: Library.cast)
      )
    }
    try writer.finish()
    #expect(try await library.find(nil).count == 1)
  }

  @Test func `a search sees the last commit while a writer works`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script("first")])])
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = WorkID(identity: "one")
    try writer.replace(Self.script("second").records(work: work, cast: Library.cast))
    #expect(try await library.find(.words("first")).count == 1)
    #expect(try await library.find(.words("second")).isEmpty)
    try writer.commit()
    #expect(try await library.find(.words("first")).isEmpty)
    #expect(try await library.find(.words("second")).count == 1)
  }

  /// The files as they are at any moment are what a killed worker leaves.
  @Test func `a killed writer leaves the last commit whole`() async throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = try writer.putWork(Library.work("one"))
    // A new index appears with its first commit.
    try writer.commit()
    for number in 1...12 {
      try writer.replace(
        Self.script("word \(number)").records(work: work, number: number, cast: Library.cast)
      )
      if number % 5 == 0 { try writer.commit() }
      let copy = try Library()
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: library.path + ending,
          toPath: copy.path + ending
        )
      }
      let survivor = try SQLiteIndexWriter(path: copy.path)
      #expect(try survivor.check() == [])
      let chapters = try survivor.chapterFingerprints(of: work).count
      #expect(chapters >= number - number % 5 && chapters <= number)
      // The next run carries on.
      let id = try survivor.putWork(Library.work("one"))
      try survivor.replace(Self.script("again").records(work: id, number: 13, cast: Library.cast))
      try survivor.finish()
      #expect(try await copy.find(.words("again")) == ["13/0×1"])
    }
  }

  @Test func `a full disk is said and loses nothing that was committed`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script("kept")])])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("fill the disk", opensTransaction: false) { database in
      let pages = try database.integer("PRAGMA page_count") ?? 0
      try database.change("PRAGMA max_page_count = \(pages + 8)", [])
    }
    let work = WorkID(identity: "one")
    let error = #expect(throws: IndexError.self) {
      for number in 2...400 {
        let words = (0..<200).map { "word\(number)x\($0)" }.joined(separator: " ")
        try writer.replace(
          Self.script(words).records(work: work, number: number, cast: Library.cast)
        )
      }
    }
    #expect(error?.code == .diskFull)
    #expect(try await library.find(.words("kept")) == ["1/0×1"])
    // With room again, the same writer goes on.
    try writer.perform("make room", opensTransaction: false) { database in
      try database.change("PRAGMA max_page_count = 1000000", [])
    }
    try writer.replace(Self.script("more").records(work: work, number: 2, cast: Library.cast))
    try writer.finish()
    #expect(try await library.find(.words("more")) == ["2/0×1"])
    #expect(try writer.check() == [])
  }
}
