import FicModel
import FicQuery

/// Tells what else a user may want: matches that were left out, and words that may have been meant.
struct SearchAdvice {
  /// The most suggestions.
  private static let maximumSuggestions = 3

  /// The most works that are named.
  private static let maximumNamed = 5

  let finder: UnitFinder
  let request: SearchRequest
  let query: Query
  let plan: QueryPlan

  /// For each copy, the work that is shown in its place.
  let holders: [WorkID: WorkID]

  private let analyzer = Analyzer()

  init(
    finder: UnitFinder,
    request: SearchRequest,
    query: Query,
    plan: QueryPlan,
    holders: [WorkID: WorkID]
  ) {
    self.finder = finder
    self.request = request
    self.query = query
    self.plan = plan
    self.holders = holders
  }

  // MARK: Left out

  /// The matches that were left out, beside the `matches` that were not.
  func elsewhere(matches: Int) async throws -> [Elsewhere] {
    var result: [Elsewhere] = []
    if let unsure = try await unsureSpeakers(sure: matches) { result.append(unsure) }
    if let works = try await works(matches: matches) { result.append(works) }
    guard plan.usesDefaultZone, request.zone == .story else { return result }
    let matter = MatterAdvice(finder: finder, request: request, query: query, holders: holders)
    let notes = try await matter.elsewhere(in: [.notes, .summary])
    result += notes
    if matches == 0, notes.isEmpty { result += try await matter.elsewhere(in: [.all]) }
    return result
  }

  /// The works whose headers, tags or file names hold the words: no text has those, so that `in:all`
  /// and a search that finds nothing offer them, and one that only asks for works offers their list.
  private func works(matches: Int) async throws -> Elsewhere? {
    let zones = plan.root.zones
    let asksForAll = zones.contains(.all) || zones.isEmpty && request.zone == .all
    guard let root = plan.root.withoutPlaces, !root.asksForText,
      matches == 0 || asksForAll || !root.hasWords
    else { return nil }
    let condition = root.workCondition(WorkCondition.init(anything:))
    guard let condition else { return nil }
    let works = try await finder.index.shelf(
      matching: condition,
      among: nil,
      deadline: finder.deadline
    )
    guard !works.isEmpty else { return nil }
    let copies = CopyFolding(works.map(\.id), holders).left
    let listed = works.filter { !copies.contains($0.id) }
    return Elsewhere(
      reason: .works,
      matches: listed.count,
      query: QueryPrinter.print(root),
      works: asksForAll ? try await labels(of: listed) : []
    )
  }

  /// The names of the first works by title.
  private func labels(of works: [ShelvedWork]) async throws -> [WorkLabel] {
    let first = WorkOrder(sort: .title, isReversed: false).sorted(works)
      .prefix(Self.maximumNamed)
    let stored = try await finder.index.works(Array(first), deadline: finder.deadline)
    let labels = Dictionary(
      stored.map { ($0.id, WorkLabel($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    return first.compactMap { labels[$0] }
  }

  private func unsureSpeakers(sure: Int) async throws -> Elsewhere? {
    guard !plan.needsReading, plan.plans.contains(where: \.asksWhoSpeaks),
      plan.plans.contains(where: { $0.candidates.minimumConfidence > 0 })
    else { return nil }
    let count = try await count(
      plan.plans.map { plan in
        var plan = plan
        plan.candidates.minimumConfidence = 0
        return plan
      }
    )
    guard count > sure else { return nil }
    let field = QueryConstraint(field: .confidence, value: .confidence(0), span: 0..<0)
    return Elsewhere(
      reason: .unsureSpeaker,
      matches: count - sure,
      query: printed(adding: field, to: plan.root.withoutConfidence ?? plan.root)
    )
  }

  private func count(_ plans: [SearchPlan]) async throws -> Int {
    var matches: [WorkID: Int] = [:]
    for plan in plans { matches.merge(try await finder.matches(of: plan), uniquingKeysWith: +) }
    let folded = CopyFolding(matches, holders).folded?.matches ?? 0
    return matches.values.reduce(-folded, +)
  }

  private func printed(adding constraint: QueryConstraint, to root: QueryNode) -> String {
    QueryPrinter.print(QueryNode.all([root, .constraint(constraint)]) ?? root)
  }

  // MARK: Suggestions

  /// Queries that may have been meant: with a word that occurs in place of one that does not, or
  /// with the words of a phrase apart.
  func suggestions() async throws -> [String] {
    var result: [String] = []
    for phrase in plan.root.wantedPhrases {
      let terms = analyzer.terms(of: phrase.text)
      let frequencies = try await finder.index.unitFrequencies(
        of: terms.map { .phrase([$0], in: .text) },
        in: .scene,
        deadline: finder.deadline
      )
      for (place, term) in terms.enumerated() where frequencies[place] == 0 {
        let neighbours = try await finder.index.neighbours(
          of: term,
          limit: Self.maximumSuggestions,
          deadline: finder.deadline
        )
        for neighbour in neighbours {
          var words = terms.map(\.description)
          words[place] = neighbour
          append(replacing(phrase, by: words), to: &result)
        }
      }
      if terms.count > 1, phrase.isQuoted, frequencies.allSatisfy({ $0 > 0 }) {
        append(replacing(phrase, by: nil), to: &result)
      }
    }
    let facts = FactAdvice(index: finder.index, deadline: finder.deadline)
    for suggestion in try await facts.suggestions(for: plan.root) {
      append(suggestion, to: &result)
    }
    return Array(result.prefix(Self.maximumSuggestions))
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
