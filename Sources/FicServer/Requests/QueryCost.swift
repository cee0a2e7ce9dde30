import FicIndex
import FicQuery

/// How long a query is likely to take, told from its words alone.
enum QueryCost: Hashable {
  /// Words, phrases and fields: posting lists answer them, or the few rows of a rare word.
  case cheap

  /// Starts of words, words near each other, regular expressions, negations and words of several
  /// kinds of text: those
  /// look at the places of many words, or at many rows one by one.
  case costly

  /// The cost of a search.
  ///
  /// What is no query is cheap: it is refused.
  init(_ request: SearchRequest) {
    let query = try? QueryParser.parse(request.query, limits: request.limits)
    self = query.map { Self.isCostly($0.root) } ?? false ? .costly : .cheap
  }

  private static func isCostly(_ node: QueryNode) -> Bool {
    switch node {
    case .phrase(let phrase): phrase.isPrefix || phrase.hasWildcards
    case .near, .expression, .not: true
    case .constraint(let constraint): constraint.value == .zone(.all)
    case .and(let nodes), .or(let nodes): nodes.contains(where: isCostly)
    }
  }
}
