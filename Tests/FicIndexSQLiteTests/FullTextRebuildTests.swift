import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

/// What lines are made of is made anew from the stored texts.
@Suite struct FullTextRebuildTests {
  @Test func `tables that an older program made are made anew`() async throws {
    let library = try Library()
    let script = Script(lines: [.said(by: 0, to: [1], "The lamps are out"), .note("lamp")])
    try library.write([(Library.work("one"), [script, script])])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("empty the tables") { database in
      try database.change("INSERT INTO line_fts (line_fts) VALUES ('delete-all')", [])
      for table in ["posting_block", "chapter_line", "cast_pair"] {
        try database.change("DELETE FROM \(table)", [])
      }
      try database.change("UPDATE state SET full_text = 0, words = 99", [])
    }
    try writer.commit()
    #expect(try await library.find(.words("lamps")) == [])
    try writer.perform("make them", opensTransaction: false) { database in
      try FullTextRebuild(database).bringUpToDate()
    }
    #expect(try await library.find(.words("lamps")) == ["1/0×1", "2/0×1"])
    #expect(
      try await library.find(.words("lamp")) { $0.zones = [.authorsNote] } == ["1/1×1", "2/1×1"]
    )
    #expect(try await library.index.read { try $0.statistics() }.counts.words == 8)
    #expect(try writer.check(isDeep: true) == [])
  }

  @Test func `an index that lost all its works and was made anew finds what comes then`()
    async throws
  {
    let library = try Library()
    let script = Script(lines: [.told("The lamps are out.")])
    try library.write([(Library.work("one"), [script, script, script])])
    #expect(try await library.find(.words("lamps")).count == 3)
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.removeWork(WorkID(identity: "one"))
    try writer.commit()
    #expect(try await library.find(.words("lamps")).isEmpty)
    try writer.rebuild()
    #expect(try await library.find(.words("lamps")).isEmpty)
    let work = try writer.putWork(Library.work("two"))
    try writer.replace(script.records(work: work, cast: Library.cast))
    try writer.finish()
    #expect(try await library.find(.words("lamps")) == ["1/0×1"])
    #expect(try writer.check(isDeep: true) == [])
  }
}
