import SeededRandom
import Testing

@testable import FicIndexSQLite

/// A block gives back the postings that it was made of.
@Suite struct PostingBlockTests {
  private static func run(_ postings: [(Int32, UInt16)]) -> LineRun {
    var run = LineRun()
    for (row, count) in postings { run.append(row, count) }
    return run
  }

  /// Reads a block that lies within other bytes, behind postings that are there already.
  private static func expectRoundTrip(_ run: LineRun, after row: Int32) {
    let block = PostingBlock.encoded(run.rows[...], run.counts[...], after: row)
    let padding = [UInt8](repeating: 0xA5, count: PostingBlock.padding)
    let bytes = [7, 255, 2] + block + padding
    var read = LineRun()
    read.append(0, 9)
    let last = Int(run.rows.last ?? row)
    let end = PostingBlock.read(bytes, at: 3, count: run.count, after: row, to: last, into: &read)
    #expect(end == 3 + block.count)
    #expect(read.rows == [0] + run.rows)
    #expect(read.counts == [9] + run.counts)
  }

  @Test(arguments: 0..<300)
  func `random postings come back`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let greatestGap = [1, 2, 200, 70_000, 10_000_000].randomElement(using: &random) ?? 1
    let greatestCount = [1, 2, 300, 65_535].randomElement(using: &random) ?? 1
    let before = Int32.random(in: 0...1000, using: &random)
    var run = LineRun()
    var row = before
    for _ in 0..<Int.random(in: 1...PostingBlock.length, using: &random) {
      row += Int32.random(in: 1...Int32(greatestGap), using: &random)
      run.append(row, UInt16.random(in: 1...UInt16(greatestCount), using: &random))
    }
    Self.expectRoundTrip(run, after: before)
  }

  @Test func `the greatest rows and frequencies come back`() {
    Self.expectRoundTrip(Self.run([(.max, .max)]), after: 0)
    Self.expectRoundTrip(Self.run([(1, 1), (2, .max), (.max, 1)]), after: 0)
    Self.expectRoundTrip(Self.run([(.max - 1, 2), (.max, 65_535)]), after: .max - 2)
  }

  @Test func `rows side by side that hold a term once take two bytes`() {
    let rows = (1...128).map { ($0, UInt16(1)) } as [(Int32, UInt16)]
    let run = Self.run(rows)
    #expect(PostingBlock.encoded(run.rows[...], run.counts[...], after: 0) == [0, 0])
    Self.expectRoundTrip(run, after: 0)
  }

  @Test(arguments: 0..<200)
  func `postings of which few are far apart or many come back, in less than all bits take`(
    seed: UInt64
  ) {
    var random = SplitMix(seed: seed)
    var run = LineRun()
    var row: Int32 = 0
    for _ in 0..<PostingBlock.length {
      let isFar = Int.random(in: 0..<20, using: &random) == 0
      row += Int32.random(in: 1...(isFar ? 9_000_000 : 12), using: &random)
      let isMany = Int.random(in: 0..<30, using: &random) == 0
      run.append(row, isMany ? UInt16.random(in: 1...UInt16.max, using: &random) : 1)
    }
    Self.expectRoundTrip(run, after: 0)
    #expect(PostingBlock.encoded(run.rows[...], run.counts[...], after: 0).count < 250)
  }

  @Test(arguments: 0..<300)
  func `damaged bytes give something or nothing`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    for start in [0, 3, bytes.count - 1, bytes.count] where start >= 0 {
      var run = LineRun()
      let count = Int.random(in: 0...255, using: &random)
      let last = Int.random(in: 0...9000, using: &random)
      let end = PostingBlock.read(
        bytes,
        at: start,
        count: count,
        after: 0,
        to: last,
        into: &run
      )
      #expect(run.rows.count == run.counts.count)
      guard let end else { continue }
      #expect(end <= bytes.count)
      #expect(run.count == count)
      #expect(zip(run.rows, run.rows.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `a block that ends with another row than its head says is damaged`() {
    let run = Self.run([(3, 1), (9, 2), (10, 1)])
    let block = PostingBlock.encoded(run.rows[...], run.counts[...], after: 0)
    let bytes = block + [UInt8](repeating: 0, count: PostingBlock.padding)
    for last in [-1, 0, 9, 11, 10 + 1 << 32] {
      var read = LineRun()
      #expect(PostingBlock.read(bytes, at: 0, count: 3, after: 0, to: last, into: &read) == nil)
    }
  }
}
