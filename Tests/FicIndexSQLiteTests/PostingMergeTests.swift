import FicIndex
import FicModel
import GRDB
import Testing

@testable import FicIndexSQLite

/// Posting lists are those of the full text.
@Suite struct PostingMergeTests {
  @Test(arguments: [0, 5000, 25_600, 60_000, 102_400, 1_000_000, 60_000_000])
  func `lists are merged before readers keep too much`(chapters: Int) {
    let bound = SQLiteIndexWriter.changesBeforeMerge(of: chapters)
    #expect(bound >= SQLiteIndexWriter.changesBeforeMerge)
    #expect(bound <= 1024)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `every term has the lines that hold it, those of people among them`(seed: UInt64) throws {
    var random = RandomStory(seed: seed)
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let cast = random.cast()
    let work = try writer.putWork(Library.work("work", cast: cast))
    var expected: [[UInt8]: [Int32: UInt16]] = [:]
    var row: Int32 = 0
    for number in 1...12 {
      let records = random.script(cast: cast).records(work: work, number: number, cast: cast)
      try writer.replace(records)
      let lines = LineStreams(records, ordinal: 1)
      for index in 0..<lines.count {
        row += 1
        lines.forEachTerm(ofLine: index) { expected[Array($0), default: [:]][row, default: 0] += 1 }
      }
    }
    try writer.finish()
    try writer.perform("read", opensTransaction: false) { database in
      var terms: Set<[UInt8]> = []
      try TermDictionary(database).readAll { entry in
        var run = LineRun()
        try PostingReader(database, entry.place).read([0..<Int(row) + 1], into: &run)
        #expect(Dictionary(uniqueKeysWithValues: zip(run.rows, run.counts)) == expected[entry.key])
        terms.insert(entry.key)
      }
      #expect(terms == Set(expected.keys))
    }
    #expect(expected.keys.contains { !PostingKey.isText($0) })
  }

  @Test func `lines that came since the last merge are found from memory, and gone ones not`()
    async throws
  {
    let library = try Library()
    let script = Script(lines: [.told("The lamp, the lamp."), .said(by: 0, to: [1], "Lamps!")])
    try library.write([(Library.work("one"), [script, script])])
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = WorkID(identity: "one")
    try writer.replace(script.records(work: work, number: 3, cast: Library.cast))
    try writer.removeChapters(of: work, numbers: [1])
    try writer.commit()
    let found = ["2/0×2", "3/0×2"]
    #expect(try await library.find(.words("lamp")) == found)
    #expect(try await library.find(.words("the lamp")) == found)
    #expect(try await library.find(.words("lam", isPrefix: true)).count == 4)
    #expect(try await library.find(nil) { $0.ask(.speaker, "smith") } == ["2/1×1", "3/1×1"])
    try writer.mergePostings(after: 1)
    #expect(try await library.find(.words("lamp")) == found)
    #expect(try await library.find(nil) { $0.ask(.speaker, "smith") } == ["2/1×1", "3/1×1"])
  }
}
