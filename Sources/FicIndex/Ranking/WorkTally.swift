package import FicModel

/// What a query found in one work.
package struct WorkTally: Hashable, Sendable {
  /// The work.
  package var work: WorkID

  /// The lines with a match that tells.
  package var lines = 0

  /// The lines that hold only words which hardly tell.
  package var hardlyTelling = 0

  /// The stretches that answer and are scenes.
  package var scenes = 0

  /// The chapters in which something answers.
  package var chapters = 0

  /// The places that match; a line or scene that was asked for as such counts as one.
  package var matches = 0

  /// The sum of the weights of the places.
  package var weight = 0.0

  /// Creates a tally of nothing.
  package init(work: WorkID) {
    self.work = work
  }

  /// How well the work answers: what its places weigh, divided by the square root of the number of
  /// their lines.
  ///
  /// That is their mean times the square root of how many there are: a novel about Smith comes
  /// before a sketch that names him once, and before a novel that names him in three lines of a
  /// thousand. The formula is a judgement; no figures of relevance stand behind it.
  ///
  /// It has nine decimals, so that places that are added up in another order give the same.
  package var relevance: Double {
    let relevance = weight / Double(max(1, lines + hardlyTelling)).squareRoot()
    return (relevance * 1e9).rounded() / 1e9
  }

  /// Whether it comes before another: the greater relevance, else the smaller id.
  package func precedes(_ other: WorkTally) -> Bool {
    let (own, others) = (relevance, other.relevance)
    return own != others ? own > others : work < other.work
  }
}
