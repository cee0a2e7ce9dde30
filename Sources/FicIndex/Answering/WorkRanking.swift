import FicModel

/// The order of the works of an answer.
struct WorkRanking {
  let snapshot: any IndexSnapshot
  let sort: SearchRequest.Sort

  /// The works in order.
  func sorted(_ works: [WorkTally]) throws -> [WorkTally] {
    switch sort {
    case .works, .relevance, .left, .right: return works.sorted { $0.precedes($1) }
    case .story: return works
    case .newest:
      let days = try snapshot.days(of: works.map(\.work))
      return works.sorted { left, right in
        let (a, b) = (days[left.work] ?? 0, days[right.work] ?? 0)
        return a != b ? a > b : left.work < right.work
      }
    }
  }
}
