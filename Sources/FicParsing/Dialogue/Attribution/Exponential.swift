/// The exponential function, for a target that imports no C library.
enum Exponential {
  /// e to the power of `exponent`, to eight digits; 0 below -700.
  static func of(_ exponent: Double) -> Double {
    guard exponent > -700 else { return 0 }
    let scaled = min(exponent, 700) * 1.442_695_040_888_963_4
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_180_559_945_3
    // The series of e^x for 0 <= x < ln 2; the first term left out is below 2e-9.
    var sum = 1.0
    for divisor in stride(from: 10.0, through: 1.0, by: -1.0) { sum = 1 + rest / divisor * sum }
    return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
  }
}
