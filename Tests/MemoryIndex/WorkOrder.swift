import FicIndex
import FicModel

/// Sorts works.
struct WorkOrder {
  let sort: WorksSort
  let isReversed: Bool

  /// What decides the lot.
  var seed: UInt64 = 0

  /// How well works answer; 0 where there is none.
  var scores: [WorkID: Double] = [:]

  /// The ids of the works in order; equal ones by title, then by id.
  ///
  /// Complexity: O(n log n).
  func sorted(_ works: [ShelvedWork]) -> [WorkID] {
    works.sorted { left, right in
      if let isBefore = isBefore(left, right) { return isBefore }
      return left.title == right.title ? left.id < right.id : left.title < right.title
    }.map(\.id)
  }

  /// Whether one comes before another by what is sorted by; nil where that makes no difference.
  private func isBefore(_ left: ShelvedWork, _ right: ShelvedWork) -> Bool? {
    switch sort {
    case .relevance: return isMore(scores[left.id] ?? 0, scores[right.id] ?? 0)
    case .title: return isLess(left.title, right.title)
    case .author: return isLess(left.author, right.author)
    case .fandom: return isLess(left.fandom, right.fandom)
    case .series: return isLess(left.series, right.series)
    case .updated: return isMore(.updated, left, right)
    case .published: return isMore(.published, left, right)
    case .added: return isMore(.added, left, right)
    case .words: return isMore(.words, left, right)
    case .chapters: return isMore(.chapters, left, right)
    case .random:
      let shuffle = WorkShuffle(seed: seed)
      let (one, other) = (shuffle.place(of: left.id), shuffle.place(of: right.id))
      return one == other ? nil : (one < other) != isReversed
    }
  }

  /// Texts in the order of their letters; nothing comes last.
  private func isLess(_ left: String, _ right: String) -> Bool? {
    if left == right { return nil }
    if left.isEmpty || right.isEmpty { return right.isEmpty }
    return (left < right) != isReversed
  }

  private func isMore(_ left: Double, _ right: Double) -> Bool? {
    left == right ? nil : (left > right) != isReversed
  }

  /// The greater number first; a work without one comes last.
  private func isMore(_ key: FigureKey, _ left: ShelvedWork, _ right: ShelvedWork) -> Bool? {
    let (one, other) = (left[key], right[key])
    if one == other { return nil }
    guard let one, let other else { return other == nil }
    return (one > other) != isReversed
  }
}
