package import FicModel

/// Sizes of an index that ranking and status need.
package struct IndexStatistics: Hashable, Sendable {
  /// Counts commits; equal generations give equal answers.
  package var generation: Int

  /// How much the index holds.
  package var counts: IndexCounts

  /// The number of units of each kind.
  package var units: [IndexUnit.Kind: Int]

  /// The sum of the lengths, in words, of the units of each kind.
  package var unitWords: [IndexUnit.Kind: Int]

  /// The number of files that are not searchable.
  package var failedFiles: Int

  /// Creates statistics.
  package init(
    generation: Int,
    counts: IndexCounts,
    units: [IndexUnit.Kind: Int],
    unitWords: [IndexUnit.Kind: Int],
    failedFiles: Int
  ) {
    self.generation = generation
    self.counts = counts
    self.units = units
    self.unitWords = unitWords
    self.failedFiles = failedFiles
  }
}
