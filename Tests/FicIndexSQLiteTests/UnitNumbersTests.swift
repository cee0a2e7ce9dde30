import FicIndex
import Testing

@testable import FicIndexSQLite

@Suite struct UnitNumbersTests {
  /// Works with gaps between their chapters, numbers that do not fit in a near row, a chapter without
  /// units and one of more than fit in near rows.
  private static let chapters: [(id: Int, units: Int)] = [
    (RowKey.chapter(ordinal: 1, number: 1), 3), (RowKey.chapter(ordinal: 1, number: 4), 0),
    (RowKey.chapter(ordinal: 1, number: 511), 2), (RowKey.chapter(ordinal: 1, number: 512), 40),
    (RowKey.chapter(ordinal: 1, number: 100_001), 1), (RowKey.chapter(ordinal: 2, number: 1), 33),
    (RowKey.chapter(ordinal: 7, number: 9), 5), (RowKey.chapter(ordinal: 7, number: 10), 1),
  ]

  private static var directory: UnitDirectory {
    var directory = UnitDirectory()
    for (id, units) in chapters {
      let records = [UInt8](repeating: 0, count: units * UnitTable.width(.scene))
      directory.append(chapter: id, records: records)
    }
    return directory
  }

  @Test func `rows have the numbers of their units, asked for in order or not`() {
    let rows = FullTextRow(.scene)
    let units = Self.chapters.flatMap { id, count in
      (0..<count).map { rows.row(RowKey.unit(.scene, chapter: id, index: $0)) }
    }
    var numbers = UnitNumbers(Self.directory)
    #expect(units.map { numbers.number(ofRow: $0) } == Array(units.indices))
    // 37 and the number of units have no divisor in common, so each comes once.
    for index in units.indices.map({ $0 * 37 % units.count }) {
      #expect(numbers.number(ofRow: units[index]) == index)
    }
  }

  @Test func `rows of units that the directory has not have none`() {
    let rows = FullTextRow(.scene)
    var numbers = UnitNumbers(Self.directory)
    for (ordinal, number, index) in [
      (1, 1, 3), (1, 2, 0), (1, 4, 0), (2, 2, 0), (8, 1, 0), (1, 513, 0),
    ] {
      let chapter = RowKey.chapter(ordinal: ordinal, number: number)
      let row = rows.row(RowKey.unit(.scene, chapter: chapter, index: index))
      #expect(numbers.number(ofRow: row) == nil)
    }
    for row in [Int.min, -1, 0, .max] { #expect(numbers.number(ofRow: row) == nil) }
    var empty = UnitNumbers(UnitDirectory())
    #expect(empty.number(ofRow: 1) == nil)
  }
}
