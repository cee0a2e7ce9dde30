package import FicIndex
package import FicModel

/// The plain meaning of a query: every line is read, every stretch is judged.
extension MemorySnapshot {
  /// A line that satisfies a query: how often it holds each leaf; none where it stands for its
  /// stretch or turn.
  struct Match {
    var item: ScannedChapter.Item
    var counts: [Int: Int]
  }

  /// The twin tries every expression on every line.
  package var expressionCuts: Set<ExpressionCut> { [] }

  package func weights(of plan: QueryPlan) throws -> LeafWeights {
    let leaves = plan.leaves
    guard !leaves.isEmpty else { return LeafWeights([], lines: 1) { _ in 0 } }
    let lines = scanned.flatMap(\.items)
    return LeafWeights(leaves, lines: lines.count) { phrase in
      var held: [Term: Int] = [:]
      for item in lines {
        for word in Set(item.reading.words) where phrase.matches([word], at: 0) {
          held[word, default: 0] += 1
        }
      }
      return min(held.values.reduce(0, +), lines.count)
    }
  }

  package func tally(_ plan: QueryPlan, _ weights: LeafWeights) throws -> LineTally {
    let byWork = Dictionary(grouping: try matches(plan), by: \.item.key.chapter.work)
    return LineTally(
      works: byWork.keys.sorted().map { work in
        let matches = byWork[work] ?? []
        var tally = WorkTally(work: work)
        for match in matches {
          if tells(match, weights) { tally.lines += 1 } else { tally.hardlyTelling += 1 }
          tally.matches += match.counts.isEmpty ? 1 : match.counts.values.reduce(0, +)
          tally.weight += match.counts.reduce(0.0) { $0 + weights[$1.key] * Double($1.value) }
        }
        tally.chapters = Set(matches.map(\.item.key.chapter)).count
        let story = matches.filter { $0.item.line.zone == .story }
        tally.scenes =
          Set(story.map { [$0.item.key.chapter.chapter, $0.item.line.stretch] }).count
        return tally
      }
    )
  }

  package func lines(
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    of work: WorkID,
    after line: LineKey?,
    limit: Int
  ) throws -> [MatchedLine] {
    let found = try matches(plan).filter { match in
      match.item.key.chapter.work == work && tells(match, weights)
        && line.map { $0 < match.item.key } ?? true
    }
    return found.sorted { $0.item.key < $1.item.key }.prefix(max(0, limit)).map { match in
      var leaves = LeafSet()
      for leaf in match.counts.keys { leaves.insert(leaf) }
      return MatchedLine(
        key: match.item.key,
        leaves: leaves,
        matches: match.counts.isEmpty ? 1 : match.counts.values.reduce(0, +),
        stretch: match.item.line.stretch,
        zone: match.item.line.zone
      )
    }
  }

  private func tells(_ match: Match, _ weights: LeafWeights) -> Bool {
    match.counts.isEmpty || match.counts.keys.contains(where: weights.telling.contains)
  }

  // MARK: Scanning

  /// The chapters that a plan looks into.
  func chapters(of plan: LinePlan) -> [ScannedChapter] {
    let works = plan.condition.map { contents.works(matching: $0) }
    return scanned.filter { chapter in
      guard let key = chapter.items.first?.key.chapter else { return false }
      return works?.contains(key.work) ?? true && plan.works?.contains(key.work) ?? true
        && plan.chapters?.contains(key.chapter) ?? true
        && plan.printed.allSatisfy {
          $0.suits(contents.chapters[key]?.chapter.title.number)
        }
    }
  }

  /// The lines that satisfy one alternative or more.
  func matches(_ plan: QueryPlan) throws -> [Match] {
    var found: [LineKey: Match] = [:]
    let leaves = plan.leaves
    for alternative in plan.plans {
      for chapter in chapters(of: alternative) {
        try check()
        let judge = StretchJudge(alternative, leaves: leaves, in: chapter)
        for match in judge.matches() {
          found[match.item.key, default: match].counts
            .merge(match.counts, uniquingKeysWith: max)
        }
      }
    }
    return found.values.sorted { $0.item.key < $1.item.key }
  }
}
