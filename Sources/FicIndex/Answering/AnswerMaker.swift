import FicModel
import FicQuery

/// Makes the answer to one request from one state of an index: add up, rank, page, word.
struct AnswerMaker {
  /// The most lines that stand first because they come closest.
  static let mostClosest = 10

  /// A line that comes less close than this part of the closest one does not stand first.
  ///
  /// A judgement: what has half the words of the best line is no candidate for the line that
  /// somebody remembers.
  private static let closestShare = 0.6

  /// A line that lacks one of three words or more stands among those that have all where it comes
  /// at least so close, as a part of the closest of these.
  ///
  /// With 0.65 and 0.9 as many of 900 random lines come first (2026-11-30): it is by their scores
  /// that the lines of both kinds are put in order.
  private static let intruderShare = 0.8

  let snapshot: any IndexSnapshot
  let request: SearchRequest
  let query: Query
  let plan: QueryPlan

  /// Where the last page ended; nil for the first page.
  let cursor: SearchCursor?

  /// Identifies the question to cursors.
  let question: UInt32

  /// Finds the words that other plans may stand for.
  let inflections: InflectionFinder

  /// The answer, without the time that it took.
  func answer() throws -> SearchAnswer {
    var weights = try snapshot.weights(of: plan)
    var tally = try snapshot.tally(plan, weights)
    if tally.hardlyTelling > 0, tally.works.allSatisfy({ $0.lines == 0 }) {
      weights.takeAllAsTelling()
      tally = try snapshot.tally(plan, weights)
    }
    let folding = try CopyFolding(tally.matches, request.showsCopies ? nil : snapshot)
    let shown = LineTally(works: folding.shown(tally.works))
    var answer = SearchAnswer(
      begin: try SearchBegin(query, plan, snapshot, inflections),
      cards: [],
      hits: [],
      end: SearchEnd(totals: shown.totals, copies: folding.folded)
    )
    guard request.view != .count else {
      var count = SearchCount(totals: shown.totals, copies: folding.folded)
      count.cuts = cuts
      answer.count = count
      return answer
    }
    let cache = ChapterCache(snapshot, border: plan.border)
    let finder = CardFinder(
      snapshot: snapshot,
      showsCopies: request.showsCopies,
      plan: plan,
      cast: BorderedCast(cache: cache, chapters: plan.chapters),
      telling: telling(weights)
    )
    let (cards, isName) = try finder.cards(for: plan.root)
    if HitCollection.isWanted(by: request) {
      try choose(shown, folding, weights, cache, &answer)
      if cursor == nil { answer.cards = cards }
      return answer
    }
    let ranking = try ranking(weights, folding, isName: isName)
    var pager = HitPager(snapshot, request, plan, weights, question: question, cache: cache)
    try pager.add(closest: ranking.first, after: cursor)
    if request.sort != .relevance || plan.wanted.isEmpty {
      let works = try WorkRanking(snapshot: snapshot, sort: request.sort).sorted(shown.works)
      try pager.add(works, except: Set(ranking.first.map(\.key)), after: cursor)
    }
    answer.hits = pager.hits
    answer.end.cursor = pager.next?.description
    answer.end.works = Self.totals(of: pager.hits, shown, copies: folding.copies)
    answer.end.hardlyTelling = shown.hardlyTelling
    answer.end.cuts = cuts
    answer.end.totals.exact = snapshot.expressionCuts.isEmpty
    if request.sort == .relevance, !plan.wanted.isEmpty, pager.next == nil {
      let lines = shown.works.reduce(0) { $0 + $1.lines }
      answer.end.unranked = max(0, lines - ranking.first.count)
    }
    guard cursor == nil else { return answer }
    answer.cards = cards
    answer.closest = try closest(ranking.intruders, weights, cache)
    let advice = SearchAdvice(
      snapshot: snapshot,
      request: request,
      query: query,
      plan: plan,
      inflections: inflections
    )
    answer.end.elsewhere = try advice.elsewhere(matches: shown.totals.matches)
    if shown.works.isEmpty {
      let names = NameAdvice(snapshot: snapshot, request: request, plan: plan, cache: cache)
      let unknown = try names.unknownNames()
      answer.end.names = try names.names(near: unknown)
      answer.end.narrators = try names.narrators(for: unknown, near: answer.end.names)
      let told = answer.end.names.isEmpty ? [] : unknown
      answer.end.suggestions = try advice.suggestions(besides: told)
    }
    return answer
  }

