import FicIndex
import FicModel
import Foundation
import MemoryIndex
import SeededRandom
import Testing

@testable import FicIngest

/// A run that is told paths looks at those, and leaves what a run over everything would.
@Suite struct NamedPathsTests {
  private static func chapter(_ number: Int, _ words: String) -> String {
    "\(number). Title.\n\n\"\(words),\" said Smith.\n\n\"All of them?\" asked Crane.\n"
  }

  @Test func `a path covers what lies below it`() {
    let named = NamedPaths(["/a/b", "/c"])
    #expect(named.covers("/a/b") && named.covers("/a/b/x/y.txt") && named.covers("/c/d"))
    #expect(!named.covers("/a") && !named.covers("/a/bc") && !named.covers("/"))
    #expect(named.reaches(into: "/a") && named.reaches(into: "/") && !named.reaches(into: "/a/b"))
    #expect(named.paths(below: "/a") == ["b"] && named.paths(below: "/") == ["a/b", "c"])
    #expect(named.paths(below: "/a/b/x") == nil && named.paths(below: "/other") == [])
    #expect(NamedPaths(["/"]).paths(below: "/any") == nil)
  }

  @Test func `the files around a named one are found with the folders that are joined to them`()
    throws
  {
    let archive = try TemporaryArchive()
    for name in [
      "a.txt", "W/1.txt", "W/2.txt", "W/Book 2/1.txt", "W/Book 2/Part 1/1.txt", "W/other/1.txt",
      "W/data/x.txt", "V/1.txt", "V/deep/2.txt",
    ] {
      try archive.write(name, "It rained.\n")
    }
    func files(_ paths: [String]) -> [String] {
      let root = archive.root.path
      let named = NamedPaths(paths.map { root + "/" + $0 })
      var walk = ArchiveWalk(root, lookingAt: named)
      return walk.files().map(\.relativePath)
    }
    let work = ["W/1.txt", "W/2.txt", "W/Book 2/1.txt", "W/Book 2/Part 1/1.txt", "W/data/x.txt"]
    #expect(files(["W/1.txt"]) == work)
    #expect(files(["W/Book 2/Part 1/gone.txt"]) == work)
    #expect(files(["V"]) == ["V/1.txt", "V/deep/2.txt", "a.txt"])
    #expect(files(["never/was/there.txt"]) == [])
    #expect(files([".hidden/1.txt"]) == [])
  }

  @Test func `what was not named is neither read nor missed`() async throws {
    let archive = try TemporaryArchive()
    for name in ["One/1.txt", "One/2.txt", "Two/1.txt", "Two/2.txt", "Tale.txt"] {
      try archive.write(name, Self.chapter(1, name))
    }
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("One/1.txt", Self.chapter(1, "Now another"))
    try archive.write("Two/1.txt", Self.chapter(1, "Now another"))
    try archive.remove("Tale.txt")
    let summary = try await archive.ingest(into: index, paths: ["One/1.txt"]).summary
    #expect(summary.files == 2 && summary.changed == 1 && summary.removed == 0)
    #expect(try await index.texts(ofWorkNamed: "One")[0].contains("another"))
    #expect(try await !index.texts(ofWorkNamed: "Two")[0].contains("another"))
    #expect(try await index.texts(ofWorkNamed: "Tale").count == 1)
    let rest = try await archive.ingest(into: index).summary
    #expect(rest.changed == 1 && rest.removed == 1)
  }

  @Test func `a chapter that is gone is missed where it is named, also of a series in a folder`()
    async throws
  {
    let archive = try TemporaryArchive()
    for series in ["Lamps", "Piers"] {
      for number in 1...3 {
        try archive.write("all/\(series) \(number).txt", Self.chapter(number, series))
      }
    }
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.remove("all/Lamps 2.txt")
    try archive.remove("all/Piers 2.txt")
    let summary = try await archive.ingest(into: index, paths: ["all/Lamps 2.txt"]).summary
    #expect(summary.removed == 1)
    #expect(try await index.texts(ofWorkNamed: "Lamps").count == 2)
    #expect(try await index.texts(ofWorkNamed: "Piers").count == 3)
    #expect(try await archive.ingest(into: index).summary.removed == 1)
  }

  @Test func `a work that was moved is found at its new place, and no more at its old one`()
    async throws
  {
    let archive = try TemporaryArchive()
    let text = "Chapter 1\n\n" + Prose.text(seed: 5, sentences: 60)
    try archive.write("old/Tale.txt", text)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.remove("old/Tale.txt")
    try archive.write("new/Tale.txt", text)
    try await archive.ingest(into: index, paths: ["new/Tale.txt"])
    let works = try await index.read { try $0.works(matching: nil, limit: 9) }
    #expect(works.count == 1 && works[0].path.hasSuffix("new/Tale.txt"))
    #expect(index.indexedFiles().map(\.path) == [works[0].path])
    #expect(index.sources().count == 1)
  }

  @Test func `another source is shown when the one that is named has gone`() async throws {
    let archive = try TemporaryArchive()
    let text = "The Tale\nby Ada Quill\n\nChapter 1\n\n" + Prose.text(seed: 5, sentences: 60)
    try archive.write("a/Tale.txt", text)
    try archive.write("b/Tale.md", text)
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let sources = index.sources()
    let before = try #require(sources.first { $0.isChosen })
    try FileManager.default.removeItem(atPath: before.path)
    let path = String(before.path.dropFirst(archive.root.path.count + 1))
    try await archive.ingest(into: index, paths: [path])
    let works = try await index.read { try $0.works(matching: nil, limit: 9) }
    #expect(works.count == 1 && works.first?.path != before.path)
    #expect(index.sources().map(\.isChosen) == [true])
  }

