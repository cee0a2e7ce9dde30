import FicModel
import FicQuery

/// Answers queries from an index, whatever backend it has: parse, plan, find, rank, read, word.
package struct SearchEngine: Sendable {
  /// The index.
  package let index: any SearchIndex

  /// Creates an engine.
  package init(index: any SearchIndex) {
    self.index = index
  }

  /// Answers a request.
  ///
  /// Throws `QuerySyntaxError` for a query that cannot be answered, `IndexError` for an index that
  /// cannot answer (out of time, for instance), and `CancellationError`.
  package func search(
    _ request: SearchRequest,
    deadline: Deadline = .never
  ) async throws -> SearchAnswer {
    let start = ContinuousClock.now
    let (query, plan) = try plan(of: request)
    let question = SearchCursor.question(plan.understood, request)
    let cursor = try cursor(of: request, question: question)
    var answer = try await index.snapshot("search the index", deadline: deadline) { snapshot in
      let inflections = InflectionFinder(snapshot)
      return try AnswerMaker(
        snapshot: snapshot,
        request: request,
        query: query,
        plan: try inflections.completed(plan),
        cursor: cursor,
        question: question,
        inflections: inflections
      ).answer()
    }
    if request.view != .count {
      answer.end.elapsedMilliseconds = Self.milliseconds(start.duration(to: .now))
    }
    return answer
  }

  /// What a request asks, and what that comes to.
  func plan(
    of request: SearchRequest
  ) throws(QuerySyntaxError) -> (query: Query, plan: QueryPlan) {
    var query = try QueryParser.parse(request.query, limits: request.limits)
    if let upto = request.upto {
      let border = QueryConstraint(field: .upto, value: .chapters(1...max(1, upto)), span: 0..<0)
      query.root = .and([query.root, .constraint(border)])
    }
    return (query, try request.planner().plan(query))
  }

  private func cursor(
    of request: SearchRequest,
    question: UInt32
  ) throws(QuerySyntaxError) -> SearchCursor? {
    guard let text = request.cursor else { return nil }
    guard let cursor = SearchCursor(text), cursor.question == question else {
      throw QuerySyntaxError(.badCursor, at: 0..<0)
    }
    return cursor
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    let microseconds = Double(seconds) * 1e6 + (Double(attoseconds) / 1e12).rounded()
    return microseconds / 1000
  }
}
