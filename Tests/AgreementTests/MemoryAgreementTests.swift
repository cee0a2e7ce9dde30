import FicIndex
import MemoryIndex
import Testing

@Suite struct MemoryAgreementTests {
  @Test func `a twin agrees with itself and the random questions find something`() async throws {
    var found = 0
    for seed in 0..<5 as Range<UInt64> {
      let index = MemoryIndex()
      found += try await BackendAgreement(seed: seed).expectAgreement(writer: index) { index }
    }
    #expect(found > 120)
  }
}
