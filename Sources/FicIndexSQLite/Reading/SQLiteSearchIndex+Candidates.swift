package import FicIndex
import GRDB

extension SQLiteSearchIndex {
  /// The units that satisfy a plan, in reading order of their keys, with term frequencies.
  package func candidates(
    for plan: CandidatePlan,
    deadline: Deadline
  ) async throws -> CandidateList {
    try read("search the index", deadline) { [conditions] database, watch in
      let works = try plan.condition.map { try conditions.works($0, database) }
      return try CandidateSearch(plan, among: works, database, watch).run()
    }
  }

  /// How many units hold each clause, in the plan's unit, over the whole index.
  package func unitFrequencies(
    of clauses: [TermClause],
    in unit: IndexUnit.Kind,
    deadline: Deadline
  ) async throws -> [Int] {
    try read("count words of the index", deadline) { [self] database, watch in
      try unitFrequencies(of: clauses, in: unit, database, watch)
    }
  }

  /// How many units hold each clause, remembered from the last time where nothing has changed.
  func unitFrequencies(
    of clauses: [TermClause],
    in unit: IndexUnit.Kind,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws -> [Int] {
    let generation = try database.integer("SELECT generation FROM state") ?? 0
    return try clauses.map { clause in
      let key = FrequencyCache.Key(clause: clause, unit: unit)
      if let known = frequencies.count(key, generation: generation) { return known }
      let count = try Self.count(clause, in: unit, database, watch)
      frequencies.remember(count, for: key, generation: generation)
      return count
    }
  }

  /// Remembers how many units hold a clause, which a search has just found.
  func remember(
    _ count: Int,
    for clause: TermClause,
    in unit: IndexUnit.Kind,
    _ database: Database
  ) throws {
    let generation = try database.integer("SELECT generation FROM state") ?? 0
    let key = FrequencyCache.Key(clause: clause, unit: unit)
    frequencies.remember(count, for: key, generation: generation)
  }

  private static func count(
    _ clause: TermClause,
    in unit: IndexUnit.Kind,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws -> Int {
    let works = WorkSelection(kind: unit)
    switch clause {
    case .prefix: break
    case .phrase, .near, .and, .or, .without:
      return try ClauseSearch(database: database, watch: watch, works: works).rows(clause).rowids
        .count
    }
    guard let expression = MatchExpression(clause, unit: unit) else { return 0 }
    return try database.integer(
      "SELECT count(*) FROM \(unit.table) WHERE \(unit.table) MATCH ?",
      [.utf8(expression.text)]
    ) ?? 0
  }
}
