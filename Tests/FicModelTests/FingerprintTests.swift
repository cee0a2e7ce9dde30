import FicModel
import Testing

@Suite struct FingerprintTests {
  @Test(arguments: 0...40) func `it does not matter how bytes are cut`(cut: Int) {
    let bytes = (0..<41).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var hasher = FingerprintHasher()
    hasher.combine(Array(bytes[..<cut]))
    hasher.combine(Array(bytes[cut...]))
    #expect(hasher.fingerprint == Fingerprint(bytes))
  }

  @Test func `a changed, an added and a dropped byte all show`() {
    let bytes = [UInt8](repeating: 7, count: 100)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(Fingerprint(changed) != Fingerprint(bytes))
    }
    #expect(Fingerprint(bytes + [0]) != Fingerprint(bytes))
    #expect(Fingerprint(Array(bytes.dropLast())) != Fingerprint(bytes))
    #expect(Fingerprint([]) != Fingerprint([0]))
  }

  @Test func `values that are told apart by their counts differ`() {
    var first = FingerprintHasher()
    first.combine("ab")
    first.combine("c")
    var second = FingerprintHasher()
    second.combine("a")
    second.combine("bc")
    #expect(first.fingerprint != second.fingerprint)
  }
}
