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
    let ranking = BM25(units: 1000, words: 100_000, frequencies: [900, 3, nil])
    #expect(ranking.score([1, 0, 0], length: 100) < ranking.score([0, 1, 0], length: 100))
    #expect(ranking.score([1, 0, 0], length: 100) < ranking.score([2, 0, 0], length: 100))
    #expect(ranking.score([1, 0, 0], length: 100) < ranking.score([1, 0, 0], length: 50))
    #expect(ranking.score([0, 0, 9], length: 100) == 0)
    #expect(ranking.score([.max, .max, .max], length: 0).isFinite)
  }

  @Test func `the formula gives the textbook's figure`() {
    // idf = ln(1 + (10 - 2 + 0.5) / (2 + 0.5)) = ln 4.4; tf part = 3 · 2.2 / (3 + 1.2) at mean length.
    let ranking = BM25(units: 10, words: 960, frequencies: [2])
    #expect(abs(ranking.score([3], length: 96) - 1.4816045409242156 * 3 * 2.2 / 4.2) < 1e-12)
  }

  @Test(arguments: [
    (10, 960, 96.0), (10, 1000, 104), (3, 3, 1), (1, 15, 15), (1, 33, 32), (0, 0, 1),
  ])
  func `the mean length is rounded to four binary digits`(units: Int, words: Int, mean: Double) {
    #expect(BM25.meanLength(units: units, words: words) == mean)
  }

  @Test func `an empty index scores nothing infinite`() {
    #expect(BM25(units: 0, words: 0, frequencies: [0]).score([1], length: 1).isFinite)
  }

  @Test func `a work with many good units comes before one with few`() {
    var relevance = WorkRelevance()
    let (novel, sketch, other) = (WorkID(rawValue: 3), WorkID(rawValue: 2), WorkID(rawValue: 1))
    for _ in 0..<80 { relevance.add(1, of: novel) }
    relevance.add(1.5, of: sketch)
    relevance.add(1.5, of: other)
    #expect(relevance.ranking == [novel, other, sketch])
    #expect(relevance.score(of: WorkID(rawValue: 9)) == 0)
  }
}
