import FicIndex
import FicIndexSQLite
import FicModel
import FicSchema
import GRDB
import Testing

@testable import FicIndexSQLite

/// An index of an older version is brought to this one without a loss.
@Suite struct UpgradeTests {
  /// Takes out what version 5 and the later ones brought, and stores works as places.
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
      let source = try #require(try writer.source(at: "archive/a.txt"))
      #expect(source.work == id && source.isChosen)
      #expect(try writer.indexedFiles(after: nil, limit: 1).first?.place == "archive/a.txt")
      #expect(try writer.worksToReread() == [id])
      let sketch = TextSketch(of: script.records(work: id, cast: Library.cast).chapter)
      #expect(try writer.chapterCards(of: id).map(\.sketch) == [sketch, sketch])
      try writer.finish()
      #expect(try writer.check() == [])
    }
    #expect(try await library.find(.words("lamps")).count == 2)
    #expect(try await library.index.read { try $0.works([id]) }.first?.chapters == 2)
  }

  private static let script = Script(lines: [
    .said(by: 0, to: [1], "It was the best of the lamps"), .told("So it was."), .sceneBreak,
    .said(by: 1, to: [0], "Was it the lamp"), .note("A lamp of mine."),
  ])

  /// An index of a work with two chapters, as version 9 or 10 would have written it: with no lines,
  /// and with more in each record than is read now.
  private func olderLibrary(_ version: Int) throws -> Library {
    let library = try Library()
    let work = Library.work("one")
    try library.write([(work, [Self.script, Self.script])])
    let writer = try SQLiteIndexWriter(path: library.path)
    let older = version == 9 ? OlderSchema.withoutPairsInDialogue : OlderSchema.withoutLines
    try writer.perform("go back a version") { database in
      try database.execute(sql: older)
      for number in 1...2 {
        let records = Self.script.records(work: work.id, number: number, cast: work.cast)
        var bytes = RecordWriter.bytes(of: records)
        #expect(bytes[0] == 2)
        bytes[0] = 1
        bytes += [1, 0, 7, 9, 255, 255]
        try database.change(
          "UPDATE chapter_record SET record = ? WHERE id = ?",
          [
            .blob(try TextCompression().compress(bytes)),
            .integer(RowKey.chapter(ordinal: 1, number: number)),
          ]
        )
      }
    }
    try writer.commit()
    try writer.perform("mark the version", opensTransaction: false) { database in
      try database.change("PRAGMA user_version = \(version)", [])
    }
    return library
  }

  @Test func `an index that did not know when works came takes it from its changes`() async throws {
    let library = try Library()
    var (first, second) = (Library.work("one"), Library.work("two"))
    (first.added, second.added) = (77, 88)
    try library.write([(first, [Self.script]), (second, [Self.script])])
    let added = { (library: Library) in
      try await library.index.read { try $0.works([first.id, second.id]).map(\.added) }
    }
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      first.added = 99
      #expect(try writer.putWork(first) == first.id)
      try writer.commit()
    }
    #expect(try await added(library) == [77, 88])
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      try writer.perform("go back a version") { database in
        try database.execute(
          sql: """
            DROP VIEW file_problem; DROP TABLE correction;
            ALTER TABLE cast_member DROP COLUMN first_chapters;
            ALTER TABLE work DROP COLUMN added; ALTER TABLE chapter DROP COLUMN printed;
            DELETE FROM change;
            INSERT INTO change (run, time, kind, work, title, authors) VALUES
            (1, 300, 'changed', 1, '', ''), (2, 500, 'came', \(first.id.rawValue), '', '');
            """
        )
      }
      try writer.commit()
      try writer.perform("mark the version", opensTransaction: false) { database in
        try database.change("PRAGMA user_version = 15", [])
      }
    }
    _ = try SQLiteIndexWriter(path: library.path)
    #expect(try await added(library) == [500, 300])
  }

  @Test(arguments: [9, 10])
  func `an index that had no lines is made anew from its own texts`(version: Int) async throws {
    let library = try olderLibrary(version)
    let older = SQLiteSearchIndex(path: library.path, readers: 1)
    #expect(throws: IndexError.self) { try older.checkOpen() }
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try await library.find(.words("it was")) == ["1/0×1", "1/1×1", "2/0×1", "2/1×1"])
    try writer.finish()
    #expect(try writer.check(isDeep: true) == [])
    // What stands in files is told otherwise since version 15: the next run reads them again.
    #expect(try writer.worksToReread().count == 1)
    #expect(try await library.find(nil) { $0.ask(.speaker, "mary") } == ["1/2×1", "2/2×1"])
    #expect(
      try await library.find(.words("lamp")) { $0.zones = [.authorsNote] } == ["1/3×1", "2/3×1"]
    )
    let statistics = try await library.index.read { try $0.statistics() }
    #expect(statistics.lines == 8 && statistics.counts.chapters == 2)
    #expect(statistics.counts.words == 28 && statistics.counts.utterances == 4)
    let cast = try await library.index.read {
      try $0.cast(of: nil, named: nil, limit: 9) { _ in true }
    }
    #expect(cast.map(\.lines) == [2, 2])
    try writer.perform("read", opensTransaction: false) { database in
      let pairs = try database.integer(
        "SELECT count(*) FROM line_vocabulary WHERE hex(substr(term, 1, 1)) = '1D'"
      )
      #expect(pairs ?? 0 > 0)
      for table in ["scene_fts", "chapter_unit", "posting_list", "posting_change"] {
        let count = try database.integer(
          "SELECT count(*) FROM sqlite_schema WHERE name = '\(table)'"
        )
        #expect(count == 0)
      }
    }
  }
}
