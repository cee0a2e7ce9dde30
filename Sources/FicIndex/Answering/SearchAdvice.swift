import FicModel
import FicQuery

/// Tells what else a user may want: matches that were left out, and words that may have been meant.
struct SearchAdvice {
  /// The most suggestions.
  private static let maximumSuggestions = 3

  /// The most works that are named.
  private static let maximumNamed = 5

  let snapshot: any IndexSnapshot
  let request: SearchRequest
  let query: Query
  let plan: QueryPlan
  let inflections: InflectionFinder

  private let analyzer = Analyzer()

  // MARK: Left out

  /// The matches that were left out, beside the `matches` that were not.
  func elsewhere(matches: Int) throws -> [Elsewhere] {
    var result: [Elsewhere] = []
    if let unsure = try unsureSpeakers(sure: matches) { result.append(unsure) }
    if let works = try works(matches: matches) { result.append(works) }
    guard plan.usesDefaultZone, request.zone == .story else { return result }
    let notes = try [QueryZone.notes, .summary].compactMap(elsewhere)
    result += notes
    if matches == 0, notes.isEmpty, let all = try elsewhere(in: .all) { result.append(all) }
    return result
  }

  /// What the query finds in another part of the text; nil for nothing, and where it asks for
  /// people.
  private func elsewhere(in zone: QueryZone) throws -> Elsewhere? {
    guard let plan = try? request.planner(zone: zone).plan(query), plan.usesDefaultZone,
      plan.plans.allSatisfy({ $0.clause != nil })
    else { return nil }
    let count = try count(try inflections.completed(plan))
    guard count > 0 else { return nil }
    let field = QueryConstraint(field: .in, value: .zone(zone), span: 0..<0)
    return Elsewhere(
      reason: .notes,
      matches: count,
      query: printed(adding: field, to: plan.root)
    )
  }

  /// The works whose headers, tags or file names hold the words: no text has those, so that
  /// `in:all` and a search that finds nothing offer them, and one that only asks for works offers
  /// their list.
  private func works(matches: Int) throws -> Elsewhere? {
    let zones = plan.root.zones
    let asksForAll = zones.contains(.all) || zones.isEmpty && request.zone == .all
    guard let root = plan.root.withoutPlaces, !root.asksForText,
      matches == 0 || asksForAll || !root.hasWords
    else { return nil }
    let condition = root.workCondition(WorkCondition.init(anything:))
    guard let condition else { return nil }
    let page = try snapshot.page(
      of: WorkList(
        .satisfying(condition, favoured: []),
        sort: .title,
        foldsCopies: !request.showsCopies
      ),
      after: nil,
      limit: asksForAll ? Self.maximumNamed : 0
    )
    guard page.total > 0 else { return nil }
    return Elsewhere(
      reason: .works,
      matches: page.total,
      query: QueryPrinter.print(root),
      works: try snapshot.works(page.works).map(WorkLabel.init)
    )
  }

  private func unsureSpeakers(sure: Int) throws -> Elsewhere? {
    guard plan.plans.contains(where: { $0.asksWhoSpeaks && $0.minimumConfidence > 0 }) else {
      return nil
    }
    var open = plan
    for index in open.plans.indices { open.plans[index].minimumConfidence = 0 }
    let count = try count(open)
    guard count > sure else { return nil }
    let field = QueryConstraint(field: .confidence, value: .confidence(0), span: 0..<0)
    return Elsewhere(
      reason: .unsureSpeaker,
      matches: count - sure,
      query: printed(adding: field, to: plan.root.withoutConfidence ?? plan.root)
    )
  }

  /// The matches of a plan, without those that are folded.
  private func count(_ plan: QueryPlan) throws -> Int {
    let tally = try snapshot.tally(plan, snapshot.weights(of: plan))
    let folding = try CopyFolding(tally.matches, request.showsCopies ? nil : snapshot)
    return tally.totals.matches - (folding.folded?.matches ?? 0)
  }

  private func printed(adding constraint: QueryConstraint, to root: QueryNode) -> String {
    QueryPrinter.print(QueryNode.all([root, .constraint(constraint)]) ?? root)
  }

  // MARK: Suggestions

  /// Queries that may have been meant: with a word that occurs in place of one that does not, or
  /// with the words of a phrase apart; names for which others are told are left to those.
  func suggestions(besides names: [QueryPhrase]) throws -> [String] {
    var result: [String] = []
    for phrase in plan.root.wantedPhrases where !phrase.hasWildcards && !names.contains(phrase) {
      let terms = analyzer.terms(of: phrase.text)
      let isKnown = try terms.map { try snapshot.holds($0) }
      for (place, term) in terms.enumerated() where !isKnown[place] {
        let neighbours = try snapshot.neighbours(of: term, limit: Self.maximumSuggestions)
        for neighbour in neighbours {
          var words = terms.map(\.description)
          words[place] = neighbour
          append(replacing(phrase, by: words), to: &result)
        }
      }
      if terms.count > 1, phrase.isQuoted, isKnown.allSatisfy(\.self) {
        append(replacing(phrase, by: nil), to: &result)
      }
    }
    let facts = FactAdvice(snapshot: snapshot)
    for suggestion in try facts.suggestions(for: plan.root) {
      append(suggestion, to: &result)
    }
    // A word of a later chapter is no word to suggest.
    if plan.border != nil { result = try result.filter(isAnswered) }
    return Array(result.prefix(Self.maximumSuggestions))
  }

  /// Whether a query can be asked and finds something.
  private func isAnswered(_ text: String) throws -> Bool {
    guard let query = try? QueryParser.parse(text, limits: request.limits),
      let plan = try? request.planner().plan(query)
    else { return false }
    return try count(inflections.completed(plan)) > 0
  }

  private func append(_ suggestion: String, to result: inout [String]) {
    if !result.contains(suggestion) { result.append(suggestion) }
  }

  /// The query with other words in place of a phrase; nil words take the phrase apart.
  private func replacing(_ phrase: QueryPhrase, by words: [String]?) -> String {
    let root = plan.root.mapped { node in
      guard let words else {
        guard case .phrase(phrase) = node else { return node }
        let apart = phrase.text.split(separator: " ").map {
          QueryNode.phrase(QueryPhrase(text: String($0), span: phrase.span))
        }
        return QueryNode.all(apart) ?? node
      }
      var other = phrase
      other.text = words.joined(separator: " ")
      other.isQuoted = phrase.isQuoted || words.count > 1
      return node.replacing(phrase, by: other)
    }
    return QueryPrinter.print(root)
  }
}

extension IndexSnapshot {
  /// Whether some line of the index has a word.
  fileprivate func holds(_ term: Term) throws -> Bool {
    let plan = QueryPlan([
      LinePlan(clause: .phrase(TermPhrase([term])), zones: Set(ZoneKind.allCases))
    ])
    return try !tally(plan, weights(of: plan)).works.isEmpty
  }
}
