import FicModel

/// A unit that answers a query.
struct FoundUnit: Sendable {
  /// The index of the plan that found it.
  var plan: Int

  /// The kind of unit.
  var kind: IndexUnit.Kind

  /// The unit.
  var key: UnitKey

  /// How well it answers.
  var score: Double

  /// The places in it that match; 1 for a unit that was asked for as such.
  var matches: Int

  /// The index in its chapter of its scene; -1 for none.
  var scene: Int
}
