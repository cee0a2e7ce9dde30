import FicModel

/// Reads in a chapter what its units hold of a query's plans.
struct ChapterReader {
  /// The chapter with the cast of its work.
  let records: ChapterRecords

  /// The lines of the chapter.
  let lines: ChapterLines

  private let plans: [SearchPlan]
  private let matchers: [ClauseMatcher?]
  private let excluded: [[TextSpan]]

  /// Prepares a chapter for the plans of a query; `matchers` are those of the plans' clauses.
  init(_ records: ChapterRecords, plans: [SearchPlan], matchers: [ClauseMatcher?]) {
    self.records = records
    self.plans = plans
    self.matchers = matchers
    lines = ChapterLines(records.chapter)
    excluded = plans.map { Self.excludedSpans(of: $0, in: records) }
  }

  /// The lines of a unit that answer; empty where it does not, after all.
  func foundLines(of unit: FoundUnit) -> [FoundLine] {
    guard plans.indices.contains(unit.plan),
      records.units(unit.kind).indices.contains(unit.key.ordinal)
    else { return [] }
    guard let occurrences = occurrences(in: unit) else { return [] }
    if occurrences.isEmpty { return unitLine(unit) }
    return grouped(occurrences, unit: unit)
  }

  /// The occurrences of the words that were asked for, ascending and different; none where no word
  /// was asked for; nil where the unit does not answer.
  func occurrences(in unit: FoundUnit) -> [[TextSpan]]? {
    guard let matcher = matchers[unit.plan] else { return [] }
    let excluded = excluded[unit.plan]
    let reading = UnitReading(records: records, kind: unit.kind)
    let leaves = reading.matches(of: matcher, at: unit.key.ordinal) { spans in
      spans.contains { Self.overlaps(excluded, $0) }
    }
    guard let leaves else { return nil }
    var seen: Set<[TextSpan]> = []
    return leaves.filter { $0.column == .text }.flatMap(\.occurrences)
      .filter { !$0.isEmpty && seen.insert($0).inserted }
      .sorted { ($0[0], $0[$0.count - 1]) < ($1[0], $1[$1.count - 1]) }
  }

  /// The line that stands for a unit in which no word was asked for: an utterance's own, a scene's
  /// first.
  private func unitLine(_ unit: FoundUnit) -> [FoundLine] {
    let span = records.units(unit.kind)[unit.key.ordinal].span
    guard let index = lines.index(at: span.start) else { return [] }
    let line = lines.spans[index].intersection(unit.kind == .utterance ? lines.spans[index] : span)
    var occurrences: [[TextSpan]] = []
    if unit.kind == .utterance, let utterance = records.utterance(of: unit.key.ordinal) {
      occurrences = [utterance.indexedSpans.filter { !$0.isEmpty }].filter { !$0.isEmpty }
    }
    return [FoundLine(span: line.isEmpty ? span : line, occurrences: occurrences, unit: unit)]
  }

  private func grouped(_ occurrences: [[TextSpan]], unit: FoundUnit) -> [FoundLine] {
    let bounds = records.units(unit.kind)[unit.key.ordinal].span
    var found: [FoundLine] = []
    for occurrence in occurrences {
      let place = occurrence[0].start
      if let last = found.indices.last, found[last].span.contains(place) {
        found[last].occurrences.append(occurrence)
        continue
      }
      var line = occurrence[0]
      if let index = lines.index(at: place), lines.spans[index].contains(place) {
        line = lines.spans[index]
        // A paragraph that is cut into several units is a line for each of them.
        if unit.kind != .utterance { line = line.intersection(bounds) }
      }
      found.append(FoundLine(span: line, occurrences: [occurrence], unit: unit))
    }
    return found
  }

  private static func excludedSpans(
    of plan: SearchPlan,
    in records: ChapterRecords
  ) -> [TextSpan] {
    guard !plan.exclusions.isEmpty else { return [] }
    let matchers = plan.exclusions.map { $0.clause.map(ClauseMatcher.init) }
    let reading = UnitReading(records: records, kind: .utterance)
    var spans: [TextSpan] = []
    for index in records.utterances.indices {
      guard let utterance = records.utterance(of: index) else { continue }
      let isExcluded = zip(plan.exclusions, matchers).contains { exclusion, matcher in
        if let kinds = exclusion.kinds, !kinds.contains(utterance.kind) { return false }
        return matcher.map { reading.matches(of: $0, at: index) != nil } ?? true
      }
      if isExcluded { spans += utterance.quotations.map(\.span) }
    }
    return spans.sorted()
  }

  /// Whether one of `spans`, ascending and disjoint, shares a byte with `span`.
  private static func overlaps(_ spans: [TextSpan], _ span: TextSpan) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].overlaps(span)
  }
}
