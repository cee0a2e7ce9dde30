package import FicIndex
import GRDB

extension SQLiteSearchIndex {
  /// The units that satisfy a plan, in reading order of their keys, with term frequencies.
  package func candidates(
    for plan: CandidatePlan,
    deadline: Deadline
  ) async throws -> CandidateList {
    try read("search the index", deadline) { [self] database, watch in
      let works = try plan.condition.map { try conditions.works($0, database) }
      return try candidates(for: plan, among: works, database, watch)
    }
  }

  /// The units of some works that satisfy a plan; of all where `works` is nil.
  func candidates(
    for plan: CandidatePlan,
    among works: WorkSet?,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws -> CandidateList {
    let clauses = [plan.unit == .scene ? plan.clause : nil, plan.sceneClause].compactMap(\.self)
    let prefixes = clauses.contains(where: \.holdsPrefix) ? try prefixSearch(database) : nil
    return try CandidateSearch(plan, among: works, prefixes: prefixes, database, watch).run()
  }

  /// Finds starts of words by posting lists; nil where there are none that can be used.
  func prefixSearch(_ database: Database) throws -> PrefixSearch? {
    try snapshot(database).map { snapshot in
      PrefixSearch(
        stored: StoredPostings(database, directory: snapshot.directory),
        snapshot: snapshot
      )
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
      let count = try count(clause, in: unit, database, watch)
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

  private func count(
    _ clause: TermClause,
    in unit: IndexUnit.Kind,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws -> Int {
    if unit == .scene, let key = PostingLists.key(ofWord: clause),
      let snapshot = try snapshot(database)
    {
      let stored = StoredPostings(database, directory: snapshot.directory)
      return try snapshot.units(holding: key, in: stored)
    }
    let prefixes = unit == .scene && clause.holdsPrefix ? try prefixSearch(database) : nil
    if prefixes == nil, case .prefix = clause {
      guard let expression = MatchExpression(clause, unit: unit) else { return 0 }
      return try database.integer(
        "SELECT count(*) FROM \(unit.table) WHERE \(unit.table) MATCH ?",
        [.utf8(expression.text)]
      ) ?? 0
    }
    let search = ClauseSearch(
      database: database,
      watch: watch,
      works: WorkSelection(kind: unit),
      prefixes: prefixes
    )
    return try search.rows(clause).rowids.count
  }
}

extension TermClause {
  /// Whether starts of words are looked for in it.
  fileprivate var holdsPrefix: Bool {
    switch self {
    case .prefix: true
    case .phrase, .near: false
    case .and(let clauses), .or(let clauses): clauses.contains(where: \.holdsPrefix)
    case .without(let wanted, let unwanted): wanted.holdsPrefix || unwanted.holdsPrefix
    }
  }
}
