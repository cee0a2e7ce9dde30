package import FicModel

/// What a plan found in all, without the units themselves: figures for each work, and the best units.
package struct UnitTally: Sendable {
  /// A unit and how well it answers.
  package struct ScoredUnit: Hashable, Sendable {
    /// The unit.
    package var key: UnitKey

    /// Its score.
    package var score: Double

    /// Creates a scored unit.
    package init(key: UnitKey, score: Double) {
      self.key = key
      self.score = score
    }

    /// Whether it comes before another: the greater score, else the earlier place.
    package func precedes(_ other: ScoredUnit) -> Bool {
      score != other.score ? score > other.score : key < other.key
    }
  }

  /// The works in which something was found, ascending by id.
  package var works: [WorkTally]

  /// The best units, as many as were asked for, the best first.
  package var best: [ScoredUnit]

  /// Whether every figure is exact.
  package var isExact: Bool

  /// Creates a tally.
  package init(works: [WorkTally] = [], best: [ScoredUnit] = [], isExact: Bool = true) {
    self.works = works
    self.best = best
    self.isExact = isExact
  }

  /// The sums over all works.
  package var totals: SearchTotals {
    SearchTotals(
      works: works.count,
      chapters: works.reduce(0) { $0 + $1.chapters },
      scenes: works.reduce(0) { $0 + $1.scenes },
      matches: works.reduce(0) { $0 + $1.matches },
      exact: isExact
    )
  }

  /// The number of units found.
  package var units: Int { works.reduce(0) { $0 + $1.units } }
}
