import FicModel

/// Finds the words that stand beside what a query finds.
struct CollocateMaker {
  /// Of so many words, the most frequent beside the matches, it is looked how frequent they are.
  private static let mostWords = 1000

  let snapshot: any IndexSnapshot
  let plan: QueryPlan
  let showsCopies: Bool

  /// How many words on either side, in the same line, stand beside a match.
  let window: Int

  /// What stands there less often is left out.
  let minimum: Int

  /// The words, the surest first.
  ///
  /// - Throws: `IndexError`.
  func collocates() throws -> [Collocate] {
    let found = try MatchedWorks(snapshot, plan, showsCopies: showsCopies)
    let (beside, places) = try wordsBeside(found)
    let works = Set(found.works.map(\.work))
    let candidates = beside.filter { $0.value >= minimum }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostWords)
    var all = 0
    var copies: Set<WorkID> = []
    if !showsCopies {
      var looked: Set<WorkID> = []
      try snapshot.forEachPart(of: plan.ground) { looked.insert($0.chapter.work) }
      copies = try CopyFolding(looked.sorted().map { ($0, 0) }, snapshot).left.subtracting(works)
    }
    try snapshot.forEachPart(of: plan.ground) { part in
      if !copies.contains(part.chapter.work) { all += part.words }
    }
    return try candidates.map { term, count in
      let total = max(count, try self.total(of: term, except: copies))
      return Collocate(
        word: term.description,
        beside: count,
        total: total,
        logLikelihood: Self.logLikelihood(count, of: total, places, all)
      )
    }.sorted { ($1.logLikelihood, $0.word) < ($0.logLikelihood, $1.word) }
  }

  /// How often each word stands beside a match, and how many places there are.
  private func wordsBeside(_ found: MatchedWorks) throws -> (counts: [Term: Int], places: Int) {
    let cache = ChapterCache(snapshot, border: plan.border)
    let matcher = LineMatcher(plan)
    var counts: [Term: Int] = [:]
    var places = 0
    for work in found.works {
      for match in try found.lines(of: work.work) {
        guard let entry = try cache.chapter(match.key.chapter),
          entry.lines.lines.indices.contains(match.key.line)
        else { continue }
        let line = entry.lines.lines[match.key.line]
        let reading = LineReading(line, of: entry.records.chapter)
        let ranges = matcher.ranges(of: match.leaves, in: reading)
        let own = Set(ranges.flatMap { $0 })
        var near: Set<Int> = []
        for range in ranges {
          let first = max(0, range.lowerBound - window)
          let end = min(reading.words.count, range.upperBound + window)
          near.formUnion(first..<end)
        }
        for place in near.subtracting(own) {
          counts[reading.words[place], default: 0] += 1
          places += 1
        }
      }
    }
    return (counts, places)
  }

  /// How often a word stands in all that is looked into.
  private func total(of term: Term, except copies: Set<WorkID>) throws -> Int {
    var plan = plan.ground
    for index in plan.plans.indices { plan.plans[index].clause = .phrase(TermPhrase([term])) }
    let weights = try snapshot.weights(of: plan)
    return try snapshot.tally(plan, weights).works
      .reduce(0) { $0 + (copies.contains($1.work) ? 0 : $1.matches) }
  }

  /// Dunning's statistic of a word: beside matches against elsewhere, negative where it is rarer
  /// there (Accurate methods for the statistics of surprise and coincidence, Computational
  /// Linguistics 19:1, 1993).
  static func logLikelihood(_ beside: Int, of total: Int, _ places: Int, _ words: Int) -> Double {
    let elsewhere = max(0, words - places)
    let cells = [
      (Double(beside), Double(total) * Double(places)),
      (Double(max(0, total - beside)), Double(total) * Double(elsewhere)),
      (Double(max(0, places - beside)), Double(max(0, words - total)) * Double(places)),
      (
        Double(max(0, elsewhere - (total - beside))),
        Double(max(0, words - total)) * Double(elsewhere)
      ),
    ]
    let sum = cells.reduce(0.0) { sum, cell in
      let expected = cell.1 / Double(max(1, words))
      return cell.0 > 0 && expected > 0 ? sum + cell.0 * logarithm(of: cell.0 / expected) : sum
    }
    let isRarer = Double(beside) * Double(words) < Double(total) * Double(places)
    return ((isRarer ? -2 : 2) * sum * 100).rounded() / 100
  }

  private static func logarithm(of value: Double) -> Double {
    value < 1 ? -BM25.log1p(1 / value - 1) : BM25.log1p(value - 1)
  }
}
