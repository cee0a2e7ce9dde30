package import FicIndex
import GRDB

extension SQLiteSearchIndex {
  /// What satisfies a plan, added up by work, and the best units.
  ///
  /// From posting lists where they can answer, else from the candidates.
  package func tally(
    _ plan: CandidatePlan,
    best: Int,
    deadline: Deadline
  ) async throws -> UnitTally {
    try read("search the index", deadline) { [self] database, watch in
      let works = try plan.condition.map { try conditions.works($0, database) }
      let statistics = try PostingTally.UnitStatistics(database, of: plan.unit)
      if plan.unit == .scene, plan.clause != nil, let snapshot = try snapshot(database) {
        let tally = PostingTally(
          plan,
          stored: StoredPostings(database, directory: snapshot.directory),
          snapshot: snapshot,
          statistics: statistics,
          watch: watch
        )
        let selection = try WorkSelection(of: plan, among: works, database)
        if PostingTally.answers(plan) {
          let found = try tally.tally(in: selection, best: best)
          // The units of the page are weighed by the same figure.
          try rememberIfLeaf(plan, found: found.units, database)
          return found
        }
        let search = ClauseSearch(
          database: database,
          watch: watch,
          works: selection,
          prefixes: PrefixSearch(stored: tally.stored, snapshot: snapshot)
        )
        let rows = try plan.clause.map(search.rows) ?? CandidateRows()
        let frequencies = try frequencies(of: plan, found: rows.rowids.count, database, watch)
        return try tally.tally(rows, frequencies: frequencies, best: best)
      }
      let list = try candidates(for: plan, among: works, database, watch)
      let leaves = plan.clause?.countedLeaves ?? []
      let ranking = BM25(
        leaves: leaves,
        frequencies: try frequencies(of: plan, found: list.count, database, watch),
        units: statistics.units,
        words: statistics.words
      )
      return UnitTally(list, leaves: leaves, ranking: ranking, best: best)
    }
  }

  /// How many units of the whole index hold each leaf that the ranking weighs.
  ///
  /// Where the plan is one leaf and nothing else, that is what was found.
  private func frequencies(
    of plan: CandidatePlan,
    found: Int,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws -> [Int] {
    let leaves = plan.clause?.countedLeaves ?? []
    let weighed = BM25.weighedLeaves(leaves).map { leaves[$0] }
    if try rememberIfLeaf(plan, found: found, database) { return weighed.map { _ in found } }
    return try unitFrequencies(of: weighed, in: plan.unit, database, watch)
  }

  /// Remembers how many units a plan found where it is one leaf and nothing else; returns whether it is.
  @discardableResult
  private func rememberIfLeaf(
    _ plan: CandidatePlan,
    found: Int,
    _ database: Database
  ) throws -> Bool {
    guard let leaf = plan.clause, leaf.isLeaf,
      plan == CandidatePlan(unit: plan.unit, clause: leaf)
    else { return false }
    try remember(found, for: leaf, in: plan.unit, database)
    return true
  }

  /// The state of the posting tables; nil where there are none that can be used.
  func snapshot(_ database: Database) throws -> PostingSnapshot? {
    let identity = IndexFile.identity(of: path)
    let last = postings.snapshot(of: identity)
    let snapshot = try PostingStore(database).snapshot(after: last)
    if let snapshot, snapshot !== last { postings.keep(snapshot, of: identity) }
    return snapshot
  }
}

extension PostingTally.UnitStatistics {
  /// Reads the figures of a kind of unit.
  fileprivate init(_ database: Database, of kind: IndexUnit.Kind) throws {
    self.init(units: 0, words: 0)
    let name =
      switch kind {
      case .scene: "scene"
      case .utterance: "utterance"
      case .matter: "matter"
      }
    try database.query("SELECT \(name)_units, \(name)_words FROM state") { row in
      (units, words) = (row.integer(0), row.integer(1))
    }
  }
}
