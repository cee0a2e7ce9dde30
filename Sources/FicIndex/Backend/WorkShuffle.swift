package import FicModel

/// An order of works that is drawn by lot: the same seed gives the same order of the same works.
///
/// A work's place is made of its id by a multiplication and a shift (Dietzfelbinger and others, A
/// reliable randomized algorithm for the closest-pair problem, 1997), which SQL can do as well.
package struct WorkShuffle: Hashable, Sendable {
  /// How many bits of an id count, and of a place.
  private static let bits = 31
  private static let mask = 1 << bits - 1

  /// The bits of the product below those of a place; those above are left out as well, so that no
  /// order of ids is kept.
  private static let dropped = 16

  private let factor: Int
  private let summand: Int

  /// Draws an order.
  package init(seed: UInt64) {
    var lot = Lot(seed: seed)
    factor = lot.number(below: Self.mask) | 1
    summand = lot.number(below: Self.mask)
  }

  /// Where a work stands; two may have the same place.
  package func place(of work: WorkID) -> Int {
    let id = Int(truncatingIfNeeded: work.rawValue) & Self.mask
    return (id * factor + summand) >> Self.dropped & Self.mask
  }

  /// The same place as an expression of SQL; `id` is the column of the work's id.
  package func sql(_ id: String) -> String {
    let known = "(\(id) & \(Self.mask))"
    return "((\(known) * \(factor) + \(summand)) >> \(Self.dropped) & \(Self.mask))"
  }
}
