import FicModel
import FicQuery

/// Tells who may have been meant by names that nobody has: whoever has a name like it, or a
/// narrator, whom the text calls "I".
struct NameAdvice {
  /// The most names, and the most narrators.
  private static let mostShown = 3

  /// The most words like one of the name whose bearers are looked for.
  private static let mostWords = 40

  /// The most members that are read for one word.
  private static let mostMembers = 200

  /// The most works whose narrators are looked for.
  private static let mostWorks = 20

  /// What a narrator without a name is called.
  private static let nameless: Set<String> = ["I", "you"]

  /// What people type for a narrator.
  private static let wordsForNarrators: Set<String> = ["i", "me", "myself", "narrator", "you"]

  let snapshot: any IndexSnapshot
  let request: SearchRequest
  let plan: QueryPlan
  let cache: ChapterCache

  private let analyzer = Analyzer()

  /// The names of a query that nobody in the index has, each as the value of a field.
  func unknownNames() throws -> [QueryPhrase] {
    try plan.root.wantedLeaves.compactMap { leaf in
      guard case .constraint(let constraint) = leaf, constraint.field.kind == .person,
        case .phrase(let phrase) = constraint.value, !phrase.isPrefix
      else { return nil }
      return try members(named: analyzer.terms(of: phrase.text), limit: 1).isEmpty ? phrase : nil
    }
  }

  /// The names nearest to some, those that differ least first, of these those with most lines.
  func names(near asked: [QueryPhrase]) throws -> [NearName] {
    var result: [NearName] = []
    for phrase in asked {
      var seen: Set<[Term]> = []
      for word in try words(near: analyzer.terms(of: phrase.text))
      where result.count < Self.mostShown {
        var lines: [[Term]: (name: String, lines: Int)] = [:]
        for entry in try shown(members(named: [word], limit: Self.mostMembers)) {
          let key = analyzer.terms(of: entry.name)
          if !seen.contains(key) { lines[key, default: (entry.name, 0)].lines += entry.lines }
        }
        seen.formUnion(lines.keys)
        let ranked = lines.values.sorted { ($1.lines, $0.name) < ($0.lines, $1.name) }
        for (name, lines) in ranked where result.count < Self.mostShown {
          result.append(NearName(name: name, lines: lines, query: query(with: name, for: phrase)))
        }
      }
    }
    return result
  }

  /// The narrators of the works that the query leaves, the most talkative first; of all works only
  /// those without a name, and only where no name is near.
  func narrators(for asked: [QueryPhrase], near names: [NearName]) throws -> [KnownNarrator] {
    guard let phrase = asked.first else { return [] }
    let condition = plan.plans.compactMap(\.condition).first
    let isForNarrator = Self.wordsForNarrators.contains(phrase.text.lowercased())
    guard condition != nil || names.isEmpty || isForNarrator else { return [] }
    var entries: [CastEntry] = []
    if let condition {
      for work in try snapshot.works(matching: condition, limit: Self.mostWorks) {
        let cast = try snapshot.cast(of: work.id, named: nil, limit: 1000) { _ in true }
        entries += try BorderedCast(cache: cache).entries(cast)
      }
    } else {
      for name in Self.nameless {
        entries += try members(named: analyzer.terms(of: name), limit: Self.mostMembers)
      }
    }
    let narrators = try shown(entries.filter { $0.isNarrator && $0.lines > 0 })
    return narrators.sorted { ($1.lines, $0.work.id) < ($0.lines, $1.work.id) }
      .prefix(Self.mostShown).map { entry in
        KnownNarrator(
          work: entry.work,
          name: entry.name,
          lines: entry.lines,
          query: query(with: entry.name, for: phrase),
          alias: Self.nameless.contains(entry.name) && !isForNarrator ? phrase.text : nil
        )
      }
  }

  /// Words of names: those of the name that somebody has, and for each other those most like it.
  private func words(near terms: [Term]) throws -> [Term] {
    var result: [Term] = []
    for term in terms {
      if try !members(named: [term], limit: 1).isEmpty {
        result.append(term)
      } else {
        result += try snapshot.neighbours(of: term, limit: Self.mostWords)
          .flatMap { analyzer.terms(of: $0) }
      }
    }
    return result
  }

  private func members(named terms: [Term], limit: Int) throws -> [CastEntry] {
    guard !terms.isEmpty else { return [] }
    let limit = cache.border == nil ? limit : Self.mostMembers
    let entries = try snapshot.cast(of: nil, named: terms, limit: limit) { _ in true }
    return try BorderedCast(cache: cache).entries(entries, named: terms)
  }

  /// The entries without those of copies of works that have one.
  private func shown(_ entries: [CastEntry]) throws -> [CastEntry] {
    try CardFinder.folded(entries, request.showsCopies ? nil : snapshot)
  }

  private func query(with name: String, for phrase: QueryPhrase) -> String {
    let other = QueryPhrase(text: name, isQuoted: name.contains(" "), span: phrase.span)
    return QueryPrinter.print(plan.root.mapped { $0.replacing(phrase, by: other) })
  }
}
