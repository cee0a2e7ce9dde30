import FicIndex
import FicModel
import GRDB
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// Columns are compressed with what they have in common.
@Suite struct DictionaryTests {
  /// Chapters of sentences that recur, in another order each time.
  private static func scripts(_ count: Int, seed: UInt64) -> [Script] {
    var generator = SplitMix(seed: seed)
    let people = ["the harbour master", "the ferryman", "the lamplighter", "a clerk", "the widow"]
    let deeds = ["went down to the quay", "wound the great clock", "counted the nets again"]
    let times = ["before the tide turned", "in the grey of the morning", "when the bell had rung"]
    return (0..<count).map { _ in
      Script(
        lines: (0..<60).map { _ in
          let deed = deeds[Int.random(in: 0..<3, using: &generator)]
          let who = people[Int.random(in: 0..<5, using: &generator)]
          return .told("\(who) \(deed) \(times[Int.random(in: 0..<3, using: &generator)]).")
        }
      )
    }
  }

  private func write(_ scripts: [Script], to library: Library) throws {
    let writer = try SQLiteIndexWriter(path: library.path)
    writer.dictionaryTraining = DictionaryTraining(textBytes: 100_000, recordBytes: 10_000)
    let work = Library.work("one")
    let id = try writer.putWork(work)
    for (place, script) in scripts.enumerated() {
      try writer.replace(script.records(work: id, number: place + 1, cast: work.cast))
    }
    try writer.finish()
  }

  private func bytes(ofChapter number: Int, in library: Library) throws -> Int {
    let writer = try SQLiteIndexWriter(path: library.path)
    let rows = RowKey.textPieces(ofChapter: RowKey.chapter(ordinal: 1, number: number))
    return try writer.perform("measure", opensTransaction: false) { database in
      try database.integer(
        "SELECT total(length(piece)) FROM chapter_text WHERE id BETWEEN ? AND ?",
        [.integer(rows.lowerBound), .integer(rows.upperBound)]
      ) ?? 0
    }
  }

  @Test func `chapters after the first are shorter, and all come back`() async throws {
    let library = try Library()
    let scripts = Self.scripts(60, seed: 1)
    try write(scripts, to: library)
    #expect(try bytes(ofChapter: 60, in: library) * 10 < bytes(ofChapter: 1, in: library) * 9)
    for number in [1, 59, 60] {
      let key = ChapterKey(work: WorkID(identity: "one"), chapter: number)
      let chapter = try await library.index.read { try $0.chapters([key]) }.first
      let script = scripts[number - 1].records(
        work: WorkID(identity: "one"),
        number: number,
        cast: Library.cast
      )
      #expect(chapter?.chapter.text == script.chapter.text)
    }
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try writer.check() == [])
  }

  @Test func `an index whose dictionary is gone or damaged says so`() throws {
    for damage in ["DELETE FROM dictionary", "UPDATE dictionary SET bytes = x'00'"] {
      let library = try Library()
      try write(Self.scripts(60, seed: UInt64(damage.utf8.count)), to: library)
      let writer = try SQLiteIndexWriter(path: library.path)
      try writer.perform("damage it") { try $0.change(damage, []) }
      #expect(try writer.check().contains { $0.contains("dictionary") })
    }
  }

  @Test func `samples that have nothing in common give no dictionary`() {
    #expect(CompressionDictionary.trained(on: [1, 2, 3], lengths: [3], size: 1000) == nil)
    #expect(CompressionDictionary.trained(on: [], lengths: [], size: 1000) == nil)
    #expect(CompressionDictionary.id(of: [1, 2, 3]) == 0)
  }
}
