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

  /// The mean length of a unit, in words.
  private let meanLength: Double

  /// The weight of each leaf; 0 for one that does not count.
  private let weights: [Double]

  /// Prepares for `units` units of `words` words in all, of which `frequencies` hold each leaf.
  package init(units: Int, words: Int, frequencies: [Int?]) {
    let total = Double(max(1, units))
    meanLength = Self.meanLength(units: units, words: words)
    weights = frequencies.map { frequency in
      guard let frequency else { return 0 }
      let held = min(Double(frequency), total)
      return Self.log1p((total - held + 0.5) / (held + 0.5))
    }
  }

  /// The score of a unit of `length` words in which the leaves occur `frequencies` times: 0 or
  /// more.
  package func score(_ frequencies: some Sequence<UInt16>, length: Int) -> Double {
    let norm = Self.norm(ofLength: length, mean: meanLength)
    var score = 0.0
    for (leaf, frequency) in frequencies.enumerated() where frequency > 0 {
      score += self.score(ofLeaf: leaf, frequency: Double(frequency), norm: norm)
    }
    return score
  }

  /// What a leaf that occurs `frequency` times adds to the score of a unit with a `norm`.
  package func score(ofLeaf leaf: Int, frequency: Double, norm: Double) -> Double {
    Self.score(weight: weights[leaf], frequency: frequency, norm: norm)
  }

  /// The weight of a leaf: its rarity, 0 or more.
  package func weight(ofLeaf leaf: Int) -> Double { weights[leaf] }

  /// What a term of a `weight` that occurs `frequency` times adds to the score of a unit with a
  /// `norm`.
  package static func score(weight: Double, frequency: Double, norm: Double) -> Double {
    // The weight comes last, so that units stand in one order under every weight.
    weight * ((k1 + 1) * frequency / (frequency + norm))
  }

  /// The mean length of `units` units of `words` words in all, rounded to four binary digits; 1 or
  /// more.
  ///
  /// Rounded, by 6 % at most, because what an index adds up under one mean is worth nothing under
  /// another, and the exact mean is another with every chapter.
  package static func meanLength(units: Int, words: Int) -> Double {
    let mean = max(1, Double(words) / Double(max(1, units)))
    let step = Double(sign: .plus, exponent: mean.exponent - 3, significand: 1)
    return (mean / step).rounded() * step
  }

  /// What `norm` gives for each length up to the greatest.
  package static func norms(ofLengths greatest: UInt16, mean: Double) -> [Double] {
    (0...Int(greatest)).map { norm(ofLength: $0, mean: mean) }
  }

  /// How much a unit of `length` words holds back its terms, where the mean is `mean` words.
  package static func norm(ofLength length: Int, mean: Double) -> Double {
    k1 * (1 - b + b * Double(length) / mean)
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
