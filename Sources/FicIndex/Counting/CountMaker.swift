import FicModel

/// Counts what a query finds, part by part, from one state of an index.
struct CountMaker {
  let snapshot: any IndexSnapshot
  let request: CountRequest
  let plan: QueryPlan
  let begin: SearchBegin

  /// The table.
  ///
  /// - Throws: `IndexError`.
  func table() throws -> CountTable {
    let found = try MatchedWorks(snapshot, plan, showsCopies: request.search.showsCopies)
    let ground = try CountGround(
      snapshot,
      plan,
      by: request.key,
      showsCopies: request.search.showsCopies
    )
    let cache = ChapterCache(snapshot, border: plan.border)
    var groups: [CountGroup]
    var more = 0
    switch request.key {
    case .work:
      groups = try found.works.map { work in
        CountGroup(
          by: .work,
          name: try cache.label(of: work.work).title,
          work: try cache.label(of: work.work),
          totals: LineTally(works: [work]).totals,
          words: ground.words(of: .init(work: work.work))
        )
      }
    case .author, .fandom, .year:
      groups = try ValueCount(snapshot: snapshot, key: request.key).groups(found, ground)
    case .speaker, .addressee:
      groups = try VoiceCount(
        snapshot: snapshot,
        plan: plan,
        role: request.key == .speaker ? .speaker : .addressee,
        confidence: request.search.minimumConfidence,
        cache: cache
      ).groups(found, ground)
    case .chapter, .scene, .zone:
      (groups, more) = try PlaceCount(key: request.key, cache: cache)
        .groups(found, ground, limit: request.limit)
    }
    let rest = max(0, groups.count - request.limit)
    groups.removeLast(rest)
    more += rest
    return CountTable(
      begin: begin,
      by: request.key,
      groups: groups,
      more: more,
      totals: found.totals,
      words: ground.total,
      copies: found.folded
    )
  }
}
