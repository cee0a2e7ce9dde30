import Testing

@testable import FicDialogue

@Suite struct CalibrationTests {
  @Test func `confidence rises with probability and stays in range`() {
    let values = stride(from: 0.0, through: 1.0, by: 0.01).map(Calibration.confidence)
    #expect(values == values.sorted())
    #expect(values.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: [-5.0, -1, 0, 0.5, 1, 3])
  func `the exponential is exact enough`(exponent: Double) {
    let product = Exponential.of(exponent) * Exponential.of(-exponent)
    #expect(abs(product - 1) < 1e-7)
    #expect(abs(Exponential.of(1) - 2.718281828) < 1e-8)
  }
}
