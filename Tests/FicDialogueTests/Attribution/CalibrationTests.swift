import Testing

@testable import FicDialogue

@Suite struct CalibrationTests {
  @Test func `confidence rises with probability and stays in range`() {
    let values = stride(from: 0.0, through: 1.0, by: 0.01)
      .map(Calibration.standard.confidence)
    #expect(values == values.sorted())
    #expect(values.allSatisfy { (0...1).contains($0) })
  }

  @Test func `what falls in a table is passed over`() {
    let calibration = Calibration(table: Array("# x\n0.5 0.4\n0.7 0.3\nx\n1 0.9\n".utf8))
    #expect(calibration.confidence(0.25) == 0.2)
    #expect(calibration.confidence(0.75) == 0.65)
    #expect(calibration.confidence(1) == 0.9)
  }

  @Test(arguments: [-5.0, -1, 0, 0.5, 1, 3])
  func `the exponential is exact enough`(exponent: Double) {
    let product = Exponential.of(exponent) * Exponential.of(-exponent)
    #expect(abs(product - 1) < 1e-7)
    #expect(abs(Exponential.of(1) - 2.718281828) < 1e-8)
  }
}
