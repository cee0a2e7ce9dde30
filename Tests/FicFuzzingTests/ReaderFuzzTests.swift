import FicFuzzing
import FicSamples
import Testing

@Suite struct ReaderFuzzTests {
  @Test(arguments: SampleFormat.allCases)
  func `damaged files of every format keep the promises of documents`(format: SampleFormat) {
    let maker = ReaderInputMaker(format, seed: 7)
    var read = 0
    for number in 0..<150 {
      let result = ReaderCheck().result(for: maker.input(number))
      #expect(result.findings.isEmpty, "number \(number): \(result.findings)")
      if result.isRead { read += 1 }
    }
    // Damage that leaves nothing to read would test nothing.
    #expect(read > 40)
  }

  @Test(arguments: SampleFormat.allCases)
  func `the same seed and number give the same file`(format: SampleFormat) {
    let maker = ReaderInputMaker(format, seed: 3)
    #expect(maker.input(12) == ReaderInputMaker(format, seed: 3).input(12))
    #expect((0..<20).contains { maker.input($0) != maker.input($0 + 1) })
  }
}
