import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

/// Everything that is derived is compared with what it is derived from.
@Suite struct DeepCheckTests {
  private func library() throws -> Library {
    let library = try Library()
    let script = Script(lines: [
      .said(by: 0, to: [1], "The lamps are out, the old man said"), .told("He said it twice."),
      .sceneBreak, .said(by: 1, to: [0], "Light them in the morning"), .note("A note of mine"),
    ])
    try library.write([
      (Library.work("one"), [script, script, script]), (Library.work("two"), [script]),
    ])
    return library
  }

  @Test func `a sound index has no findings, before and after a change`() throws {
    let library = try library()
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try writer.check(isDeep: true) == [])
    let script = Script(lines: [.said(by: 1, to: [0], "Another lamp")])
    let work = WorkID(identity: "one")
    try writer.replace(script.records(work: work, number: 2, cast: Library.cast))
    try writer.removeChapters(of: work, numbers: [3])
    #expect(try writer.check(isDeep: true) == [])
    try writer.mergePostings(after: 1)
    #expect(try writer.check(isDeep: true) == [])
  }

  @Test(arguments: [
    ("INSERT INTO line_fts (rowid, terms) VALUES (1, ' odd')", "line_fts"),
    ("INSERT INTO line_fts (rowid, terms) VALUES (999999, ' odd')", "are gone"),
    ("INSERT INTO line_fts (line_fts) VALUES ('delete-all')", "line_fts"),
    ("UPDATE chapter_line SET marks = zeroblob(lines)", "not the lines of chapter"),
    ("UPDATE chapter_line SET words = CAST(words || x'01' AS BLOB)", "not the lines of chapter"),
    ("UPDATE chapter_line SET confidences = zeroblob(lines)", "not the lines of chapter"),
    ("UPDATE chapter_line SET regions = x'0100'", "not the lines of chapter"),
    ("DELETE FROM chapter_line WHERE first = 1", "not the lines of chapter"),
    ("UPDATE cast_chapter SET lines = lines + 1 WHERE chapter = 2", "cast_chapter"),
    ("UPDATE cast_pair SET lines = lines + 1", "cast_pair"),
    ("UPDATE cast_member SET scenes = 7", "cast_member"),
    ("DELETE FROM posting_block WHERE id = 1", "posting lists"),
    ("UPDATE posting_block SET data = substr(data, 1, length(data) / 2)", "posting lists"),
  ])
  func `what is damaged is named`(damage: String, name: String) throws {
    let library = try library()
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("damage it") { try $0.change(damage, []) }
    let findings = try writer.check(isDeep: true)
    #expect(findings.contains { $0.contains(name) }, "\(findings)")
  }

  @Test func `what is derived from the texts is made anew on demand`() async throws {
    let library = try library()
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("damage it") { database in
      try database.change("INSERT INTO line_fts (line_fts) VALUES ('delete-all')", [])
      try database.change("DELETE FROM posting_block", [])
    }
    try writer.commit()
    #expect(try await library.find(.words("twice")) == [])
    try writer.rebuild()
    #expect(try writer.check(isDeep: true) == [])
    #expect(try await library.find(.words("twice")).count == 4)
  }

  @Test func `sums of a word agree where the last chapter is gone`() throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path, fewestSummedLines: 1)
    let work = try writer.putWork(Library.work("one"))
    for number in 1...3 {
      let script = Script(lines: [.told("lamp \(number)"), .told("lamp")])
      try writer.replace(script.records(work: work, number: number, cast: Library.cast))
    }
    try writer.finish()
    try writer.removeChapters(of: work, numbers: [3])
    try writer.commit()
    #expect(try writer.check(isDeep: true) == [])
  }
}
