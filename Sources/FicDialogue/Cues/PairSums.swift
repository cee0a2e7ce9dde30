/// Sums of weights for pairs of numbers, as of two members.
///
/// A table with open addresses: a dictionary's hash costs more than all else that is asked of a
/// candidate. Its order is never seen.
struct PairSums: Sendable {
  private var keys: [UInt64] = []
  private var sums: [Double] = []
  private var count = 0
  private var shift: UInt64 = 0

  /// No pair: no number is that large.
  private static let none = UInt64.max

  /// The sum of a pair; 0 where nothing was added.
  subscript(one: Int, other: Int) -> Double {
    guard count > 0 else { return 0 }
    let place = place(of: Self.key(one, other))
    return keys[place] == Self.none ? 0 : sums[place]
  }

  /// Adds a weight to the sum of a pair.
  ///
  /// Complexity: constant on average.
  mutating func add(_ weight: Double, to one: Int, _ other: Int) {
    if count * 2 >= keys.count { grow() }
    let key = Self.key(one, other)
    let place = place(of: key)
    if keys[place] == Self.none {
      keys[place] = key
      count += 1
    }
    sums[place] += weight
  }

  /// Goes through every pair with its sum, in no order.
  func visit(_ body: (_ one: Int, _ other: Int, _ sum: Double) -> Void) {
    for (key, sum) in zip(keys, sums) where key != Self.none {
      body(Int(key >> 32), Int(key & 0xFFFF_FFFF), sum)
    }
  }

  private static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: one)) << 32 | UInt64(UInt32(truncatingIfNeeded: other))
  }

  /// Where a key stands or would stand.
  private func place(of key: UInt64) -> Int {
    // The upper bits of a product with the golden ratio (Knuth, volume 3, section 6.4).
    var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[place] != key, keys[place] != Self.none { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = self
    let size = max(16, keys.count * 2)
    keys = [UInt64](repeating: Self.none, count: size)
    sums = [Double](repeating: 0, count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
    for (key, sum) in zip(old.keys, old.sums) where key != Self.none {
      let place = place(of: key)
      keys[place] = key
      sums[place] = sum
    }
  }
}