  /// Puts the hits into an answer that are drawn by lot, or sorted by the words beside them.
  private func choose(
    _ shown: LineTally,
    _ folding: CopyFolding,
    _ weights: LeafWeights,
    _ cache: ChapterCache,
    _ answer: inout SearchAnswer
  ) throws {
    let works = try WorkRanking(snapshot: snapshot, sort: request.sort).sorted(shown.works)
    let (hits, next, left) = try HitCollection(
      snapshot: snapshot,
      request: request,
      plan: plan,
      weights: weights,
      question: question,
      cache: cache
    ).page(of: works, after: cursor)
    answer.hits = hits
    answer.end.cursor = next?.description
    answer.end.works = Self.totals(of: hits, shown, copies: folding.copies)
    answer.end.hardlyTelling = shown.hardlyTelling
    answer.end.unranked = left
    answer.end.cuts = cuts
    answer.end.totals.exact = snapshot.expressionCuts.isEmpty
  }

  /// What was not looked at, for want of time or room: a sentence each.
  private var cuts: [String] { inflections.cuts + snapshot.expressionCutSentences }

  /// The words of the query that bring up cards.
  private func telling(_ weights: LeafWeights) -> Set<Term> {
    var terms: Set<Term> = []
    for (number, leaf) in plan.leaves.enumerated() where weights.telling.contains(number) {
      for phrase in leaf.phrases { terms.formUnion(phrase.terms) }
    }
    return terms
  }

  // MARK: The closest lines

  /// The lines that stand first, and those before them that lack a word and come closer.
  private func ranking(
    _ weights: LeafWeights,
    _ folding: CopyFolding,
    isName: Bool
  ) throws -> (first: [RankedLine], intruders: [RankedLine]) {
    guard !plan.wanted.isEmpty, request.sort == .works || request.sort == .relevance else {
      return ([], [])
    }
    let isFlat = request.sort == .relevance
    let isSeveral = plan.plans.contains { $0.clause.map { $0.wantedLeaves.count > 1 } ?? false }
    guard isFlat || isSeveral && !isName && request.view == .lines else { return ([], []) }
    let limit = min(SearchRequest.maximumLimit, max(1, request.limit))
    let page = isFlat ? min(cursor?.position ?? 0, Int(Int32.max)) + limit + 1 : 0
    let lines = try closest(weights, folding, atLeast: max(Self.mostClosest, page))
    let answering = lines.filter(\.answers)
    let best = answering.first?.score ?? 0
    let closest = max(best, lines.first?.score ?? 0)
    let intruders = Array(
      lines.filter {
        !$0.answers
          && ($0.score > best
            || $0.lacking.count == 1 && plan.wanted.count > 2
              && $0.score >= best * Self.intruderShare)
          && $0.score >= closest * Self.closestShare
      }
      .prefix(answering.isEmpty ? Self.mostClosest : Self.mostClosest / 2)
    )
    if isFlat { return (answering, isSeveral ? intruders : []) }
    let first = answering.prefix(Self.mostClosest).filter { $0.score >= best * Self.closestShare }
    return (Array(first), intruders)
  }

  /// The closest lines but those of copies that are left out, and of these as many that answer as
  /// are asked for, where there are so many.
  private func closest(
    _ weights: LeafWeights,
    _ folding: CopyFolding,
    atLeast count: Int
  ) throws -> [RankedLine] {
    var limit = count
    while true {
      let found = try snapshot.closest(plan, weights, limit: limit)
      let lines = try folding.shown(found)
      if found.count(where: \.answers) < limit || lines.count(where: \.answers) >= count {
        return lines
      }
      limit *= 2
    }
  }

  private func closest(
    _ lines: [RankedLine],
    _ weights: LeafWeights,
    _ cache: ChapterCache
  ) throws -> [Hit] {
    let leaves = plan.leaves
    var pager = HitPager(snapshot, request, plan, weights, question: question, cache: cache)
    try pager.add(closest: lines, after: nil)
    return zip(pager.hits, lines).map { hit, line in
      var hit = hit
      hit.lacking = leaves.indices.filter { line.lacking.contains($0) }
        .map { leaves[$0].text }
      return hit
    }
  }

  /// The totals of the works of `hits`, in the order in which they first appear.
  private static func totals(
    of hits: [Hit],
    _ tally: LineTally,
    copies: [WorkID: Int]
  ) -> [WorkTotals] {
    let byWork = Dictionary(tally.works.map { ($0.work, $0) }, uniquingKeysWith: { one, _ in one })
    var seen: Set<String> = []
    return hits.map(\.work.id).filter { seen.insert($0).inserted }.compactMap { id in
      guard let work = WorkID(id), let own = byWork[work] else { return nil }
      return WorkTotals(
        id: id,
        scenes: own.scenes,
        matches: own.matches,
        copies: copies[work] ?? 0
      )
    }
  }
}