  @Test func `an author is told from a title by the names around, which were not named`()
    async throws
  {
    let archive = try TemporaryArchive()
    for title in ["The Lamps", "The Pier"] {
      try archive.write("Ada Quill - \(title).txt", Self.chapter(1, title))
    }
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.write("Ada Quill - The Rain/1.txt", Self.chapter(1, "Rain"))
    try await archive.ingest(into: index, paths: ["Ada Quill - The Rain"])
    let works = try await index.read { try $0.works(matching: nil, limit: 9) }
    let rain = try #require(works.first { $0.path.contains("Rain") })
    #expect(rain.metadata["author"] == "Ada Quill" && rain.metadata["title"] == "The Rain")
  }

  @Test func `an archive folder that is not there loses nothing`() async throws {
    let archive = try TemporaryArchive()
    try archive.write("W/1.txt", Self.chapter(1, "Here"))
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let hidden = archive.root.deletingLastPathComponent().appending(path: "hidden")
    try FileManager.default.moveItem(at: archive.root, to: hidden)
    let (summary, problems) = try await archive.ingest(into: index, paths: ["W/1.txt"])
    #expect(summary.removed == 0 && problems.map(\.code) == ["unreadable_folder"])
    #expect(try await index.texts(ofWorkNamed: "W").count == 1)
    try FileManager.default.moveItem(at: hidden, to: archive.root)
  }

  // MARK: Any changes

  /// Everything that a run leaves and users can see, but for files that are gone and kept.
  private static func contents(of index: MemoryIndex) async throws -> Set<String> {
    var lines = index.indexedFiles().filter { $0.problem?.code != FileProblem.removedCode }.map {
      "\($0.path) \($0.place ?? "") \($0.fingerprint.map { "\($0)" } ?? "") \($0.problem?.code ?? "")"
    }
    lines += index.sources().filter(\.isChosen).map(\.place)
    let works = try await index.read { try $0.works(matching: nil, limit: 1000) }
    for work in works {
      lines.append("\(work.path) \(work.metadata.fields.map { "\($0.key)=\($0.value)" })")
      for card in index.chapterCards(of: work.id) {
        lines.append("\(work.path) \(card.number) \(card.path) \(card.fingerprint)")
      }
    }
    return Set(lines)
  }

  private static let folders = [
    "", "Lamps", "Lamps/Book 1", "Lamps/Book 2", "Lamps/Book 2/Part 1", "Piers", "Piers/deep",
    "Ada Quill - The Rain", "Ada Quill - The Fog", "Bo Lee/The Sea (12)",
    "Bo Lee/The Sky (13)", "Bo Lee/The Sea (12)/data",
  ]

  private static let names = [
    "1.txt", "2.txt", "03 - Title.txt", "Prologue.md", "Tale 1.txt", "Tale 2.txt", "Song 1.txt",
    "The Sea - Bo Lee.txt", "The Sea - Bo Lee.md", "metadata.opf", "Ada Quill - Night.txt",
    "Ada Quill - Day.txt", "bad.pdf", "empty.txt",
  ]

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `runs over what changed, named or found, leave what runs over everything leave`(
    seed: UInt64
  ) async throws {
    let archive = try TemporaryArchive()
    var generator = SplitMix(seed: seed)
    var files: Set<String> = []
    let part = MemoryIndex()
    let whole = MemoryIndex()
    let scanned = MemoryIndex()
    let keeps = seed % 3 == 0
    for round in 0..<10 {
      var changed: Set<String> = []
      for _ in 0..<(round == 0 ? 25 : Int.random(in: 1...5, using: &generator)) {
        let folder = Self.folders.randomElement(using: &generator) ?? ""
        let name = Self.names.randomElement(using: &generator) ?? ""
        let path = folder.isEmpty ? name : folder + "/" + name
        if !folder.isEmpty, Int.random(in: 0..<12, using: &generator) == 0 {
          // A whole folder goes.
          guard files.contains(where: { $0.hasPrefix(folder + "/") }) else { continue }
          try archive.remove(folder)
          files = files.filter { !$0.hasPrefix(folder + "/") }
          changed.insert(folder)
        } else if files.contains(path), Bool.random(using: &generator) {
          try archive.remove(path)
          files.remove(path)
          changed.insert(path)
        } else {
          let text = Prose.text(
            seed: UInt64.random(in: 0..<9, using: &generator),
            sentences: 12
          )
          try archive.write(path, name == "empty.txt" ? "" : "Chapter 1\n\n\(text)")
          files.insert(path)
          changed.insert(path)
        }
      }
      try await archive.ingest(
        into: part,
        paths: round == 0 ? [] : changed.sorted(),
        keepsRemoved: keeps,
        forgetsEmptyFolders: true
      )
      // Whoever names the archive's folder has all of it looked at.
      let ofWhole = try await archive.ingest(
        into: whole,
        paths: ["."],
        keepsRemoved: keeps,
        forgetsEmptyFolders: true
      )
      var ofScanned = try await archive.ingest(
        into: scanned,
        keepsRemoved: keeps,
        forgetsEmptyFolders: true
      )
      let expected = try await Self.contents(of: whole)
      for (name, index) in [("found", scanned), ("named", part)] {
        let contents = try await Self.contents(of: index)
        let difference =
          contents.subtracting(expected).sorted().map { "+ " + $0 }
          + expected.subtracting(contents).sorted().map { "- " + $0 }
        try #require(difference.isEmpty, "\(name), round \(round): \(changed.sorted())")
      }
      #expect(ofScanned.problems == ofWhole.problems, "round \(round): \(changed.sorted())")
      ofScanned.summary.elapsedMilliseconds = ofWhole.summary.elapsedMilliseconds
      #expect(ofScanned.summary == ofWhole.summary, "round \(round): \(changed.sorted())")
    }
  }
}
