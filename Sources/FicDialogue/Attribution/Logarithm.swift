/// The natural logarithm, without a library, so that every machine gives the same records.
enum Logarithm {
  private static let ofTwo = 0.693147180559945309

  /// The logarithm of a finite number above 0, to about twelve digits.
  ///
  /// Source: the series of the inverse hyperbolic tangent.
  static func of(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let significand = value.significand
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    var divisor = 1.0
    while divisor < 24 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return Double(value.exponent) * ofTwo + 2 * sum
  }
}
