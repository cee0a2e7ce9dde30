import Foundation
import Testing

@testable import FicDialogue

@Suite struct LogarithmTests {
  @Test(arguments: [1e-9, 0.1, 0.5, 1, 1.5, 2, 3, 1000, 1e12])
  func `it agrees with the C library's`(value: Double) {
    #expect(abs(Logarithm.of(value) - log(value)) < 1e-8)
    #expect(abs(Logarithm.rough(value) - log(value)) < 1e-5)
  }

  @Test(arguments: [-20, -1, -0.1, 0, 0.1, 1, 5, 20.0])
  func `the exponential function undoes it`(value: Double) {
    #expect(abs(Logarithm.of(Exponential.of(value)) - value) < 1e-7)
  }

  @Test(arguments: [0, -1, .infinity, .nan]) func `what has none gives nothing`(value: Double) {
    #expect(Logarithm.of(value) == 0)
    #expect(Logarithm.rough(value) == 0)
  }
}
