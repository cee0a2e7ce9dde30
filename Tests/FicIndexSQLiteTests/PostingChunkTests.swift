import FicIndex
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// A chunk gives its blocks one after the other.
@Suite struct PostingChunkTests {
  /// Postings in blocks of random lengths, and the chunk of them.
  private static func chunk(_ random: inout SplitMix) -> (blocks: [LineRun], bytes: [UInt8]) {
    var blocks: [LineRun] = []
    var bytes: [UInt8] = []
    var row = Int32.random(in: 1...1000, using: &random)
    var before = row - 1
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      var run = LineRun()
      for _ in 0..<Int.random(in: 1...PostingBlock.length, using: &random) {
        run.append(row, UInt16.random(in: 1...9, using: &random))
        row += Int32.random(in: 1...100, using: &random)
      }
      let last = run.rows[run.count - 1]
      let block = PostingBlock.encoded(run.rows[...], run.counts[...], after: before)
      bytes += PostingChunk.head(last: last, count: run.count, share: 0.5, length: block.count)
      bytes += block
      before = last
      blocks.append(run)
    }
    return (blocks, bytes)
  }

  @Test(arguments: 0..<100)
  func `blocks are read by their heads`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (blocks, bytes) = Self.chunk(&random)
    let first = try #require(blocks.first?.rows.first)
    let chunk = PostingChunk(bytes, first: Int(first))
    var place = 0
    var before = chunk.before
    #expect(before == Int(first) - 1)
    for expected in blocks {
      let head = try #require(try chunk.head(at: place))
      #expect(head.count == expected.count)
      #expect(head.last == expected.rows.last.map(Int.init))
      #expect(head.bound >= BM25.most / 2 && head.bound <= BM25.most / 2 + BM25.most / 255)
      var run = LineRun()
      try chunk.read(head, after: before, into: &run)
      #expect(run.rows == expected.rows && run.counts == expected.counts)
      before = head.last
      place = head.range.upperBound
    }
    #expect(try chunk.head(at: place) == nil)
    #expect(try chunk.lastRow() == before)
  }

  @Test(arguments: [0, 0.001, 0.5, 0.999, 1])
  func `a bound is never less than what it bounds`(share: Double) throws {
    let bytes = PostingChunk.head(last: 9, count: 1, share: share, length: 0)
    let head = try #require(try PostingChunk(bytes, first: 9).head(at: 0))
    #expect(head.bound >= share * BM25.most)
    #expect(head.bound <= BM25.most)
  }

  @Test(arguments: 0..<200)
  func `damaged chunks give something or an error`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var bytes = Self.chunk(&random).bytes
    for _ in 0..<4 {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255,
        using: &random
      )
    }
    bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
    let chunk = PostingChunk(bytes, first: 5)
    _ = try? chunk.lastRow()
    var run = LineRun()
    var place = 0
    while let head = try? chunk.head(at: place) {
      guard (try? chunk.read(head, after: place, into: &run)) != nil else { break }
      #expect(head.range.upperBound > place)
      place = head.range.upperBound
    }
    #expect(run.rows.count == run.counts.count)
  }
}
