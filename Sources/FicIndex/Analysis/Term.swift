/// A token as it is indexed: folded UTF-8 bytes.
package struct Term: Hashable, Sendable {
  /// Lower case, without marks; never empty.
  package var bytes: [UInt8]

  /// Creates a term from folded bytes.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension Term: Comparable {
  /// Orders by bytes, as the index does.
  package static func < (left: Term, right: Term) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Term: CustomStringConvertible {
  /// The term as text.
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}
