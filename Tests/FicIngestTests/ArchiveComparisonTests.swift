import FicIndex
import FicModel
import Foundation
import MemoryIndex
import Testing

@testable import FicIngest

/// A comparison of an archive with an index keeps what differs, and nothing else.
@Suite struct ArchiveComparisonTests {
  private static let text = "Chapter 1\n\n\"Here,\" said Smith.\n"

  /// Writes files of which no two hold the same text.
  private static func write(_ names: [String], to archive: TemporaryArchive) throws {
    for name in names { try archive.write(name, text + "He meant \(name).\n") }
  }

  private static func compare(
    _ roots: [String],
    _ index: MemoryIndex,
    keepsRemoved: Bool = false
  ) throws -> ArchiveComparison {
    try ArchiveComparison(
      IngestOptions(archive: roots, keepsRemoved: keepsRemoved),
      rereading: Rereading(works: index.worksToReread()),
      index: index
    )
  }

  /// The folders of the groups that differ, and what is to be done about them: `+` for a source to
  /// read, `-` for one that has gone, `x` for a file.
  private static func differences(
    _ archive: TemporaryArchive,
    _ index: MemoryIndex
  ) throws -> (groups: [String], plan: [String]) {
    let root = try #require(ArchiveWalk.resolve(archive.root.path))
    let comparison = try compare([root], index)
    let plan = try IngestPlanner(comparison, index: index).plan
    let removed = plan.removedFiles.keys.map { "x " + $0.dropFirst(root.utf8.count + 1) }
    let lines =
      plan.works.map { "+ " + $0.place.dropFirst(8) }
      + plan.gonePlaces.map { "- " + $0.dropFirst(8) } + removed
    return (comparison.groups[0].keys.sorted(), lines.sorted())
  }

  @Test func `an archive that is as the index has it keeps nothing`() async throws {
    let archive = try TemporaryArchive()
    // Names around a folder's, in which '/' comes neither first nor last, and names of many bytes.
    try Self.write(
      [
        "a.txt", "a/1.txt", "a/2.txt", "a b.txt", "a-b/c.txt", "a!/c.txt", "a0.txt", "W/1.txt",
        "W/Book 2/1.txt", "W/Book 2/Part 1/1.txt", "W/other/x.txt", "\u{E9}t\u{E9}.txt",
        "e\u{301}te\u{301}/\u{1F600}.txt", "\u{FF5E}.txt", "Bo Lee/The Sea (12)/The Sea.md",
        "Bo Lee/The Sea (12)/The Sea.txt", "Bo Lee/The Sea (12)/data/notes.txt",
        "alone/metadata.opf", "none.txt.d/x.txt",
      ],
      to: archive
    )
    try archive.write("empty.txt", "")
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let comparison = try Self.compare([archive.root.path], index)
    #expect(comparison.groups == [[:]] && comparison.strays.isEmpty)
    #expect(comparison.fileCount == 20 && comparison.unchangedParts == 18)
  }

