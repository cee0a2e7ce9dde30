import FicModel
import FicQuery

extension SearchBegin {
  /// What is said first of a query, and of what the index lacks.
  ///
  /// - Throws: `IndexError`.
  init(
    _ query: Query,
    _ plan: QueryPlan,
    _ snapshot: any IndexSnapshot,
    _ inflections: InflectionFinder
  ) throws {
    let statistics = try snapshot.statistics()
    let missing = try MissingFiles(snapshot: snapshot).sentence(statistics)
    self.init(
      query: query.text,
      understood: plan.understood,
      readAs: query.reading,
      generation: statistics.generation,
      complete: missing == nil,
      missing: missing
    )
    self.inflections = inflections.inflections
  }
}
