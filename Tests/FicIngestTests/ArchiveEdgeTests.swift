import FicIndex
import FicModel
import Foundation
import MemoryIndex
import Testing

@testable import FicIngest

/// What lies at the edge of an archive: folders that are empty or links, names that are none.
@Suite struct ArchiveEdgeTests {
  private static let manager = FileManager.default

  private static func works(_ index: MemoryIndex) async throws -> Int {
    try await index.read { try $0.works(matching: nil, limit: 100) }.count
  }

  private static func problems(_ index: MemoryIndex) async throws -> [String: String] {
    let problems = try await index.read { try $0.fileProblems(code: nil, limit: 100) }
    return Dictionary(problems.map { ($0.path, $0.code) }, uniquingKeysWith: { $1 })
  }

  private static func story(_ word: String) -> String {
    Prose.text(seed: UInt64(word.utf8.reduce(7) { $0 * 31 + Int($1) }), sentences: 40)
      + "\n\nThe \(word) slept in the loft, and it rained for a week.\n"
  }

  /// Moves all that lies in a folder out of it, runs `away`, and moves it back.
  private static func empty(_ folder: URL, while away: () async throws -> Void) async throws {
    let aside = manager.temporaryDirectory.appending(path: "aside-\(UUID().uuidString)")
    try manager.moveItem(at: folder, to: aside)
    try manager.createDirectory(at: folder, withIntermediateDirectories: false)
    try await away()
    try manager.removeItem(at: folder)
    try manager.moveItem(at: aside, to: folder)
  }

  @Test(arguments: ["", "nas"], [[], ["nas"]])
  func `what was in a folder that is empty now is kept until it is back`(
    folder: String,
    paths: [String]
  ) async throws {
    let archive = try TemporaryArchive()
    let index = MemoryIndex()
    try archive.write("nas/a.txt", Self.story("walrus"))
    try archive.write("nas/b/b.txt", Self.story("otter"))
    try await archive.ingest(into: index)
    let place = folder.isEmpty ? archive.root : archive.root.appending(path: folder)
    try await Self.empty(place) {
      let run = try await archive.ingest(into: index, paths: paths)
      // Of a folder that was named and is gone nothing is known but through the one around it.
      if !(folder.isEmpty && !paths.isEmpty) {
        #expect(run.problems.map(\.code) == ["empty_folder"])
        #expect(run.problems.first?.cause.contains("2 files") ?? false)
        #expect(try await Self.problems(index).values.sorted() == ["empty_folder"])
      }
      #expect(try await Self.works(index) == 2)
    }
    let back = try await archive.ingest(into: index)
    #expect(back.problems.isEmpty)
    #expect(try await Self.works(index) == 2)
    #expect(try await Self.problems(index).isEmpty)
  }

  @Test func `what was in an empty folder goes when it is let go`() async throws {
    let archive = try TemporaryArchive()
    let index = MemoryIndex()
    try archive.write("nas/a.txt", Self.story("walrus"))
    try await archive.ingest(into: index)
    try archive.remove("nas/a.txt")
    try await archive.ingest(into: index)
    #expect(try await Self.works(index) == 1)
    try await archive.ingest(into: index, forgetsEmptyFolders: true)
    #expect(try await Self.works(index) == 0)
    #expect(try await Self.problems(index).isEmpty)
  }

  @Test(arguments: [[], ["new", "old"]])
  func `a file that was moved out of a folder is not kept there`(paths: [String]) async throws {
    let archive = try TemporaryArchive()
    let index = MemoryIndex()
    try archive.write("old/a.txt", Self.story("walrus"))
    try archive.write("new/b.txt", Self.story("otter"))
    try await archive.ingest(into: index)
    try Self.manager.moveItem(
      at: archive.root.appending(path: "old/a.txt"),
      to: archive.root.appending(path: "new/a.txt")
    )
    let run = try await archive.ingest(into: index, paths: paths)
    #expect(run.problems.isEmpty)
    let paths = index.indexedFiles().map { $0.path.split(separator: "/").suffix(2) }
    #expect(paths.map { $0.joined(separator: "/") } == ["new/a.txt", "new/b.txt"])
  }

  @Test func `only the folder that a browser keeps beside a page is left out`() async throws {
    let archive = try TemporaryArchive()
    let index = MemoryIndex()
    try archive.write("x_files/a.txt", Self.story("walrus"))
    try archive.write("the_lost_files/b.txt", Self.story("otter"))
    try archive.write("page_files/c.html", "<p>tracker</p>")
    try archive.write("page.html", "<p>The page.</p>")
    try archive.write("@eaDir/d.txt", "thumbnail")
    try archive.write("@eaDir2/d.txt", Self.story("seal"))
    try archive.write("cover.jpg", "x")
    try archive.write("back.jpg", "x")
    try await archive.ingest(into: index)
    #expect(try await Self.works(index) == 4)
    let root = try #require(ArchiveWalk.resolve(archive.root.path))
    #expect(
      try await Self.problems(index) == [
        "\(root)/page_files": "left_out", "\(root)/@eaDir": "left_out",
        "\(root)/back.jpg": "left_out",
      ]
    )
    let named = try await archive.ingest(into: index, paths: ["page_files/c.html"])
    #expect(named.summary.added == 0)
  }

  @Test func `links to folders and names that are no UTF-8 are told`() async throws {
    let archive = try TemporaryArchive()
    let index = MemoryIndex()
    try archive.write("a.txt", Self.story("walrus"))
    let disk = archive.root.deletingLastPathComponent().appending(path: "disk")
    try Self.manager.createDirectory(at: disk, withIntermediateDirectories: false)
    for (name, target) in [("nas", disk.path), ("away", "/nonexistent/disk"), ("in", ".")] {
      try Self.manager.createSymbolicLink(
        atPath: archive.root.appending(path: name).path,
        withDestinationPath: target
      )
    }
    let bytes = Array(archive.root.path.utf8) + Array("/caf".utf8) + [0xE9] + Array(".txt".utf8)
    let file = bytes.map { CChar(bitPattern: $0) } + [0]
    let handle = unsafe fopen(file, "w")
    _ = unsafe handle.map { unsafe fclose($0) }
    let root = try #require(ArchiveWalk.resolve(archive.root.path))
    let expected = [
      "\(root)/nas": "outside_archive", "\(root)/away": "broken_link",
      "\(root)/caf\u{FFFD}.txt": "undecodable_name",
    ]
    try await archive.ingest(into: index)
    #expect(try await Self.problems(index) == expected)
    // A run that looks elsewhere leaves what is known.
    try archive.write("b/b.txt", Self.story("otter"))
    try await archive.ingest(into: index, paths: ["b/b.txt"])
    #expect(try await Self.problems(index) == expected)
    try archive.remove("nas")
    try await archive.ingest(into: index)
    #expect(try await Self.problems(index).count == 2)
  }
}
