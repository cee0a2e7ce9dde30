package import FicModel

/// The units that satisfy a plan, as columns, so that a frequent word costs no object each.
package struct CandidateList: Sendable {
  /// Ascending.
  package var keys: [UnitKey]

  /// The lengths of the units, in words; as many as keys.
  package var lengths: [UInt16]

  /// For each unit, the index in its chapter of the scene that it lies in; -1 for none.
  ///
  /// A long scene is several scene units.
  package var scenes: [Int32]

  /// For each unit of other matter, its zone; empty for units of another kind.
  package var zones: [ZoneKind]

  /// How often each counted leaf of the clause occurs in each unit: `leaves` figures a unit, unit
  /// by unit.
  ///
  /// Figures above 65,535 are 65,535. A leaf counts 0 where a branch of the clause above it is not
  /// satisfied.
  package var frequencies: [UInt16]

  /// The number of counted leaves of the clause.
  package var leaves: Int

  /// Whether the list is whole; a backend that ran into its deadline or lost a part says no.
  package var isComplete: Bool

  /// Creates a list.
  package init(
    keys: [UnitKey] = [],
    lengths: [UInt16] = [],
    scenes: [Int32] = [],
    zones: [ZoneKind] = [],
    frequencies: [UInt16] = [],
    leaves: Int,
    isComplete: Bool = true
  ) {
    self.keys = keys
    self.lengths = lengths
    self.scenes = scenes
    self.zones = zones
    self.frequencies = frequencies
    self.leaves = leaves
    self.isComplete = isComplete
  }

  /// The number of units.
  package var count: Int { keys.count }

  /// The frequencies of the counted leaves in the unit at `index`.
  package func frequencies(at index: Int) -> ArraySlice<UInt16> {
    frequencies[index * leaves..<(index + 1) * leaves]
  }
}
