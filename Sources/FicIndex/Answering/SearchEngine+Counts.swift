package import FicModel
import FicQuery

extension SearchEngine {
  /// How much of what a query finds stands where.
  ///
  /// Throws: what `search(_:deadline:)` throws.
  package func count(
    _ request: CountRequest,
    deadline: Deadline = .never
  ) async throws -> CountTable {
    let (query, plan) = try plan(of: request.search)
    return try await index.snapshot("count in the index", deadline: deadline) { snapshot in
      let inflections = InflectionFinder(snapshot)
      let plan = try inflections.completed(plan)
      var table = try CountMaker(
        snapshot: snapshot,
        request: request,
        plan: plan,
        begin: try SearchBegin(query, plan, snapshot, inflections)
      ).table()
      table.cuts = inflections.cuts + snapshot.expressionCutSentences
      return table
    }
  }

  /// How evenly what a query finds lies in works: those with the most matches, at most the
  /// request's limit.
  ///
  /// Throws: what `search(_:deadline:)` throws.
  package func dispersion(
    _ request: SearchRequest,
    deadline: Deadline = .never
  ) async throws -> CountAnswer<Dispersion> {
    let (query, plan) = try plan(of: request)
    return try await index.snapshot("count in the index", deadline: deadline) { snapshot in
      let inflections = InflectionFinder(snapshot)
      let plan = try inflections.completed(plan)
      let maker = DispersionMaker(
        snapshot: snapshot,
        plan: plan,
        showsCopies: request.showsCopies
      )
      let (works, more) = try maker.dispersions(limit: request.limit)
      return CountAnswer(
        begin: try SearchBegin(query, plan, snapshot, inflections),
        elements: works,
        more: more,
        cuts: inflections.cuts + snapshot.expressionCutSentences
      )
    }
  }

  /// The words that stand beside what a query finds, the surest first, at most the request's limit.
  ///
  /// - Parameters:
  ///   - request: The query.
  ///   - window: How many words on either side.
  ///   - minimum: How often a word must stand there.
  ///   - deadline: When to give up.
  /// - Returns: The words.
  /// - Throws: What `search(_:deadline:)` throws.
  package func collocates(
    _ request: SearchRequest,
    window: Int,
    minimum: Int,
    deadline: Deadline = .never
  ) async throws -> CountAnswer<Collocate> {
    let (query, plan) = try plan(of: request)
    return try await index.snapshot("count in the index", deadline: deadline) { snapshot in
      let inflections = InflectionFinder(snapshot)
      let plan = try inflections.completed(plan)
      let words = try CollocateMaker(
        snapshot: snapshot,
        plan: plan,
        showsCopies: request.showsCopies,
        window: window,
        minimum: minimum
      ).collocates()
      let shown = words.prefix(request.limit)
      return CountAnswer(
        begin: try SearchBegin(query, plan, snapshot, inflections),
        elements: Array(shown),
        more: words.count - shown.count,
        cuts: inflections.cuts + snapshot.expressionCutSentences
      )
    }
  }
}
