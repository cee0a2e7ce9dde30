import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

@Suite struct FullTextRowTests {
  /// Keys of units at the edges of what fits in a near row, ascending.
  private static func units(_ kind: IndexUnit.Kind) -> [Int] {
    [1, 2, 700, RowKey.maximumOrdinal].flatMap { ordinal in
      [1, 2, 511, 512, 513, 100_001, RowKey.chapterNumbers.upperBound].flatMap { number in
        [0, 1, 15, 16, 31, 32, 255, 256, RowKey.maximumUnits(kind) - 1].map { index in
          RowKey.unit(
            kind,
            chapter: RowKey.chapter(ordinal: ordinal, number: number),
            index: index
          )
        }
      }
    }
  }

  @Test(arguments: IndexUnit.Kind.allCases)
  func `a row tells its unit, and near and far rows each ascend`(kind: IndexUnit.Kind) {
    let rows = FullTextRow(kind)
    let units = Self.units(kind)
    let its = units.map(rows.row)
    #expect(its.map(rows.unit) == units)
    #expect(its.allSatisfy { $0 > 0 })
    let (near, far) = (its.filter { !FullTextRow.isFar($0) }, its.filter(FullTextRow.isFar))
    #expect(near == near.sorted() && far == far.sorted())
    #expect(!near.isEmpty && !far.isEmpty)
  }

  @Test(arguments: IndexUnit.Kind.allCases)
  func `ranges hold the rows of their chapters, and no near row of another`(kind: IndexUnit.Kind) {
    let rows = FullTextRow(kind)
    let chapters = [
      RowKey.chapters(ofOrdinal: 2),
      RowKey.chapter(ordinal: 700, number: 2)...RowKey.chapter(ordinal: 700, number: 512),
    ]
    let ranges = rows.ranges(ofChapters: chapters)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    for unit in Self.units(kind) {
      let row = rows.row(unit)
      let isIn = chapters.contains { $0.contains(RowKey.chapter(ofUnit: unit, kind)) }
      let isFound = ranges.contains { $0.contains(row) }
      if isIn { #expect(isFound) } else if !FullTextRow.isFar(row) { #expect(!isFound) }
    }
    #expect(rows.ranges(ofChapters: []) == [])
  }

  @Test func `a chapter of many scenes and one of a high number are found as all others`()
    async throws
  {
    let library = try Library()
    let many = Script(
      lines: (0..<300).flatMap { number -> [Script.Line] in
        [.said(by: 0, to: [1], "the lamp number \(number)"), .told("It burnt."), .sceneBreak]
      }
    )
    try library.write([(Library.work("one"), [many]), (Library.work("two"), [many])])
    let scenes = (0..<300).map { "1/\($0)×1" }
    #expect(try await library.find(.words("lamp")) == scenes + scenes)
    #expect(try await library.find(.words("lamp"), unit: .utterance) == scenes + scenes)
    #expect(try await library.find(.words("lamp number 299")) == ["1/299×1", "1/299×1"])
    // MATCH finds what starts with something.
    let prefix = TermClause.prefix(Analyzer().terms(of: "lam"), in: .text)
    #expect(try await library.find(prefix, unit: .utterance) == scenes + scenes)
  }

  @Test func `tables that an older program made are made anew`() async throws {
    let library = try Library()
    let script = Script(lines: [.said(by: 0, to: [1], "The lamps are out"), .note("lamp")])
    try library.write([(Library.work("one"), [script, script])])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("empty the tables") { database in
      for table in ["scene_fts", "utterance_fts", "matter_fts"] {
        try database.change("INSERT INTO \(table) (\(table)) VALUES ('delete-all')", [])
      }
      try database.change("DELETE FROM posting_block", [])
      try database.change("UPDATE state SET full_text = 0", [])
    }
    try writer.commit()
    #expect(try await library.find(.words("lamps"), unit: .utterance) == [])
    try writer.perform("make them", opensTransaction: false) { database in
      try FullTextRebuild(database).bringUpToDate()
    }
    #expect(try await library.find(.words("lamps"), unit: .utterance) == ["1/0×1", "2/0×1"])
    #expect(try await library.find(.words("lamp"), unit: .matter) == ["1/0×1", "2/0×1"])
    #expect(
      try await library.index.tally(
        CandidatePlan(unit: .scene, clause: .words("lamps")),
        best: 9,
        deadline: .never
      ).units == 2
    )
    #expect(try writer.check() == [])
  }
}
