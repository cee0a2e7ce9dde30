package import FicModel

/// Sizes of an index that ranking and status need.
package struct IndexStatistics: Hashable, Sendable {
  /// Counts commits; equal generations give equal answers.
  package var generation: Int

  /// How much the index holds.
  package var counts: IndexCounts

  /// The number of lines.
  package var lines: Int

  /// The number of files that are not searchable.
  package var failedFiles: Int

  /// The number of files that the first run is to read; 0 once it has.
  package var expectedFiles: Int

  /// Creates statistics.
  package init(
    generation: Int,
    counts: IndexCounts,
    lines: Int,
    failedFiles: Int,
    expectedFiles: Int
  ) {
    self.generation = generation
    self.counts = counts
    self.lines = lines
    self.failedFiles = failedFiles
    self.expectedFiles = expectedFiles
  }
}
