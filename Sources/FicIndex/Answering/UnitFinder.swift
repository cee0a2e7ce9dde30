import FicModel

/// Finds and scores the units that a plan asks for.
struct UnitFinder {
  let index: any SearchIndex
  let statistics: IndexStatistics
  let deadline: Deadline

  /// The units of a plan in reading order, and whether that is all of them with exact figures.
  ///
  /// With `works`, only theirs; the plan's filters are known to let them pass. With `chapters`, only
  /// those of them.
  func units(
    of plan: SearchPlan,
    number: Int,
    in works: [WorkID]? = nil,
    chapters: ClosedRange<Int>? = nil
  ) async throws -> (units: [FoundUnit], isExact: Bool) {
    var candidates = plan.candidates
    if let works { candidates.works = works.sorted() }
    if let chapters {
      let own = candidates.chapters ?? chapters
      guard own.overlaps(chapters) else { return ([], true) }
      candidates.chapters = own.clamped(to: chapters)
    }
    let list = try await index.candidates(for: candidates, deadline: deadline)
    guard list.count > 0 else { return ([], list.isComplete) }
    let unwanted = try await unwantedUnits(of: plan, candidates)
    let leaves = candidates.clause?.countedLeaves ?? []
    let ranking = try await ranking(of: leaves, in: candidates.unit)
    let counter = MatchCounter(leaves)
    var isExact = list.isComplete
    var units: [FoundUnit] = []
    units.reserveCapacity(list.count)
    for position in 0..<list.count {
      // Without a clause every unit is listed; one without a word would be an empty line.
      if candidates.clause == nil, list.lengths[position] == 0 { continue }
      if unwanted.contains(list.keys[position]) { continue }
      let frequencies = list.frequencies(at: position)
      units.append(
        FoundUnit(
          plan: number,
          kind: candidates.unit,
          key: list.keys[position],
          score: ranking.score(frequencies, length: Int(list.lengths[position])),
          matches: counter.matches(frequencies),
          scene: Int(list.scenes[position])
        )
      )
      if frequencies.contains(.max) { isExact = false }
    }
    return (units, isExact)
  }

  /// The units that hold what a plan leaves out without saying what it wants.
  private func unwantedUnits(
    of plan: SearchPlan,
    _ candidates: CandidatePlan
  ) async throws -> Set<UnitKey> {
    guard let clause = plan.unwanted else { return [] }
    var candidates = candidates
    candidates.clause = clause
    return Set(try await index.candidates(for: candidates, deadline: deadline).keys)
  }

  /// What a plan finds, added up, and the best units; nil for a plan that cannot be added up without
  /// looking at its units one by one.
  func tally(of plan: SearchPlan, best: Int) async throws -> UnitTally? {
    guard plan.unwanted == nil, plan.exclusions.isEmpty else { return nil }
    return try await index.tally(plan.candidates, best: best, deadline: deadline)
  }

  /// How many matches a plan finds in each work, without ranking them.
  func matches(of plan: SearchPlan) async throws -> [WorkID: Int] {
    var matches: [WorkID: Int] = [:]
    guard plan.unwanted == nil, plan.exclusions.isEmpty, let clause = plan.candidates.clause else {
      for unit in try await units(of: plan, number: 0).units {
        matches[unit.key.chapter.work, default: 0] += unit.matches
      }
      return matches
    }
    if plan.candidates.unit == .scene {
      let tally = try await index.tally(plan.candidates, best: 0, deadline: deadline)
      for work in tally.works { matches[work.work, default: 0] += work.matches }
      return matches
    }
    let list = try await index.candidates(for: plan.candidates, deadline: deadline)
    let counter = MatchCounter(clause.countedLeaves)
    for position in 0..<list.count {
      matches[list.keys[position].chapter.work, default: 0] +=
        counter.matches(list.frequencies(at: position))
    }
    return matches
  }

  /// The ranking by the leaves that look into the text.
  private func ranking(of leaves: [TermClause], in unit: IndexUnit.Kind) async throws -> BM25 {
    let weighed = BM25.weighedLeaves(leaves)
    let frequencies = try await index.unitFrequencies(
      of: weighed.map { leaves[$0] },
      in: unit,
      deadline: deadline
    )
    return BM25(
      leaves: leaves,
      frequencies: frequencies,
      units: statistics.units[unit] ?? 0,
      words: statistics.unitWords[unit] ?? 0
    )
  }
}
