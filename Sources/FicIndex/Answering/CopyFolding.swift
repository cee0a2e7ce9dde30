import FicModel

/// Leaves out what is found in copies of works that answer themselves.
///
/// A copy whose holder has no match stays: no line is hidden behind a work that does not answer.
struct CopyFolding {
  /// The units of works that are shown.
  private(set) var units: [FoundUnit]

  /// What is left out; nil for nothing.
  private(set) var folded: FoldedCopies?

  /// For each work that is shown, how many copies of it are left out.
  private(set) var copies: [WorkID: Int] = [:]

  /// Folds found units.
  ///
  /// - Parameters:
  ///   - units: What was found.
  ///   - holders: For each copy, the work that is shown in its place; empty to fold nothing.
  init(_ units: [FoundUnit], _ holders: [WorkID: WorkID]) {
    self.units = units
    guard !holders.isEmpty else { return }
    let works = Set(units.map(\.key.chapter.work))
    var left: Set<WorkID> = []
    for work in works {
      guard let holder = holders[work], works.contains(holder) else { continue }
      left.insert(work)
      copies[holder, default: 0] += 1
    }
    guard !left.isEmpty else { return }
    var matches = 0
    self.units = units.filter { unit in
      guard left.contains(unit.key.chapter.work) else { return true }
      matches += unit.matches
      return false
    }
    folded = FoldedCopies(works: left.count, matches: matches)
  }
}
