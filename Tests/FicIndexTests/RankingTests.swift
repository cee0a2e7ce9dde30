import FicModel
import Testing

@testable import FicIndex

@Suite struct RankingTests {
  @Test(
    arguments: [
      (0.0, 0.0), (1.0, 0.693147180559945), (1.718281828459045, 1.0), (9.0, 2.302585092994046),
      (1e9, 20.723265837946405), (0.001, 0.000999500333083533),
    ])
  func `the logarithm is that of 1 + x`(x: Double, expected: Double) {
    #expect(abs(BM25.log1p(x) - expected) < 1e-12)
  }

  @Test func `rarer, more frequent and shorter score more`() {
    let (common, rare) = (BM25.weight(held: 900, of: 1000), BM25.weight(held: 3, of: 1000))
    #expect(common < rare && common > 0)
    #expect(BM25.saturation(1, words: 100) < BM25.saturation(2, words: 100))
    #expect(BM25.saturation(1, words: 100) < BM25.saturation(1, words: 50))
    #expect(BM25.saturation(0, words: 100) == 0)
    #expect(BM25.saturation(.max, words: 0) <= BM25.most)
    #expect(BM25.weight(held: .max, of: 1000).isFinite)
  }

  @Test func `the formula gives the textbook's figure`() {
    // idf = ln(1 + (10 - 2 + 0.5) / (2 + 0.5)) = ln 4.4; tf part = 3 · 2.2 / (3 + 1.2) at mean
    // length.
    let score = BM25.weight(held: 2, of: 10) * BM25.saturation(3, words: Int(BM25.pivot))
    #expect(abs(score - 1.4816045409242156 * 3 * 2.2 / 4.2) < 1e-12)
  }

  @Test(arguments: [(0, 0), (0, 10), (-1, 10), (20, 10), (1, 0)])
  func `figures that cannot be give finite weights`(held: Int, lines: Int) {
    let weight = BM25.weight(held: held, of: lines)
    #expect(weight.isFinite && weight >= 0)
  }

  @Test func `a work with many good lines comes before one with few`() {
    func tally(_ id: UInt64, lines: Int, weight: Double, hardlyTelling: Int = 0) -> WorkTally {
      var tally = WorkTally(work: WorkID(rawValue: id))
      (tally.lines, tally.weight, tally.hardlyTelling) = (lines, weight, hardlyTelling)
      return tally
    }
    let novel = tally(3, lines: 80, weight: 80)
    let (sketch, other) = (tally(2, lines: 1, weight: 1.5), tally(1, lines: 1, weight: 1.5))
    let diluted = tally(4, lines: 3, weight: 3, hardlyTelling: 1000)
    let sorted = [diluted, sketch, novel, other].sorted { $0.precedes($1) }
    #expect(sorted.map(\.work.rawValue) == [3, 1, 2, 4])
    #expect(tally(9, lines: 0, weight: 0).relevance == 0)
  }

  @Test func `a tally adds its works up`() {
    var one = WorkTally(work: WorkID(rawValue: 1))
    (one.chapters, one.scenes, one.matches, one.hardlyTelling) = (2, 3, 9, 4)
    var two = WorkTally(work: WorkID(rawValue: 2))
    (two.chapters, two.scenes, two.matches, two.hardlyTelling) = (1, 0, 1, 1)
    let tally = LineTally(works: [one, two])
    #expect(tally.totals == SearchTotals(works: 2, chapters: 3, scenes: 3, matches: 10))
    #expect(tally.hardlyTelling == 5)
  }
}
