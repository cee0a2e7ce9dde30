/// How well a unit answers, by the frequency of its terms, their rarity and its length.
///
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, with their
/// usual k1 and b. The logarithm is of 1 + x, as in Lucene, so that a term that most units hold
/// still counts for something.
package struct BM25: Sendable {
  /// How soon repetition stops to count.
  package static let k1 = 1.2

  /// How much a long unit is held against its terms: 0…1.
  package static let b = 0.75

  /// The number of units.
  private let units: Double

  /// The mean length of a unit, in words.
  private let meanLength: Double

  /// The weight of each leaf; 0 for one that does not count.
  private let weights: [Double]

  /// Prepares for `units` units of `words` words in all, of which `frequencies` hold each leaf.
  package init(units: Int, words: Int, frequencies: [Int?]) {
    self.units = Double(max(1, units))
    meanLength = max(1, Double(words) / self.units)
    let total = self.units
    weights = frequencies.map { frequency in
      guard let frequency else { return 0 }
      let held = min(Double(frequency), total)
      return Self.log1p((total - held + 0.5) / (held + 0.5))
    }
  }

  /// The score of a unit of `length` words in which the leaves occur `frequencies` times: 0 or
  /// more.
  package func score(_ frequencies: some Sequence<UInt16>, length: Int) -> Double {
    let norm = Self.k1 * (1 - Self.b + Self.b * Double(length) / meanLength)
    var score = 0.0
    for (weight, frequency) in zip(weights, frequencies) where frequency > 0 {
      let count = Double(frequency)
      score += weight * count * (Self.k1 + 1) / (count + norm)
    }
    return score
  }

  /// The natural logarithm of 1 + x for x ≥ 0, by halving to [1, 2) and the series of artanh.
  ///
  /// Exact to some 1e-15; written out because this target imports nothing that has one.
  static func log1p(_ x: Double) -> Double {
    let value = 1 + max(0, x)
    let power = Double(value.exponent)
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 41, by: 2) {
      sum += term / odd
      term *= square
    }
    return power * 0.693_147_180_559_945_3 + 2 * sum
  }
}
