import FicIndex
import FicModel
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// A list gives the same postings however it is read.
@Suite struct PostingListTests {
  /// How often each unit holds a term; in a tenth of those that do, as often as a dense list keeps apart.
  private static func frequencies(_ random: inout SplitMix) -> [Int] {
    let share = [0.02, 0.3, 0.9].randomElement(using: &random) ?? 0.3
    return (0..<Int.random(in: 200...600, using: &random)).map { _ in
      guard Double.random(in: 0..<1, using: &random) < share else { return 0 }
      return Int.random(in: Bool.random(using: &random) ? 1...5 : 200...300, using: &random)
    }
  }

  /// A list within other bytes.
  private static func list(_ frequencies: [Int]) throws -> PostingList {
    let units = frequencies.indices.filter { frequencies[$0] > 0 }
    let blob = PostingList.encoded(
      units: units.map(UInt32.init),
      frequencies: units.map { UInt16(frequencies[$0]) },
      total: frequencies.count
    )
    let bytes = [7, 255, 2] + blob + [1, 255, 255]
    return try #require(
      PostingList(bytes, in: 3..<3 + blob.count, units: frequencies.count)
    )
  }

  /// Ascending ranges of units.
  private static func ranges(_ random: inout SplitMix, of units: Int) -> [Range<Int>] {
    let bounds = Set((0..<20).map { _ in Int.random(in: 0...units, using: &random) }).sorted()
    return stride(from: 0, to: bounds.count - 1, by: 2).map { bounds[$0]..<bounds[$0 + 1] }
  }

  @Test(arguments: 0..<100)
  func `ranges are read as all is read, and counted`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let frequencies = Self.frequencies(&random)
    let list = try Self.list(frequencies)
    let ranges = Self.ranges(&random, of: frequencies.count)
    var found: [[Int]] = []
    list.forEach(in: ranges) { found.append([$0, $1]) }
    let wanted = ranges.joined().filter { frequencies[$0] > 0 }.map { [$0, frequencies[$0]] }
    #expect(found == wanted)
    #expect(ranges.reduce(0) { $0 + list.count(in: $1) } == wanted.count)
    #expect(list.count == frequencies.count { $0 > 0 })
  }

  @Test(arguments: 0..<100)
  func `units are added up and combined in ranges as one by one`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let frequencies = Self.frequencies(&random)
    let list = try Self.list(frequencies)
    let ranges = Self.ranges(&random, of: frequencies.count)
    let held = ranges.joined().filter { frequencies[$0] > 0 }

    var directory = UnitDirectory()
    let record: [UInt8] = [100, 0, 0, 0]
    let records = frequencies.flatMap { _ in record }
    directory.append(chapter: RowKey.chapter(ordinal: 1, number: 1), records: records)
    var tallier = UnitTallier(directory, names: [WorkID(rawValue: 5)], best: 3)
    let scoring = UnitTallier.Scoring(
      weight: 1,
      countsText: true,
      norms: [Double](repeating: 1, count: 101)
    )
    tallier.add(list, in: ranges, scoring)
    #expect(tallier.works.reduce(0) { $0 + $1.units } == held.count)
    #expect(
      tallier.works.reduce(0) { $0 + $1.matches } == held.reduce(0) { $0 + frequencies[$1] }
    )

    let common = CommonUnits(of: [list, list], in: ranges)
    #expect(common.units.prefix(common.count).map(Int.init) == held)
    for term in 0..<2 {
      let own = common.frequencies[term * common.stride..<term * common.stride + common.count]
      #expect(own.map(Int.init) == held.map { frequencies[$0] })
    }
  }

  @Test(arguments: [0, 5000, 25_600, 60_000, 102_400, 1_000_000, 60_000_000])
  func `lists are merged before readers do without them`(chapters: Int) {
    let bound = SQLiteIndexWriter.changesBeforeMerge(of: chapters)
    #expect(bound >= SQLiteIndexWriter.changesBeforeMerge)
    #expect(bound <= PostingStore.maximumChanges)
  }
}
