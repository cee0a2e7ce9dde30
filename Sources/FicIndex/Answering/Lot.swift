/// Draws numbers: the same seed draws the same ones, on every machine.
///
/// Steele, Lea and Flood's SplitMix64 (Fast splittable pseudorandom number generators, 2014).
struct Lot {
  private var state: UInt64

  /// Begins with a seed.
  init(seed: UInt64) {
    state = seed
  }

  /// A number from 0 to below `end`, which is at least 1.
  mutating func number(below end: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(max(1, end))).high)
  }
}
