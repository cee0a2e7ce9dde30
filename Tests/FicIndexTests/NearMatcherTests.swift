import SeededRandom
import Testing

@testable import FicIndex

@Suite struct NearMatcherTests {
  @Test(
    arguments: [
      ([[1..<2], [3..<4]], 1, [[1..<2], [3..<4]]),
      ([[1..<2], [3..<4]], 0, [[], []]),
      ([[3..<4], [1..<2]], 1, [[3..<4], [1..<2]]),
      ([[1..<2, 2..<3, 9..<10], [3..<4]], 1, [[1..<2, 2..<3], [3..<4]]),
      ([[1..<4], [4..<5]], 0, [[1..<4], [4..<5]]),
      ([[5..<6], [5..<6]], 0, [[5..<6], [5..<6]]),
      ([[1..<2], []], 9, [[], []]),
      (
        [[1..<2, 50..<51], [3..<4, 60..<61], [5..<6]], 3,
        [[1..<2], [3..<4], [5..<6]]
      ),
      ([[], []], 3, [[], []]),
      // Of alternatives in one group each has its own length.
      ([[1..<2, 1..<4], [5..<6]], 1, [[1..<4], [5..<6]]),
      ([[9..<10, 2..<3], [3..<4]], 0, [[2..<3], [3..<4]]),
    ] as [([[Range<Int>]], Int, [[Range<Int>]])]
  )
  func `occurrences near each other take part`(
    groups: [[Range<Int>]],
    distance: Int,
    expected: [[Range<Int>]]
  ) {
    #expect(NearMatcher.participants(groups, distance: distance) == expected)
  }

  @Test(arguments: 0..<300)
  func `every choice is tried by the slow rule as well`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let groups = (0..<3).map { _ in
      let own = (0..<4).map { _ in
        let start = Int.random(in: 0...15, using: &generator)
        return start..<start + Int.random(in: 1...3, using: &generator)
      }
      return Set(own).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    let distance = Int.random(in: 0...5, using: &generator)
    var taking = [Set<Range<Int>>(), [], []]
    for a in groups[0] {
      for b in groups[1] {
        for c in groups[2] {
          let choice = [a, b, c]
          let last = choice.map(\.lowerBound).max() ?? 0
          guard choice.allSatisfy({ $0.upperBound + distance >= last }) else { continue }
          for index in 0..<3 { taking[index].insert(choice[index]) }
        }
      }
    }
    let expected = taking.map {
      $0.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    #expect(NearMatcher.participants(groups, distance: distance) == expected)
  }
}
