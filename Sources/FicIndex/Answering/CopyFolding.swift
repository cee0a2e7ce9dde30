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

  /// What knows the copies; nil where nothing is folded.
  private let snapshot: (any IndexSnapshot)?

  /// Folds works.
  ///
  /// - Parameters:
  ///   - works: The works that answer, and how many matches each has.
  ///   - snapshot: What knows the copies; nil to fold nothing.
  /// - Throws: `IndexError`.
  init(_ works: [(WorkID, Int)], _ snapshot: (any IndexSnapshot)?) throws {
    self.snapshot = snapshot
    let holders = try snapshot?.holders(of: works.map(\.0)) ?? [:]
    guard !holders.isEmpty else { return }
    let matches = Dictionary(works, uniquingKeysWith: +)
    var leftMatches = 0
    for (work, holder) in holders where matches[holder] != nil {
      left.insert(work)
      copies[holder, default: 0] += 1
      leftMatches += matches[work] ?? 0
    }
    if !left.isEmpty { folded = FoldedCopies(works: left.count, matches: leftMatches) }
  }

  /// The works that are shown.
  func shown(_ works: [WorkTally]) -> [WorkTally] {
    left.isEmpty ? works : works.filter { !left.contains($0.work) }
  }

  /// The lines that are shown: of those that only come close none of a copy whose holder has some
  /// too.
  func shown(_ lines: [RankedLine]) throws -> [RankedLine] {
    let close = try CopyFolding(lines.map { ($0.key.chapter.work, 0) }, snapshot)
    return lines.filter { line in
      let work = line.key.chapter.work
      return !left.contains(work) && (line.answers || !close.left.contains(work))
    }
  }
}
