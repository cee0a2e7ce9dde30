import FicModel

/// Leaves out what is found in copies of works that answer themselves.
///
/// A copy whose holder has no match stays: no line is hidden behind a work that does not answer.
struct CopyFolding {
  /// The works that are left out.
  private(set) var left: Set<WorkID> = []

  /// For each work that is shown, how many copies of it are left out.
  private(set) var copies: [WorkID: Int] = [:]

  /// What is left out; nil for nothing.
  private(set) var folded: FoldedCopies?

  /// Folds works.
  ///
  /// - Parameters:
  ///   - matches: The works that answer, and how many matches each has.
  ///   - holders: For each copy, the work that is shown in its place; empty to fold nothing.
  init(_ matches: [WorkID: Int], _ holders: [WorkID: WorkID]) {
    guard !holders.isEmpty else { return }
    var leftMatches = 0
    for (work, own) in matches {
      guard let holder = holders[work], matches[holder] != nil else { continue }
      left.insert(work)
      copies[holder, default: 0] += 1
      leftMatches += own
    }
    if !left.isEmpty { folded = FoldedCopies(works: left.count, matches: leftMatches) }
  }

  /// Folds works of which only the names are known.
  init(_ works: [WorkID], _ holders: [WorkID: WorkID]) {
    var matches: [WorkID: Int] = [:]
    if !holders.isEmpty { for work in works { matches[work] = 0 } }
    self.init(matches, holders)
  }

  /// Folds found units.
  init(_ units: [FoundUnit], _ holders: [WorkID: WorkID]) {
    var matches: [WorkID: Int] = [:]
    if !holders.isEmpty {
      for unit in units { matches[unit.key.chapter.work, default: 0] += unit.matches }
    }
    self.init(matches, holders)
  }

  /// Folds what the index has added up.
  init(_ tally: UnitTally, _ holders: [WorkID: WorkID]) {
    var matches: [WorkID: Int] = [:]
    if !holders.isEmpty { for work in tally.works { matches[work.work] = work.matches } }
    self.init(matches, holders)
  }

  /// The units that are shown.
  func shown(_ units: [FoundUnit]) -> [FoundUnit] {
    left.isEmpty ? units : units.filter { !left.contains($0.key.chapter.work) }
  }

  /// The best units that are shown.
  func shown(_ units: [UnitTally.ScoredUnit]) -> [UnitTally.ScoredUnit] {
    left.isEmpty ? units : units.filter { !left.contains($0.key.chapter.work) }
  }

  /// The works that are shown.
  func shown(_ works: [WorkTally]) -> [WorkTally] {
    left.isEmpty ? works : works.filter { !left.contains($0.work) }
  }
}