  @Test func `what is new, changed, gone or kept differs`() async throws {
    let archive = try TemporaryArchive()
    try Self.write(
      ["a.txt", "b.txt", "c.txt", "d/1.txt", "d/2.txt", "e/1.txt", "h/x.txt"],
      to: archive
    )
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try Self.write(["0.txt", "d/3.txt", "f/g/1.txt"], to: archive)
    try archive.write("b.txt", "Another text, and a longer one.\n")
    for name in ["a.txt", "d/1.txt", "e"] { try archive.remove(name) }
    let changed = try Self.differences(archive, index)
    #expect(changed.groups == ["", "d", "e", "f/g"])
    #expect(
      changed.plan == [
        "+ 0.txt", "+ b.txt", "+ d", "+ f/g", "- a.txt", "- e", "x a.txt", "x e/1.txt",
      ]
    )
    try await archive.ingest(into: index, keepsRemoved: true)
    // A run may be told now to keep nothing; the chapter went with the reading of its work.
    let kept = try Self.differences(archive, index)
    #expect(kept.groups == ["", "e"])
    #expect(kept.plan == ["- a.txt", "- e", "x a.txt", "x e/1.txt"])
    try await archive.ingest(into: index)
    #expect(try Self.differences(archive, index) == ([], []))
  }

  @Test func `files that belong together otherwise than they did differ`() async throws {
    let archive = try TemporaryArchive()
    try Self.write(["d/1.txt", "d/2.txt", "x.txt"], to: archive)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    for var file in index.indexedFiles() where file.place == "archive/d" {
      file.place = "archive/d/another"
      index.recordFile(file)
    }
    #expect(try Self.differences(archive, index) == (["d"], ["+ d"]))
  }

  @Test func `a source of which the index has no file goes`() async throws {
    let archive = try TemporaryArchive()
    try Self.write(["a.txt", "b.txt"], to: archive)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    index.forgetFiles(index.indexedFiles().filter { $0.path.hasSuffix("b.txt") }.map(\.path))
    try archive.remove("b.txt")
    #expect(try Self.differences(archive, index) == ([], ["- b.txt"]))
    #expect(try await archive.ingest(into: index).summary.removed == 1)
  }

  @Test func `a file that is listed no more, as where its folder is hidden now, goes`() async throws
  {
    let archive = try TemporaryArchive()
    try Self.write(["a.txt", "b.txt", ".old/1.txt"], to: archive)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    for var file in index.indexedFiles() where file.path.hasSuffix("b.txt") {
      index.forgetFiles([file.path])
      file.path = file.path.dropLast(5) + ".old/1.txt"
      index.recordFile(file)
    }
    try archive.remove("b.txt")
    #expect(try Self.differences(archive, index) == ([".old"], ["- b.txt", "x .old/1.txt"]))
    #expect(try await archive.ingest(into: index).summary.removed == 1)
    #expect(try Self.differences(archive, index) == ([], []))
  }

  @Test func `a work that is to be read again differs`() async throws {
    let archive = try TemporaryArchive()
    try Self.write(["d/1.txt", "d/2.txt", "x.txt"], to: archive)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let work = try #require(index.sources().first { $0.place == "archive/d" }?.work)
    index.noteAliases([], rereading: [work])
    #expect(try Self.differences(archive, index) == (["d"], ["+ d"]))
  }

  @Test func `of a folder that is not there nothing differs`() async throws {
    let archive = try TemporaryArchive()
    try Self.write(["d/1.txt", "x.txt"], to: archive)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let hidden = archive.root.deletingLastPathComponent().appending(path: "hidden")
    try FileManager.default.moveItem(at: archive.root, to: hidden)
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.removed == 0 && problems.map(\.code) == ["unreadable_folder"])
    #expect(index.indexedFiles().count { $0.problem == nil } == 2)
    try FileManager.default.moveItem(at: hidden, to: archive.root)
    #expect(try Self.differences(archive, index) == ([], []))
  }

  @Test func `folders of the archive may lie in each other, and come and go`() async throws {
    let archive = try TemporaryArchive()
    try Self.write(["one/d/1.txt", "one/d/2.txt", "one/z.txt", "two/x.txt", "y.txt"], to: archive)
    let root = archive.root.path
    let index = MemoryIndex()
    func ingest(_ roots: [String]) async throws -> IngestEvent.Summary {
      var run = IngestRun(
        options: IngestOptions(archive: roots),
        writer: index,
        report: { _ in }
      )
      return try await run.run()
    }
    func places() -> [String] { index.sources().map(\.place).sorted() }
    _ = try await ingest([root, root])
    #expect(
      places() == ["archive/one/d", "archive/one/z.txt", "archive/two/x.txt", "archive/y.txt"]
    )
    let inner = [root, root + "/one/d", root + "/two"]
    for roots in [inner, inner.reversed()] {
      _ = try await ingest(roots)
      // Each file belongs to the nearest of the folders around it.
      #expect(places() == ["archive/one/z.txt", "archive/y.txt", "d/.", "two/x.txt"])
      #expect(try await ingest(roots).unchanged == 5)
      #expect(try Self.compare(roots, index).groups.allSatisfy(\.isEmpty))
    }
    _ = try await ingest([root + "/two"])
    #expect(places() == ["two/x.txt"])
    #expect(index.indexedFiles().count == 1)
  }

  @Test func `what is kept of a folder that is no part of the archive any more changes nothing`()
    async throws
  {
    let archive = try TemporaryArchive()
    let text = "Chapter 1\n\n" + Prose.text(seed: 3, sentences: 60)
    try archive.write("one/Tale.txt", text)
    try archive.write("two/x.txt", Self.text)
    let (one, two) = (archive.root.path + "/one", archive.root.path + "/two")
    let index = MemoryIndex()
    func ingest(_ roots: [String]) async throws -> IngestEvent.Summary {
      let options = IngestOptions(archive: roots, keepsRemoved: true)
      var run = IngestRun(options: options, writer: index, report: { _ in })
      return try await run.run()
    }
    _ = try await ingest([one, two])
    _ = try await ingest([two])
    let comparison = try Self.compare([two], index, keepsRemoved: true)
    #expect(comparison.groups == [[:]] && comparison.strays.map(\.place) == ["one/Tale.txt"])
    #expect(try await ingest([two]).unchanged == 1)
    // Of its text another copy is shown as soon as there is one.
    try archive.write("two/The Tale.txt", text)
    _ = try await ingest([two])
    let shown = index.sources().filter(\.isChosen).map(\.place)
    #expect(shown.sorted() == ["two/The Tale.txt", "two/x.txt"])
  }

  @Test func `the index's files are given a page at a time, in the order of bytes`() throws {
    let index = MemoryIndex()
    let stamp = IndexedFile.Stamp(size: 1, modified: 2, changed: 3, inode: 4)
    let paths = (0..<2500).map { "/a/\($0 % 3 == 0 ? "\u{FF5E}" : "e\u{301}")\($0 * 7919 % 2500)" }
    for path in paths {
      index.recordFile(IndexedFile(path: path, stamp: stamp, fingerprint: nil, work: nil))
    }
    var cursor = IndexedFileCursor(index)
    var found: [String] = []
    while let next = try cursor.peek() {
      #expect(try cursor.next() == next)
      found.append(next.path)
    }
    #expect(try cursor.next() == nil)
    #expect(found == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
