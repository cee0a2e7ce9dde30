/// Computes a `Fingerprint` over any number of pieces; how they are cut does not matter to lane one
/// alone, so callers that hash several values put their counts in between.
public struct FingerprintHasher: Sendable {
  private static let prime: UInt64 = 0x100_0000_01b3
  private var low: UInt64 = 0xcbf2_9ce4_8422_2325
  private var high: UInt64 = 0x6c62_272e_07bb_0142
  private var word: UInt64 = 0
  private var filled = 0
  private var count: UInt64 = 0

  /// Creates a hasher that has seen nothing.
  public init() {}

  /// Adds bytes.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      word |= UInt64(byte) << UInt64(filled * 8)
      filled += 1
      count &+= 1
      if filled == 8 { absorb() }
    }
  }

  /// Adds a number, as its eight bytes.
  public mutating func combine(_ value: Int) {
    let bits = UInt64(bitPattern: Int64(value))
    combine((0..<8).lazy.map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) })
  }

  /// Adds a string, its length first.
  public mutating func combine(_ text: String) {
    combine(text.utf8.count)
    combine(text.utf8)
  }

  /// The fingerprint of what was added so far.
  public var fingerprint: Fingerprint {
    var copy = self
    copy.absorb()
    copy.word = count
    copy.absorb()
    return Fingerprint(low: copy.low, high: copy.high)
  }

  private mutating func absorb() {
    low = (low ^ word) &* Self.prime
    low ^= low >> 29
    high = (high ^ (word << 32 | word >> 32)) &* Self.prime
    high ^= high >> 31
    word = 0
    filled = 0
  }
}
