package import FicIndex
package import FicModel

/// What a query looks into: every line of the right chapters is judged.
extension MemorySnapshot {
  package func forEachPart(of plan: QueryPlan, _ body: (TextPart) -> Void) throws {
    var parts: [[Int]: TextPart] = [:]
    for (item, words) in try ground(plan) {
      let zone = ZoneKind.allCases.firstIndex(of: item.line.zone) ?? 0
      let chapter = item.key.chapter
      let key = [
        Int(truncatingIfNeeded: chapter.work.rawValue), chapter.chapter, item.line.stretch, zone,
      ]
      parts[
        key,
        default: TextPart(
          chapter: chapter,
          stretch: item.line.stretch,
          zone: item.line.zone,
          words: 0
        )
      ].words += words
    }
    parts.values.forEach(body)
  }

  package func spokenWords(
    _ plan: QueryPlan,
    by role: SpeechRole,
    in work: WorkID,
    confidence: Double
  ) throws -> [CastID: Int] {
    var spoken: [CastID: Int] = [:]
    for (item, words) in try ground(plan.narrowed(to: [work]))
    where item.key.chapter.work == work && item.line.zone == .story
      && item.people.confidenceStep >= LinePeople.step(confidence)
    {
      let members =
        role == .speaker ? [item.people.speaker].compactMap(\.self) : item.people.addressees
      for member in members { spoken[member, default: 0] += words }
    }
    return spoken
  }

  /// The lines that a query looks into, each with the most of its words that an alternative does.
  private func ground(_ plan: QueryPlan) throws -> [(item: ScannedChapter.Item, words: Int)] {
    var found: [LineKey: (item: ScannedChapter.Item, words: Int)] = [:]
    for alternative in plan.plans {
      for chapter in chapters(of: alternative) {
        try check()
        let judge = StretchJudge(alternative, leaves: [], in: chapter)
        for (item, words) in judge.ground() where words > found[item.key]?.words ?? 0 {
          found[item.key] = (item, words)
        }
      }
    }
    return found.values.sorted { $0.item.key < $1.item.key }
  }
}
