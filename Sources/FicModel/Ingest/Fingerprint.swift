/// Tells whether bytes are the same as before, without keeping them: two 64-bit hashes.
///
/// FNV-1a (IETF draft-eastlake-fnv) over 8-byte words in two lanes with different offsets. It
/// guards against change, not against somebody who forges a file.
public struct Fingerprint: Hashable, Sendable {
  /// The first lane.
  public var low: UInt64

  /// The second lane.
  public var high: UInt64

  /// Creates a fingerprint from its two lanes.
  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Computes the fingerprint of bytes.
  ///
  /// Complexity: linear.
  public init(_ bytes: [UInt8]) {
    var hasher = FingerprintHasher()
    hasher.combine(bytes)
    self = hasher.fingerprint
  }
}
