import FicModel

/// A pairing as the index holds it, the same whatever the order of its names.
struct FoldedShip: Hashable, Sendable {
  /// What joins them.
  var bond: ShipName.Bond

  /// The terms of each name, ascending.
  var names: [[UInt8]]

  /// Folds a pairing.
  init(_ ship: ShipName) {
    bond = ship.bond
    names = ship.names.map(FoldedWords.bytes).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Reads what `bytes` writes.
  init(bytes: [UInt8]) {
    bond = bytes.first == UInt8(ascii: "&") ? .friendship : .romance
    names = bytes.dropFirst().split(separator: Analyzer.barrier).map(Array.init)
  }

  /// The sign of the bond, then the names with a barrier between two.
  var bytes: [UInt8] {
    Array(bond.rawValue.utf8) + names.joined(separator: [Analyzer.barrier])
  }
}
