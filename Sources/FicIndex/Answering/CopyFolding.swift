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

  private let holders: [WorkID: WorkID]

  /// Folds works.
  ///
  /// - Parameters:
  ///   - matches: The works that answer, and how many matches each has.
  ///   - holders: For each copy, the work that is shown in its place; empty to fold nothing.
  init(_ matches: [WorkID: Int], _ holders: [WorkID: WorkID]) {
    self.holders = holders
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
    self.init(Dictionary(works.map { ($0, 0) }, uniquingKeysWith: +), holders)
  }

  /// The works that are shown.
  func shown(_ works: [WorkTally]) -> [WorkTally] {
    left.isEmpty ? works : works.filter { !left.contains($0.work) }
  }

  /// The lines that are shown: of those that only come close none of a copy whose holder has some
  /// too.
  func shown(_ lines: [RankedLine]) -> [RankedLine] {
    guard !holders.isEmpty else { return lines }
    let works = Set(lines.map(\.key.chapter.work))
    return lines.filter { line in
      let work = line.key.chapter.work
      guard !line.answers, let holder = holders[work] else { return !left.contains(work) }
      return !left.contains(work) && !works.contains(holder)
    }
  }
}
