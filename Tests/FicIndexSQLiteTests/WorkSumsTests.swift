import FicIndex
import FicModel
import SeededRandom
import Testing

@testable import FicIndexSQLite

@Suite struct WorkSumsTests {
  @Test(arguments: 0..<20)
  func `a row gives the sums that it was made of`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var bytes: [UInt8] = []
    var expected: [WorkSums.Sum] = []
    var ordinal = 0
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      let step = Int.random(in: 1...3000, using: &random)
      ordinal += step
      let figures = (0..<4).map { _ in Int.random(in: 0...100_000, using: &random) }
      for number in [step] + figures { bytes.append(varint: number) }
      expected.append(
        WorkSums.Sum(
          ordinal: ordinal,
          chapters: figures[0],
          scenes: figures[1],
          lines: figures[2],
          matches: figures[3]
        )
      )
    }
    let sums = WorkSums(bytes)
    #expect(sums.works == expected)
    #expect(sums.bytes == bytes)
  }

  @Test(arguments: 0..<20)
  func `damaged rows give something and come to an end`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    #expect(WorkSums(bytes).works.count <= bytes.count)
  }

  @Test func `small words are not worth their sums, and fewer are in a large archive`() {
    #expect(WorkSums.fewest(among: 100, atLeast: 4096) == 4096)
    #expect(WorkSums.fewest(among: 6_400_000, atLeast: 4096) == 100_000)
  }
}
