package import FicIndex
import FicModel

extension MemorySnapshot {
  package func closest(
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    limit: Int
  ) throws -> [RankedLine] {
    var best: [LineKey: RankedLine] = [:]
    var answering: Set<LineKey> = []
    let leaves = plan.leaves
    for alternative in plan.plans {
      let numbers = (alternative.clause?.wantedLeaves ?? []).compactMap {
        leaves.firstIndex(of: $0)
      }
      guard !numbers.isEmpty else { continue }
      var found: [RankedLine] = []
      for chapter in chapters(of: alternative) {
        try check()
        let judge = StretchJudge(alternative, leaves: leaves, in: chapter)
        found += judge.ranked(numbers, finding: plan.finding(numbers), leaves, weights, chapter)
      }
      found.sort { $0.precedes($1) }
      answering.formUnion(found.filter(\.answers).map(\.key))
      for line in found.filter(\.answers).prefix(limit)
        + found.filter({ !$0.answers }).prefix(limit)
      {
        if best[line.key].map(line.precedes) ?? true { best[line.key] = line }
      }
    }
    return best.values.sorted { $0.precedes($1) }.map { line in
      var line = line
      line.answers = answering.contains(line.key)
      return line
    }
  }
}

extension StretchJudge {
  /// The lines of a chapter that hold some leaf, with how close they come.
  func ranked(
    _ numbers: [Int],
    finding: [Int],
    _ leaves: [TermClause],
    _ weights: LeafWeights,
    _ chapter: ScannedChapter
  ) -> [RankedLine] {
    var ranked: [RankedLine] = []
    for place in places where suits(place) && !holdsUnwanted(place) {
      let counts = counts(in: place)
      let present = present(counts)
      for (index, item) in place.enumerated() where isPossible(item) && !isExcluded(item) {
        let own = counts[index].filter { finding.contains($0.key) }
        guard !own.isEmpty, relaxedHolds(present) else { continue }
        ranked.append(
          RankedLine(
            key: item.key,
            score: features(item, numbers, leaves, weights, chapter) { other in
              place.firstIndex { $0.key == other.key }.map { counts[$0] }
                ?? self.counts(in: [other])[0]
            }.score,
            answers: answers(present),
            lacking: lacking(present)
          )
        )
      }
    }
    return ranked
  }

  private func features(
    _ item: Item,
    _ numbers: [Int],
    _ leaves: [TermClause],
    _ weights: LeafWeights,
    _ chapter: ScannedChapter,
    counts: (Item) -> [Int: Int]
  ) -> LineFeatures {
    let own = counts(item)
    let beside = beside(item, chapter).map(counts)
    return LineFeatures(
      words: item.reading.words.count,
      leaves: numbers.map { number in
        let leaf = leaves[number]
        var result = LineFeatures.Leaf(
          weight: weights[number],
          length: leaf.phrases.first?.terms.count ?? 1
        )
        result.frequency = own[number] ?? 0
        result.frequencyBeside = beside.map { $0[number] ?? 0 }.max() ?? 0
        if result.frequency > 0, numbers.count > 1 {
          result.positions = positions(of: leaf, in: item)
        }
        if numbers.count > 1, case .phrase(let phrase) = leaf, phrase.pattern == nil {
          result.isSpeaker =
            item.people.speaker.map {
              chapter.isNamed($0, phrase.asWritten, upTo: plan.border)
            } ?? false
        }
        if result.frequency > 0, case .phrase(let phrase) = leaf, !phrase.forms.isEmpty {
          result.isOtherForm = !item.reading.words.contains(phrase.terms[0])
        }
        return result
      }
    )
  }

  /// The nearest lines before and behind that are looked into, of the same stretch.
  private func beside(_ item: Item, _ chapter: ScannedChapter) -> [Item] {
    let place = item.key.line
    func isBeside(_ other: Int) -> Bool {
      chapter.items.indices.contains(other)
        && chapter.items[other].line.stretch == item.line.stretch
        && isLookedInto(chapter.items[other])
    }
    return [
      (place - 3..<place).reversed().first(where: isBeside),
      (place + 1...place + 3).first(where: isBeside),
    ]
    .compactMap { $0.map { chapter.items[$0] } }
  }
}
