import FicIndex
import FicModel
import FicQuery
import FicWire

extension WorksRequest {
  /// The request that the parameters of `/v1/works` make.
  init(_ parameters: WorksParameters, _ limits: QueryLimits, defaultLimit: Int) {
    self.init(
      query: parameters.query,
      isReversed: parameters.isReversed,
      limit: parameters.limit ?? defaultLimit,
      cursor: parameters.cursor,
      showsCopies: parameters.copies == .all,
      isExact: parameters.isExact,
      limits: limits
    )
    sort = parameters.sort
    seed = UInt64(max(0, parameters.seed ?? 0))
  }
}

extension SearchRequest {
  /// The request that the parameters of `/v1/search` make; what they leave out has the engine's
  /// default.
  ///
  /// Throws: `Problem` for a zone that there is none of.
  init(_ parameters: SearchParameters, _ limits: QueryLimits) throws(Problem) {
    self.init(query: parameters.query, cursor: parameters.cursor, limits: limits)
    if let limit = parameters.limit ?? parameters.sample { self.limit = limit }
    if let confidence = parameters.minimumConfidence { minimumConfidence = confidence }
    if let name = parameters.zone { zone = try Self.zone(named: name) }
    contextLines = parameters.context
    showsCopies = parameters.copies == .all
    isFull = parameters.isFull
    margin = parameters.margin ?? margin
    sample = parameters.sample
    seed = UInt64(max(0, parameters.seed))
    isExact = parameters.isExact
    upto = parameters.upto
    switch parameters.sort {
    case .works: sort = .works
    case .relevance: sort = .relevance
    case .story: sort = .story
    case .newest: sort = .newest
    case .left: sort = .left
    case .right: sort = .right
    }
    switch parameters.view {
    case .lines: view = .lines
    case .kwic: view = .kwic
    case .count: view = .count
    }
  }

  private static func zone(named name: String) throws(Problem) -> QueryZone {
    if let zone = QueryZone(rawValue: name) { return zone }
    let zones = QueryZone.allCases.map(\.rawValue).joined(separator: ", ")
    throw Problem(
      code: "bad_parameter",
      status: 400,
      detail: "the parameter in is '\(name.prefix(80))'",
      hint: "it takes one of \(zones)"
    )
  }
}
