package import FicModel

/// How well a work answers: the scores of its units added up, divided by the square root of their
/// number.
///
/// That is their mean times the square root of how many there are: a novel about Smith comes before
/// a sketch that names him once, and before a novel that names him in three scenes of a hundred.
/// The formula is a judgement; no figures of relevance stand behind it.
package struct WorkRelevance: Sendable {
  private var sums: [WorkID: (score: Double, units: Int)] = [:]

  /// Creates a relevance without units.
  package init() {}

  /// Adds a unit's score.
  package mutating func add(_ score: Double, of work: WorkID) {
    sums[work, default: (0, 0)].score += score
    sums[work, default: (0, 0)].units += 1
  }

  /// The score of a work; 0 for one without units.
  package func score(of work: WorkID) -> Double {
    sums[work].map { $0.score / Double(max(1, $0.units)).squareRoot() } ?? 0
  }

  /// The works, the most relevant first, equal ones by id.
  package var ranking: [WorkID] {
    sums.keys.map { (id: $0, score: score(of: $0)) }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
      .map(\.id)
  }
}
