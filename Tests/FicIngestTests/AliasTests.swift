import FicIndex
import FicModel
import Foundation
import MemoryIndex
import Testing

@testable import FicIngest

@Suite struct AliasTests {
  private func archive() throws -> TemporaryArchive {
    let archive = try TemporaryArchive()
    for (title, person) in [("Lamps", "Smith"), ("Tides", "Smith"), ("Pier", "Crane")] {
      try archive.write(
        "\(title).txt",
        """
        Title: \(title)

        Chapter 1

        “Go,” said \(person). \(person) sat.

        “Home,” said the tall agent.

        """
      )
    }
    return archive
  }

  private func names(_ index: MemoryIndex, _ work: String) async throws -> Set<String> {
    let works = try await index.read { try $0.works(matching: nil, limit: 100) }
    let id = works.first { $0.path.contains(work) }?.id
    let cast = try await index.read { try $0.cast(of: id, named: nil, limit: 100) { _ in true } }
    return Set(cast.map(\.name))
  }

  @Test func `an alias of one work reads that work again`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.writeAliases("[work: lamps]\nEdwin Smith = Smith, the tall agent\n")
    let (summary, problems) = try await archive.ingest(into: index)
    #expect(summary.changed == 1 && summary.unchanged == 2)
    #expect(problems.isEmpty)
    #expect(try await names(index, "Lamps") == ["Edwin Smith"])
    #expect(try await names(index, "Tides") == ["Smith", "the tall agent"])
    let again = try await archive.ingest(into: index).summary
    #expect(again.unchanged == 3)
  }

  @Test func `an alias of all works reads those again that hold a name`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.writeAliases("Edwin Smith = Mister Smith, Smith\n")
    let summary = try await archive.ingest(into: index).summary
    #expect(summary.changed == 2 && summary.unchanged == 1)
    try archive.writeAliases("Edwin Smith = Mister Smith, Smith\nGardner = the tall agent\n")
    #expect(try await archive.ingest(into: index).summary.changed == 3)
    #expect(try await names(index, "Pier") == ["Crane", "Gardner"])
  }

  @Test func `a removed alias is taken back`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try archive.writeAliases("Edwin Smith = Smith, the tall agent\n")
    try await archive.ingest(into: index)
    #expect(try await names(index, "Tides") == ["Edwin Smith"])
    try FileManager.default.removeItem(atPath: archive.ownAliases)
    #expect(try await archive.ingest(into: index).summary.changed == 3)
    #expect(try await names(index, "Tides") == ["Smith", "the tall agent"])
  }

  @Test func `what was not read in a run that was stopped or looked elsewhere is read later`()
    async throws
  {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    try archive.writeAliases("Edwin Smith = Smith\n")
    var chapters = 0
    await #expect(throws: CancellationError.self) {
      try await archive.ingest(into: index, jobs: 1) {
        chapters += 1
        return chapters > 2
      }
    }
    try await archive.ingest(into: index, paths: ["Pier.txt"])
    try await archive.ingest(into: index)
    #expect(try await names(index, "Lamps") == ["Edwin Smith", "the tall agent"])
    #expect(try await names(index, "Tides") == ["Edwin Smith", "the tall agent"])
  }

  @Test func `a file that cannot be read takes nothing back and is reported`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try archive.writeAliases("Edwin Smith = Smith\n")
    try await archive.ingest(into: index)
    let missing = archive.root.path + "/../names"
    let (summary, problems) = try await archive.ingest(into: index, aliases: [missing])
    #expect(summary.unchanged == 3)
    #expect(problems.map(\.code) == ["unreadable_aliases"])
    #expect(problems.first?.path == missing && problems.first?.hint?.isEmpty == false)
    #expect(try await names(index, "Lamps").contains("Edwin Smith"))
  }

  @Test func `a bad line is reported with its place, and the rest is used`() async throws {
    let archive = try archive()
    let index = MemoryIndex()
    try archive.writeAliases("nonsense\nEdwin Smith = Smith\n\u{0} = \u{1B}\n")
    let problems = try await archive.ingest(into: index).problems
    #expect(problems.map(\.place) == ["line 1", "line 3"])
    #expect(try await names(index, "Lamps").contains("Edwin Smith"))
  }

  @Test func `a thousand aliases of all works read nothing that they do not concern`() async throws
  {
    let archive = try archive()
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    let lines = (0..<500).map { "Person \($0) = Alias \($0), the person\($0)\n" }
    try archive.writeAliases(lines.joined())
    #expect(try await archive.ingest(into: index).summary.unchanged == 3)
  }

  @Test func `names that are too many, or hold no word, concern every work`() throws {
    let index = MemoryIndex()
    let many = (0...4000).map { AliasEntry(name: "Person \($0)") }
    #expect(try AliasChange(from: [], to: many).works(in: index) == nil)
    #expect(try AliasChange(from: [AliasEntry(name: "…")], to: []).works(in: index) == nil)
    #expect(try AliasChange(from: many, to: many).works(in: index) == [])
  }
}
