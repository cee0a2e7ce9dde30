package import FicModel
import FicQuery

extension MemoryIndex: SearchIndex {
  package var capabilities: IndexCapabilities {
    IndexCapabilities(name: "memory", near: true, exactTotals: true, suggestions: true)
  }

  package func version(deadline: Deadline) async throws -> IndexVersion {
    IndexVersion(generation: snapshot.generation)
  }

  package func statistics(deadline: Deadline) async throws -> IndexStatistics {
    let contents = snapshot
    var units: [IndexUnit.Kind: Int] = [:]
    var words: [IndexUnit.Kind: Int] = [:]
    for chapter in contents.chapters.values {
      for kind in IndexUnit.Kind.allCases {
        units[kind, default: 0] += chapter.units(kind).count
        words[kind, default: 0] += chapter.units(kind).reduce(0) { $0 + $1.words }
      }
    }
    return IndexStatistics(
      generation: contents.generation,
      counts: contents.counts,
      units: units,
      unitWords: words,
      failedFiles: contents.files.values.count { $0.problem != nil }
    )
  }

  package func candidates(
    for plan: CandidatePlan,
    deadline: Deadline
  ) async throws -> CandidateList {
    let matcher = plan.clause.map(ClauseMatcher.init)
    let sceneMatcher = plan.sceneClause.map(ClauseMatcher.init)
    let contents = snapshot
    let works = plan.condition.map { contents.works(matching: $0) }
    var list = CandidateList(leaves: plan.clause?.countedLeaves.count ?? 0)
    for records in contents.chapters.values.sorted(by: { $0.key < $1.key })
    where plan.covers(records.key) && works?.contains(records.key.work) ?? true {
      try check(deadline)
      let reading = UnitReading(records: records, kind: plan.unit)
      let scenes = UnitReading(records: records, kind: .scene)
      for (index, unit) in records.units(plan.unit).enumerated()
      where plan.admits(index, of: records) {
        if let sceneMatcher, scenes.matches(of: sceneMatcher, at: unit.scene) == nil { continue }
        var frequencies: [UInt16] = []
        if let matcher {
          guard let leaves = reading.matches(of: matcher, at: index) else { continue }
          frequencies = leaves.map { UInt16(clamping: $0.frequency) }
        }
        list.keys.append(UnitKey(chapter: records.key, ordinal: index))
        list.lengths.append(UInt16(clamping: unit.words))
        list.scenes.append(Int32(clamping: records.scene(of: unit, kind: plan.unit)))
        if plan.unit == .matter {
          list.zones.append(records.chapter.zone(at: unit.span.start)?.kind ?? .story)
        }
        list.frequencies += frequencies
      }
    }
    return list
  }

  package func tally(
    _ plan: CandidatePlan,
    best: Int,
    deadline: Deadline
  ) async throws -> UnitTally {
    let list = try await candidates(for: plan, deadline: deadline)
    let statistics = try await statistics(deadline: deadline)
    let leaves = plan.clause?.countedLeaves ?? []
    let weighed = BM25.weighedLeaves(leaves).map { leaves[$0] }
    let ranking = BM25(
      leaves: leaves,
      frequencies: try await unitFrequencies(of: weighed, in: plan.unit, deadline: deadline),
      units: statistics.units[plan.unit] ?? 0,
      words: statistics.unitWords[plan.unit] ?? 0
    )
    return UnitTally(list, leaves: leaves, ranking: ranking, best: best)
  }

  package func unitFrequencies(
    of clauses: [TermClause],
    in unit: IndexUnit.Kind,
    deadline: Deadline
  ) async throws -> [Int] {
    var result: [Int] = []
    for clause in clauses {
      let plan = CandidatePlan(unit: unit, clause: clause)
      result.append(try await candidates(for: plan, deadline: deadline).count)
    }
    return result
  }

  package func chapters(
    _ keys: [ChapterKey],
    deadline: Deadline
  ) async throws -> [StoredChapter] {
    let contents = snapshot
    return keys.compactMap { contents.chapters[$0] }.map { records in
      StoredChapter(
        key: records.key,
        chapter: records.chapter,
        path: records.path,
        scenes: records.scenes,
        utterances: records.utterances,
        utteranceIndexes: records.utteranceIndexes,
        matter: records.matter,
        cast: contents.works[records.key.work]?.cast ?? [],
        removal: contents.removals[records.key]
      )
    }
  }

