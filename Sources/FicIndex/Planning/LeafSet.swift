/// Some leaves of a plan, by number: below 256, the most terms of a query.
package struct LeafSet: Hashable, Sendable {
  /// The most leaves.
  package static let capacity = 256

  @usableFromInline package var bits: SIMD4<UInt64> = .zero

  /// Creates an empty set.
  @inlinable
  package init() {}

  /// Creates the set of the leaves below a number.
  package init(below count: Int) {
    for leaf in 0..<min(count, Self.capacity) { insert(leaf) }
  }

  /// Creates the set of one leaf.
  package init(_ leaf: Int) { insert(leaf) }

  /// Whether it holds none.
  package var isEmpty: Bool { bits == .zero }

  /// Whether it holds a leaf.
  @inlinable @inline(__always)
  package func contains(_ leaf: Int) -> Bool {
    leaf < Self.capacity && bits[leaf >> 6] >> UInt64(leaf & 63) & 1 == 1
  }

  /// Adds a leaf; one beyond the capacity is left out.
  @inlinable @inline(__always)
  package mutating func insert(_ leaf: Int) {
    if leaf < Self.capacity { bits[leaf >> 6] |= 1 << UInt64(leaf & 63) }
  }

  @inlinable @inline(__always)
  package static func == (one: LeafSet, other: LeafSet) -> Bool { one.bits == other.bits }

  /// Adds the leaves of another set.
  @inlinable
  package mutating func formUnion(_ other: LeafSet) { bits |= other.bits }

  /// The leaves that are in both.
  package func intersection(_ other: LeafSet) -> LeafSet {
    var result = self
    result.bits &= other.bits
    return result
  }

  /// The leaves that are not in another set.
  package func subtracting(_ other: LeafSet) -> LeafSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  /// The number of leaves.
  package var count: Int { (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount } }
}
