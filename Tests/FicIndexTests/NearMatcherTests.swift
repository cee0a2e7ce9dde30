import SeededRandom
import Testing

@testable import FicIndex

@Suite struct NearMatcherTests {
  @Test(
    arguments: [
      ([[1], [3]], [1, 1], 1, [[1], [3]]),
      ([[1], [3]], [1, 1], 0, [[], []]),
      ([[3], [1]], [1, 1], 1, [[3], [1]]),
      ([[1, 2, 9], [3]], [1, 1], 1, [[1, 2], [3]]),
      ([[1], [4]], [3, 1], 0, [[1], [4]]),
      ([[5], [5]], [1, 1], 0, [[5], [5]]),
      ([[1], []], [1, 1], 9, [[], []]),
      ([[1, 50], [3, 60], [5]], [1, 1, 1], 3, [[1], [3], [5]]),
      ([[], []], [1, 1], 3, [[], []]),
    ])
  func `occurrences near each other take part`(
    starts: [[Int]],
    lengths: [Int],
    distance: Int,
    expected: [[Int]]
  ) {
    let found = NearMatcher.participants(starts, lengths: lengths, distance: distance)
    #expect(found == expected)
  }

  @Test(arguments: 0..<100)
  func `every choice is tried by the slow rule as well`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let starts = (0..<3).map { _ in
      Set((0..<4).map { _ in Int.random(in: 0...15, using: &generator) }).sorted()
    }
    let lengths = (0..<3).map { _ in Int.random(in: 1...2, using: &generator) }
    let distance = Int.random(in: 0...5, using: &generator)
    var taking = [Set<Int>(), [], []]
    for a in starts[0] {
      for b in starts[1] {
        for c in starts[2] {
          let choice = [a, b, c]
          let last = max(a, b, c)
          guard (0..<3).allSatisfy({ choice[$0] + lengths[$0] + distance >= last }) else {
            continue
          }
          for index in 0..<3 { taking[index].insert(choice[index]) }
        }
      }
    }
    let found = NearMatcher.participants(starts, lengths: lengths, distance: distance)
    #expect(found == taking.map { $0.sorted() })
  }
}
