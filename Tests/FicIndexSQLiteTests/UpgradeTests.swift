import FicIndex
import FicIndexSQLite
import FicModel
import FicSchema
import GRDB
import Testing

@testable import FicIndexSQLite

/// An index of an older version is brought to this one without a loss.
@Suite struct UpgradeTests {
  /// Takes out what version 5 brought, and stores works as places.
  private func downgrade(_ path: String) throws {
    let writer = try SQLiteIndexWriter(path: path)
    try writer.perform("go back a version") { database in
      try database.execute(sql: OlderSchema.takingOutSources)
    }
    try writer.commit()
    try writer.perform("mark the version", opensTransaction: false) { database in
      try database.change("PRAGMA user_version = 4", [])
    }
  }

  @Test func `works become sources, files know their places, and everything is read again`()
    async throws
  {
    let library = try Library()
    let script = Script(lines: [.said(by: 0, to: [1], "The lamps are out"), .told("So it was.")])
    try library.write([(Library.work("archive/a.txt"), [script, script])])
    let id = WorkID(identity: "archive/a.txt")
    let stamp = IndexedFile.Stamp(size: 1, modified: 2, changed: 3, inode: 4)
    let file = IndexedFile(path: "/archive/a.txt", stamp: stamp, fingerprint: nil, work: id)
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      try writer.recordFile(file)
      try writer.commit()
    }
    try downgrade(library.path)
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      let source = try #require(try writer.sources().first)
      #expect(source.place == "archive/a.txt" && source.work == id && source.isChosen)
      #expect(try writer.indexedFiles(after: nil, limit: 1).first?.place == "archive/a.txt")
      #expect(try writer.worksToReread() == [id])
      #expect(try writer.chapterCards(of: id).map(\.sketch) == [nil, nil])
      try writer.finish()
      #expect(try writer.check() == [])
    }
    #expect(try await library.find(.words("lamps")).count == 2)
    #expect(try await library.index.works([id], deadline: .never).first?.chapters == 2)
  }

  @Test func `dialogue of an index whose table had no pairs is found by them`() async throws {
    let library = try Library()
    let script = Script(lines: [
      .said(by: 0, to: [1], "It was the best of the lamps"),
      .said(by: 1, to: [0], "Was it the lamp"),
    ])
    try library.write([(Library.work("one"), [script, script])])
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      try writer.perform("go back a version") { database in
        try database.execute(sql: OlderSchema.withoutPairsInDialogue)
      }
      try writer.commit()
      try writer.perform("mark the version", opensTransaction: false) { database in
        try database.change("PRAGMA user_version = 9", [])
      }
    }
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.finish()
    #expect(try writer.check(isDeep: true) == [])
    let found = try await library.find(.words("it was"), unit: .utterance)
    #expect(found == ["1/0×1", "2/0×1"])
    let pairs = "SELECT count(*) FROM temp.term WHERE hex(substr(term, 1, 1)) = '1D'"
    try writer.perform("read", opensTransaction: false) { database in
      try database.execute(
        sql: "CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, utterance_fts, row)"
      )
      #expect(try database.integer(pairs) ?? 0 > 0)
    }
  }
}
