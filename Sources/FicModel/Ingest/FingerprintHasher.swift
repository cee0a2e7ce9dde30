/// Computes a `Fingerprint` over any number of pieces.
///
/// How they are cut does not matter, so callers that hash several values put their counts in
/// between.
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
  ///
  /// Complexity: linear, eight bytes at a time.
  public mutating func combine(_ bytes: [UInt8]) {
    let span = bytes.span
    var index = 0
    while index < span.count && filled > 0 {
      combine(span[index])
      index += 1
    }
    while index + 8 <= span.count {
      for place in 0..<8 { word |= UInt64(span[index + place]) << UInt64(place * 8) }
      absorb()
      index += 8
      count &+= 8
    }
    while index < span.count {
      combine(span[index])
      index += 1
    }
  }

  private mutating func combine(_ byte: UInt8) {
    word |= UInt64(byte) << UInt64(filled * 8)
    filled += 1
    count &+= 1
    if filled == 8 { absorb() }
  }

  /// Adds a number, as its eight bytes.
  public mutating func combine(_ value: Int) {
    let bits = UInt64(bitPattern: Int64(value))
    for place in 0..<8 { combine(UInt8(truncatingIfNeeded: bits >> UInt64(place * 8))) }
  }

  /// Adds a string, its length first.
  public mutating func combine(_ text: String) {
    combine(text.utf8.count)
    combine(Array(text.utf8))
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
