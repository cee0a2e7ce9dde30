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

  /// The logarithm of a number above 0, to five digits: what a cue needs.
  static func rough(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let place = (value.significand - 1) * 256
    let index = Int(place)
    let rest = place - Double(index)
    return Double(value.exponent) * ofTwo + table[index] + rest * (table[index + 1] - table[index])
  }

  /// The logarithms of 1, 1 and 1/256, and so on to 2.
  private static let table: [Double] = (0...256).map { of(1 + Double($0) / 256) }
}
