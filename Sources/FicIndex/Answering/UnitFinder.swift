import FicModel

/// Finds and scores the units that a plan asks for.
struct UnitFinder {
  let index: any SearchIndex
  let statistics: IndexStatistics
  let deadline: Deadline

  /// The units of a plan in reading order, and whether that is all of them with exact figures.
  func units(
    of plan: SearchPlan,
    number: Int
  ) async throws -> (units: [FoundUnit], isExact: Bool) {
    let candidates = plan.candidates
    let list = try await index.candidates(for: candidates, deadline: deadline)
    guard list.count > 0 else { return ([], list.isComplete) }
    let unwanted = try await unwantedUnits(of: plan, candidates)
    let leaves = candidates.clause?.countedLeaves ?? []
    let ranking = try await ranking(of: leaves, in: candidates.unit)
    let places = Self.firstPlaces(of: leaves)
    let counts = leaves.contains { $0.column == .text }
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
          matches: counts ? Self.matches(frequencies, places: places) : 1,
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

  /// The ranking by the leaves that look into the text.
  private func ranking(
    of leaves: [TermClause],
    in unit: IndexUnit.Kind
  ) async throws -> BM25 {
    let places = Self.firstPlaces(of: leaves)
    let counted = leaves.indices.filter { places[$0] == $0 }
    let frequencies = try await index.unitFrequencies(
      of: counted.map { leaves[$0] },
      in: unit,
      deadline: deadline
    )
    var weights = [Int?](repeating: nil, count: leaves.count)
    for (place, frequency) in zip(counted, frequencies) { weights[place] = frequency }
    return BM25(
      units: statistics.units[unit] ?? 0,
      words: statistics.unitWords[unit] ?? 0,
      frequencies: weights
    )
  }

  /// For each leaf over the text, the index of the first one that is equal; nil for other leaves.
  private static func firstPlaces(of leaves: [TermClause]) -> [Int?] {
    leaves.map { $0.column == .text ? leaves.firstIndex(of: $0) : nil }
  }

  /// The sum of the frequencies, equal leaves counted once: a branch that is not satisfied says 0
  /// for a leaf that another branch counts.
  private static func matches(_ frequencies: ArraySlice<UInt16>, places: [Int?]) -> Int {
    var sum = 0
    for (index, frequency) in frequencies.enumerated() {
      guard let first = places[index] else { continue }
      if first == index { sum += Int(frequency) }
      if first != index, frequencies[frequencies.startIndex + first] == 0 { sum += Int(frequency) }
    }
    return sum
  }
}
