package import FicModel

/// What a plan found in one work.
package struct WorkTally: Hashable, Sendable {
  /// The work.
  package var work: WorkID

  /// The sum of the scores of its units.
  package var score: Double

  /// The units that were found.
  package var units: Int

  /// The chapters in which some were.
  package var chapters: Int

  /// The scenes in which some were; a long scene is several units.
  package var scenes: Int

  /// The places that match; a unit that was asked for as such counts as one.
  package var matches: Int

  /// Creates a tally.
  package init(
    work: WorkID,
    score: Double = 0,
    units: Int = 0,
    chapters: Int = 0,
    scenes: Int = 0,
    matches: Int = 0
  ) {
    self.work = work
    self.score = score
    self.units = units
    self.chapters = chapters
    self.scenes = scenes
    self.matches = matches
  }

  /// How well the work answers; see `WorkRelevance`.
  package var relevance: Double { score / Double(max(1, units)).squareRoot() }

  /// Adds what was found in other chapters of the work.
  package mutating func add(_ other: WorkTally) {
    score += other.score
    units += other.units
    chapters += other.chapters
    scenes += other.scenes
    matches += other.matches
  }
}