  package func works(_ ids: [WorkID], deadline: Deadline) async throws -> [StoredWork] {
    let contents = snapshot
    return ids.compactMap(contents.storedWork)
  }

  package func works(
    matching condition: WorkCondition?,
    limit: Int,
    deadline: Deadline
  ) async throws -> [StoredWork] {
    let contents = snapshot
    let ids = contents.works(matching: condition).sorted()
    return ids.prefix(max(0, limit)).compactMap(contents.storedWork)
  }

  package func shelf(
    matching condition: WorkCondition?,
    among ids: [WorkID]?,
    deadline: Deadline
  ) async throws -> [ShelvedWork] {
    let contents = snapshot
    let asked = ids.map(Set.init)
    return contents.works(matching: condition)
      .filter { asked?.contains($0) ?? true }.sorted()
      .compactMap { contents.works[$0] }
      .map { ShelvedWork($0, counted: contents.counted(of: $0.id)) }
  }

  package func copies(deadline: Deadline) async throws -> [WorkID: WorkID] { snapshot.copies }

  package func changes(
    since: ChangesSince,
    limit: Int,
    deadline: Deadline
  ) async throws -> [ArchiveChange] {
    let changes = snapshot.changes
    let last = changes.last?.run
    let wanted = changes.filter { entry in
      switch since {
      case .lastRun: entry.run == last
      case .moment(let time): entry.change.time >= time
      }
    }
    return wanted.reversed().prefix(max(0, limit)).map(\.change)
  }

  package func fileProblems(limit: Int, deadline: Deadline) async throws -> [FileProblem] {
    let problems = snapshot.files.values.compactMap(\.problem)
    return Array(problems.sorted { $0.path < $1.path }.prefix(max(0, limit)))
  }

  private func check(_ deadline: Deadline) throws {
    try Task.checkCancellation()
    guard deadline.hasPassed else { return }
    throw IndexError(
      code: .deadlineExceeded,
      operation: "search the index",
      path: "memory",
      cause: "out of time"
    )
  }
}

extension CandidatePlan {
  /// Whether it looks into a chapter.
  fileprivate func covers(_ key: ChapterKey) -> Bool {
    if let works, !works.contains(key.work) { return false }
    if excludedWorks.contains(key.work) { return false }
    return chapters?.contains(key.chapter) ?? true
  }

  /// Whether it looks into the unit at `index`, whatever that holds.
  fileprivate func admits(_ index: Int, of records: ChapterRecords) -> Bool {
    switch unit {
    case .scene:
      return true
    case .utterance:
      guard let utterance = records.utterance(of: index) else { return false }
      if let utteranceKinds, !utteranceKinds.contains(utterance.kind) { return false }
      return utterance.attribution.confidence >= minimumConfidence
    case .matter:
      guard let zones else { return true }
      let start = records.matter[index].span.start
      return records.chapter.zone(at: start).map { zones.contains($0.kind) } ?? false
    }
  }
}

extension ChapterRecords {
  /// The index in the chapter of the scene that a unit lies in; -1 for none.
  fileprivate func scene(of unit: IndexUnit, kind: IndexUnit.Kind) -> Int {
    switch kind {
    case .scene: unit.scene
    case .utterance: scenes.indices.contains(unit.scene) ? scenes[unit.scene].scene : -1
    case .matter: -1
    }
  }
}

extension [Term] {
  /// Whether the terms of `phrase` stand here one after the other.
  func holds(_ phrase: [Term], isPrefix: Bool = false) -> Bool {
    guard !phrase.isEmpty, count >= phrase.count else { return false }
    return (0...count - phrase.count).contains { start in
      phrase.indices.allSatisfy { index in
        let term = self[start + index]
        if isPrefix, index == phrase.count - 1 {
          return term.bytes.starts(with: phrase[index].bytes)
        }
        return term == phrase[index]
      }
    }
  }
}
