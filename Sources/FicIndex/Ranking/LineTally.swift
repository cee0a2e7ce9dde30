package import FicModel

/// What a query found in all: figures for each work.
package struct LineTally: Hashable, Sendable {
  /// The works in which something was found, ascending by id.
  package var works: [WorkTally]

  /// Creates a tally.
  package init(works: [WorkTally] = []) {
    self.works = works
  }

  /// The sums over all works.
  package var totals: SearchTotals {
    SearchTotals(
      works: works.count,
      chapters: works.reduce(0) { $0 + $1.chapters },
      scenes: works.reduce(0) { $0 + $1.scenes },
      matches: works.reduce(0) { $0 + $1.matches }
    )
  }

  /// The places that match in each work.
  package var matches: [(WorkID, Int)] { works.map { ($0.work, $0.matches) } }

  /// The lines that hold only words which hardly tell.
  package var hardlyTelling: Int { works.reduce(0) { $0 + $1.hardlyTelling } }
}
