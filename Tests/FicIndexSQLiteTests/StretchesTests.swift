import SeededRandom
import Testing

@testable import FicIndexSQLite

@Suite struct StretchesTests {
  @Test(arguments: 0..<30)
  func `every row has the stretch that it was put into`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var stretches = Stretches()
    var expected: [(rows: Range<Int>, chapter: Int)] = []
    for _ in 0..<Int.random(in: 1...300, using: &random) {
      let longest = Bool.random(using: &random) ? 3 : 400
      let end = stretches.end + Int.random(in: 1...longest, using: &random)
      let chapter = Int.random(in: -1...9, using: &random)
      expected.append((stretches.end..<end, chapter))
      stretches.append(stretches.end..<end, chapter: chapter)
    }
    for (index, own) in expected.enumerated() {
      #expect(stretches[index] == own.rows)
      #expect(stretches.chapter(of: index) == (own.chapter < 0 ? nil : own.chapter))
      for row in [own.rows.lowerBound, own.rows.upperBound - 1, own.rows.randomElement() ?? 0] {
        #expect(stretches.index(of: row) == index)
      }
    }
    let rows = (0..<stretches.end).filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
    let slow = expected.indices.filter { index in
      rows.contains(where: expected[index].rows.contains)
    }
    #expect(stretches.indexes(of: rows.map { Int32($0) }[...]) == slow.map { Int32($0) })
    #expect(stretches.ranges(stretches.indexes(in: 0..<stretches.end)) == expected.map(\.rows))
  }

  @Test(arguments: 0..<30)
  func `rows and stretches are picked as one by one`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var stretches = Stretches()
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      stretches.append(
        stretches.end..<stretches.end + Int.random(in: 1...9, using: &random),
        chapter: 0
      )
    }
    let some = (0..<Int32(stretches.count)).filter { _ in Bool.random(using: &random) }
    let rows = (0..<Int32(stretches.end)).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
    let held = some.map { stretches[Int($0)] }
    #expect(
      stretches.rows(rows[...], in: some)
        == rows.filter { row in held.contains { $0.contains(Int(row)) } }
    )
    #expect(
      stretches.indexes(some, of: rows[...])
        == some.filter { index in rows.contains { stretches[Int(index)].contains(Int($0)) } }
    )
    for gap in [0, 1, 7, 1000] {
      let ranges = stretches.ranges(some, across: gap)
      // Between two ranges there are more rows than the gap, within one no more between stretches.
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        #expect(next.lowerBound - one.upperBound > gap)
      }
      #expect(ranges.allSatisfy { range in held.contains { $0.lowerBound == range.lowerBound } })
      for (one, next) in zip(held, held.dropFirst()) where next.lowerBound - one.upperBound <= gap {
        #expect(ranges.contains { $0.contains(one.lowerBound) && $0.contains(next.lowerBound) })
      }
      #expect(held.allSatisfy { own in ranges.contains { own.clamped(to: $0) == own } })
    }
  }

  @Test func `rows beyond the last stretch and before the first do not trap`() {
    var stretches = Stretches()
    #expect(stretches.index(of: 4) == 0 && stretches[0] == 0..<0)
    #expect(stretches.indexes(in: 0..<9).isEmpty)
    stretches.append(0..<5, chapter: 0)
    #expect(stretches.index(of: -1) == 0 && stretches.index(of: 5) == 0)
    #expect(stretches.chapter(of: 7) == nil && stretches[7] == 5..<5)
  }
}
