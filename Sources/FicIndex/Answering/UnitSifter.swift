import FicModel

/// Reads the text of found units to tell which count: where matches in some utterances do not, or
/// where two alternatives may have found the same place.
struct UnitSifter {
  let plans: [SearchPlan]
  let matchers: [ClauseMatcher?]

  /// When to stop reading, so that there is time left to answer with what was found.
  let deadline: Deadline

  /// The units that count, with the number of places that no unit before has, and whether all were
  /// read.
  func sifted(
    _ units: [FoundUnit],
    chapters cache: inout ChapterCache
  ) async throws -> (units: [FoundUnit], isComplete: Bool) {
    let byChapter = Dictionary(grouping: units, by: \.key.chapter)
    let keys = byChapter.keys.sorted()
    var result: [FoundUnit] = []
    var start = 0
    while start < keys.count {
      guard !deadline.hasPassed else { return (result, false) }
      let batch = Array(keys[start..<min(start + ChapterCache.batch, keys.count)])
      let chapters = try await cache.chapters(batch)
      for key in batch {
        guard let records = chapters[key] else { continue }
        result += sifted(byChapter[key] ?? [], of: records)
      }
      start += batch.count
    }
    return (result, true)
  }

  private func sifted(_ units: [FoundUnit], of records: ChapterRecords) -> [FoundUnit] {
    let reader = ChapterReader(records, plans: plans, matchers: matchers)
    var seen: Set<[TextSpan]> = []
    return units.compactMap { unit in
      let lines = reader.foundLines(of: unit)
      guard !lines.isEmpty else { return nil }
      var unit = unit
      unit.matches = lines.reduce(0) { count, line in
        let places = line.occurrences.isEmpty ? [[line.span]] : line.occurrences
        return count + places.count { seen.insert($0).inserted }
      }
      return unit
    }
  }
}
