/// The exponential function, for a target that imports no C library.
enum Exponential {
  /// e to the power of `exponent`, to eight digits; 0 below -700.
  static func of(_ exponent: Double) -> Double {
    guard exponent > -700 else { return 0 }
    let scaled = min(exponent, 700) * 1.442_695_040_888_963_4
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_180_559_945_3
    // The series of e^x for 0 <= x < ln 2; the first term left out is below 2e-9.
    // Products instead of quotients, since this is the innermost step of the joint pass.
    var sum = 1 + rest * (1.0 / 10)
    sum = 1 + rest * (1.0 / 9) * sum
    sum = 1 + rest * (1.0 / 8) * sum
    sum = 1 + rest * (1.0 / 7) * sum
    sum = 1 + rest * (1.0 / 6) * sum
    sum = 1 + rest * (1.0 / 5) * sum
    sum = 1 + rest * (1.0 / 4) * sum
    sum = 1 + rest * (1.0 / 3) * sum
    sum = 1 + rest * (1.0 / 2) * sum
    sum = 1 + rest * sum
    return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
  }
}
