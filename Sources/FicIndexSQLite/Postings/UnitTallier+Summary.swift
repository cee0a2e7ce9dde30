import FicIndex

extension UnitTallier {
  /// Adds the figures of a summary, but those of some works.
  ///
  /// - Parameters:
  ///   - summary: The summary of a list over the units of the directory.
  ///   - excluded: The indexes of the works to leave out.
  ///   - scoring: How the list scores.
  /// - Returns: Whether the best units are those that the list itself would give: false where the
  ///   summary keeps too few of them.
  mutating func add(
    _ summary: PostingSummary,
    without excluded: Set<Int>,
    _ scoring: Scoring
  ) -> Bool {
    for work in summary.works where !excluded.contains(work.index) {
      take(
        WorkSums(
          work: work.index,
          score: scoring.weight * Double(work.share),
          units: work.units,
          chapters: work.chapters,
          scenes: work.scenes,
          matches: work.matches
        )
      )
    }
    var kept = 0
    for best in summary.best {
      let work = directory.work(ofUnit: best.unit)
      if excluded.contains(work) { continue }
      kept += 1
      let score = BM25.score(
        weight: scoring.weight,
        frequency: Double(best.frequency),
        norm: scoring.norms[Int(directory.lengths[best.unit])]
      )
      if score >= self.best.threshold { _ = tell(best.unit, score: score, work: work) }
    }
    return kept > best.limit || summary.best.count < PostingSummary.maximumBest
  }
}
