import FicModel

/// What a query finds, to be counted: every match counts, even of words that hardly tell.
struct MatchedWorks {
  /// The works in which something was found, those with the most matches first.
  let works: [WorkTally]

  /// What is left out for being a copy; nil for nothing.
  let folded: FoldedCopies?

  private let snapshot: any IndexSnapshot
  private let plan: QueryPlan
  private let weights: LeafWeights

  /// Finds.
  ///
  /// - Throws: `IndexError`.
  init(_ snapshot: any IndexSnapshot, _ plan: QueryPlan, showsCopies: Bool) throws {
    var weights = try snapshot.weights(of: plan)
    weights.takeAllAsTelling()
    let tally = try snapshot.tally(plan, weights)
    let folding = try CopyFolding(tally.matches, showsCopies ? nil : snapshot)
    works = folding.shown(tally.works)
      .sorted { ($1.matches, $0.work) < ($0.matches, $1.work) }
    folded = folding.folded
    self.snapshot = snapshot
    self.plan = plan
    self.weights = weights
  }

  /// The figures of all works.
  var totals: SearchTotals { LineTally(works: works).totals }

  /// The lines of a work that match, as read.
  ///
  /// - Throws: `IndexError`.
  func lines(of work: WorkID) throws -> [MatchedLine] {
    try snapshot.lines(plan, weights, of: work, after: nil, limit: .max)
  }
}
