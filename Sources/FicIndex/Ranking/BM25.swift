/// How much a term says of a line, by its rarity, how often the line has it, and the line's length.
///
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, with their
/// usual k1; b is what found most lines (`Documentation/Relevance.md`). The logarithm is of 1 + x,
/// as in Lucene, so that a term that most lines hold still counts for something.
package enum BM25 {
  /// How soon repetition stops to count.
  package static let k1 = 1.2

  /// How much a long line is held against its terms: 0…1.
  package static let b = 0.65

  /// The length of a line that is neither held against it nor for it, in words.
  ///
  /// The mean of the 18 novels of PDNC is 46. A constant in place of the archive's own mean: what
  /// is kept of lines stays true while the archive grows, and the same line has the same score in
  /// every archive.
  package static let pivot = 46.0

  /// The most that `saturation` gives.
  package static let most = k1 + 1

  /// The weight of a term that `held` of `lines` lines hold: 0 or more.
  package static func weight(held: Int, of lines: Int) -> Double {
    let total = Double(max(1, lines))
    let held = min(Double(max(0, held)), total)
    return log1p((total - held + 0.5) / (held + 0.5))
  }

  /// What a weight is multiplied by where a line of `words` words has the term `frequency` times:
  /// 0…`most`.
  @inlinable
  package static func saturation(_ frequency: Int, words: Int) -> Double {
    most * Double(frequency) / (Double(frequency) + norm(words: words))
  }

  /// How much a line of `words` words holds back its terms.
  @inlinable
  package static func norm(words: Int) -> Double { k1 * (1 - b + b * Double(words) / pivot) }

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
