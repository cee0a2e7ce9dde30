/// Hashes of terms and of runs of terms: FNV-1a (IETF draft-eastlake-fnv), with the last step of
/// SplitMix64 (Steele, Lea and Flood, 2014) so that every bit depends on every other.
struct TermHash {
  private static let prime: UInt64 = 0x100_0000_01b3
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a byte.
  mutating func combine(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* Self.prime }

  /// Adds a hash.
  mutating func combine(_ hash: UInt64) {
    state = (state ^ hash) &* Self.prime
    state ^= state >> 29
  }

  /// The hash of what was added.
  var value: UInt64 {
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }
}
