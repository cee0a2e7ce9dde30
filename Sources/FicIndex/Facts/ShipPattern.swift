import FicModel

/// A pairing that is asked for: each part of it somebody else of the pair, in any order.
package struct ShipPattern: Hashable, Sendable {
  /// Of more names than these the rest is not looked at.
  private static let mostParts = 4

  /// Of a crowd these are looked at, which bounds the ways to give four parts names to 11,880.
  private static let mostNames = 12

  /// The kind of pair; nil where one name alone is asked for.
  var bond: ShipName.Bond?

  /// What the names must hold.
  var parts: [ValuePattern]

  /// Reads `harry/draco`, `harry & ron`, `harry x draco`, `harry`, `*/draco`, `*`; nil where there
  /// is no word and no asterisk.
  package init?(_ text: String, isPrefix: Bool = false) {
    let ship = ShipName(isPrefix ? text + "*" : text)
    parts = ship.names.prefix(Self.mostParts).compactMap { ValuePattern($0) }
    guard !parts.isEmpty else { return nil }
    bond = parts.count > 1 ? ship.bond : nil
  }

  /// Whether a stored pairing is one.
  ///
  /// Complexity: bounded by the number of ways to give the parts names.
  package func matches(_ bytes: [UInt8]) -> Bool {
    let ship = FoldedShip(bytes: bytes)
    if let bond, bond != ship.bond { return false }
    guard ship.names.count >= parts.count else { return false }
    return assigns(0, among: Array(ship.names.prefix(Self.mostNames)), taken: 0)
  }

  private func assigns(_ part: Int, among names: [[UInt8]], taken: Int) -> Bool {
    guard part < parts.count else { return true }
    for (index, name) in names.enumerated() where taken & 1 << index == 0 {
      guard parts[part].matches(name) else { continue }
      if assigns(part + 1, among: names, taken: taken | 1 << index) { return true }
    }
    return false
  }
}
