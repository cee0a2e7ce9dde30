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
    ("INSERT INTO scene_fts (rowid, text, \"cast\") VALUES (16416, 'odd', '')", "scene_fts"),
    ("INSERT INTO scene_fts (rowid, text, \"cast\") VALUES (999999, 'odd', '')", "are gone"),
    (
      "INSERT INTO utterance_fts (rowid, text, speaker, addressee) VALUES (131329, 'a', '', '')",
      "utterance_fts"
    ), ("INSERT INTO matter_fts (matter_fts) VALUES ('delete-all')", "matter_fts"),
    ("UPDATE chapter_unit SET utterances = scenes", "not the utterances of chapter"),
    ("UPDATE cast_chapter SET lines = lines + 1 WHERE chapter = 2", "cast_chapter"),
    ("UPDATE cast_pair SET lines = lines + 1", "cast_pair"),
    ("UPDATE cast_member SET scenes = 7", "cast_member"),
    ("DELETE FROM posting_block WHERE id = 1", "posting lists"),
    (
      "UPDATE posting_directory SET chapters = CAST(chapters || x'0101' AS BLOB)",
      "posting"
    ),
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
      try database.change("INSERT INTO scene_fts (scene_fts) VALUES ('delete-all')", [])
      try database.change("DELETE FROM posting_block", [])
    }
    try writer.commit()
    #expect(try await library.find(.words("twice")) == [])
    try writer.rebuild()
    #expect(try writer.check(isDeep: true) == [])
    #expect(try await library.find(.words("twice")).count == 4)
  }
}
