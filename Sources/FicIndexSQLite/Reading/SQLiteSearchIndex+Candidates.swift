package import FicIndex
import GRDB

extension SQLiteSearchIndex {
  /// The units that satisfy a plan, in reading order of their keys, with term frequencies.
  package func candidates(
    for plan: CandidatePlan,
    deadline: Deadline
  ) async throws -> CandidateList {
    try await read("search the index", deadline) { [conditions] database, watch in
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
    try await read("count words of the index", deadline) { [frequencies] database, watch in
      let generation = try database.integer("SELECT generation FROM state") ?? 0
      return try clauses.map { clause in
        let key = FrequencyCache.Key(clause: clause, unit: unit)
        if let known = frequencies.count(key, generation: generation) { return known }
        let count = try Self.count(clause, in: unit, database, watch)
        frequencies.remember(count, for: key, generation: generation)
        return count
      }
    }
  }

  private static func count(
    _ clause: TermClause,
    in unit: IndexUnit.Kind,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws -> Int {
    guard let expression = MatchExpression(clause, unit: unit) else {
      let search = ClauseSearch(
        database: database,
        watch: watch,
        works: WorkSelection(kind: unit)
      )
      return try search.rows(clause).rowids.count
    }
    return try database.integer(
      "SELECT count(*) FROM \(unit.table) WHERE \(unit.table) MATCH ?",
      [.utf8(expression.text)]
    )
      ?? 0
  }
}
