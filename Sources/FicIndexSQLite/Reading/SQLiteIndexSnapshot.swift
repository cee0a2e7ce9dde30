import FicIndex
import FicModel
import GRDB

/// One state of an index file, inside one read transaction.
final class SQLiteIndexSnapshot: IndexSnapshot {
  let database: Database

  private let watch: DeadlineWatch
  let index: SQLiteSearchIndex

  /// Counts the commits of the state.
  let generation: Int

  /// The state as searches for words need it; read when the first of them comes.
  private var context: SearchContext?

  /// The lines that the last tally found, by work; nil where they were many.
  private var fewLines: (plan: QueryPlan, weights: LeafWeights, lines: [WorkID: [MatchedLine]])?

  /// Reads the state that a connection stands on.
  ///
  /// - Throws: `DatabaseError`.
  init(_ index: SQLiteSearchIndex, _ database: Database, _ watch: DeadlineWatch) throws {
    self.index = index
    self.database = database
    self.watch = watch
    generation = try database.integer("SELECT generation FROM state") ?? 0
  }

  func statistics() throws -> IndexStatistics { try IndexStatistics(database) }

  // MARK: Lines

  var expressionCuts: Set<ExpressionCut> { context?.expressionCuts ?? [] }

  func weights(of plan: QueryPlan) throws -> LeafWeights {
    let leaves = plan.leaves
    guard !leaves.isEmpty else { return LeafWeights([], lines: 1) { _ in 0 } }
    let context = try searchContext()
    let lines = try database.integer("SELECT lines FROM state") ?? 0
    return try LeafWeights(leaves, lines: lines) { word in
      let cursor = try CursorFactory(context: context).cursor(word)
      let held = try (cursor as? TermCursor)?.liveLines() ?? (cursor as? UnionCursor)?.liveLines()
      return min(held ?? cursor.cost, lines)
    }
  }

  func tally(_ plan: QueryPlan, _ weights: LeafWeights) throws -> LineTally {
    let found = try search(plan).tally(weights)
    let lines = found.lines.map { Dictionary(grouping: $0, by: \.key.chapter.work) }
    fewLines = lines.map { (plan, weights, $0) }
    return found.tally
  }

  func lines(
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    of work: WorkID,
    after line: LineKey?,
    limit: Int
  ) throws -> [MatchedLine] {
    if let known = fewLines, known.plan == plan, known.weights == weights {
      let own = (known.lines[work] ?? []).sorted { $0.key < $1.key }
      return Array(own.filter { own in line.map { own.key > $0 } ?? true }.prefix(max(0, limit)))
    }
    return try search(plan).lines(weights, of: work, after: line, limit: limit)
  }

  func closest(
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    limit: Int
  ) throws -> [RankedLine] {
    let context = try searchContext()
    let search = try search(plan)
    var best: [Int: RankedLine] = [:]
    let alternatives = plan.plans.indices.map { index in
      ClosestSearch(
        search,
        plan,
        alternative: index,
        weights,
        context,
        limit: limit,
        closerLook: self.index.closerLook
      )
    }
    for alternative in alternatives {
      for (row, line) in try alternative.lines() {
        if best[row].map(line.precedes) ?? true { best[row] = line }
      }
    }
    // A line that one alternative was found by may answer another that did not look at it.
    let rows = best.keys.sorted().map { Int32(truncatingIfNeeded: $0) }
    for alternative in alternatives where alternatives.count > 1 {
      for row in try alternative.answering(among: rows) { best[Int(row)]?.answers = true }
    }
    return best.values.sorted { $0.precedes($1) }
  }

  func forEachPart(of plan: QueryPlan, _ body: (TextPart) -> Void) throws {
    try ground(plan).forEachPart(body)
  }

  func spokenWords(
    _ plan: QueryPlan,
    by role: SpeechRole,
    in work: WorkID,
    confidence: Double
  ) throws -> [CastID: Int] {
    guard let ordinal = try database.ordinal(of: work) else { return [:] }
    return try ground(plan.narrowed(to: [work]))
      .spokenWords(by: role, ofOrdinal: ordinal, confidence: confidence)
  }

  private func ground(_ plan: QueryPlan) throws -> GroundSearch {
    GroundSearch(query: try search(plan.ground), context: try searchContext())
  }

  private func search(_ plan: QueryPlan) throws -> QuerySearch {
    QuerySearch(plan, try searchContext(), works: works(satisfying:))
  }

  func searchContext() throws -> SearchContext {
    if let context { return context }
    let directory = try index.directories.directory(
      database,
      IndexFile.identity(of: index.path),
      version: DirectoryCache.Version(
        generation: generation,
        build: database.integer("SELECT posting_build FROM state") ?? 0
      )
    )
    let made = try SearchContext(database, watch, directory)
    context = made
    return made
  }

  // MARK: Stories

  func chapters(_ keys: [ChapterKey]) throws -> [ChapterRecords] {
    let store = ChapterStore(database)
    let works = WorkStore(database)
    return try keys.compactMap { key in
      guard RowKey.chapterNumbers.contains(key.chapter),
        let ordinal = try database.ordinal(of: key.work)
      else { return nil }
      let id = RowKey.chapter(ordinal: ordinal, number: key.chapter)
      guard var records = try store.records(id: id, key: key) else { return nil }
      let members = records.chapter.occurringMembers
      records.cast = try works.cast(ofOrdinal: ordinal, members: members)
      return records
    }
  }

  func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    fitting fits: (_ names: [String]) -> Bool
  ) throws -> [CastEntry] {
    var search = CastSearch(database)
    return try search.rows(of: work, named: name, limit: limit)
      .filter { fits([$0.name] + $0.aliases) }.map { try search.entry($0) }
  }

  // MARK: Files

  func fileProblemCounts() throws -> [FileProblemCount] {
    try database.rows(
      """
      SELECT problem_code, count(*) FROM file_problem GROUP BY problem_code
      ORDER BY count(*) DESC, problem_code
      """
    ) { FileProblemCount(code: $0.text(0), files: $0.integer(1)) }
  }

  func fileProblems(code: String?, limit: Int) throws -> [FileProblem] {
    let isWanted = code == nil ? "" : "WHERE problem_code = ?2"
    return try database.rows(
      """
      SELECT path, problem_code, problem_place, problem_cause, problem_hint
      FROM file_problem \(isWanted) ORDER BY path LIMIT ?1
      """,
      [.integer(max(0, limit))] + (code.map { [.text($0)] } ?? [])
    ) { FileProblem($0, code: 1) }
  }
}
