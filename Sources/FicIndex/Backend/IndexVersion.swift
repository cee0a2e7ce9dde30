/// What an index was at a moment: equal versions give equal answers.
package struct IndexVersion: Hashable, Sendable {
  /// What tells the index from another that took its place, in whatever form the backend has it.
  package var place: [UInt]

  /// Counts commits.
  package var generation: Int

  /// Creates a version.
  package init(place: [UInt] = [], generation: Int) {
    self.place = place
    self.generation = generation
  }
}
