import FicModel

/// The order of the hits: groups of units, each of one chapter, whose lines come as they are read.
struct HitOrder {
  /// The groups, in order.
  private(set) var groups: [[FoundUnit]]

  private let sort: SearchRequest.Sort
  private let ranks: [WorkID: Int]
  private var dropped = 0

  /// Orders units.
  init(_ units: [FoundUnit], by sort: SearchRequest.Sort) {
    var relevance = WorkRelevance()
    for unit in units { relevance.add(unit.score, of: unit.key.chapter.work) }
    let ranks = Dictionary(
      uniqueKeysWithValues: relevance.ranking.enumerated().map { ($0.element, $0.offset) }
    )
    self.init(units, by: sort, ranks: ranks)
  }

  /// Orders units whose works have the places `ranks` among all works.
  init(_ units: [FoundUnit], by sort: SearchRequest.Sort, ranks: [WorkID: Int]) {
    self.sort = sort
    self.ranks = ranks
    switch sort {
    case .relevance:
      groups = units.sorted(by: Self.isMoreRelevant).map { [$0] }
    case .works, .story:
      let byChapter = Dictionary(grouping: units, by: \.key.chapter)
      let keys = byChapter.keys.sorted { left, right in
        if sort == .works, left.work != right.work {
          return (ranks[left.work] ?? 0) < (ranks[right.work] ?? 0)
        }
        return left < right
      }
      groups = keys.map { byChapter[$0] ?? [] }
    }
  }

  /// The cursor of a hit at `offset` of a chapter.
  ///
  /// Complexity: linear in the number of groups.
  func cursor(for unit: FoundUnit, offset: Int, question: UInt32) -> SearchCursor {
    let position: Int
    switch sort {
    case .works: position = ranks[unit.key.chapter.work] ?? 0
    case .relevance: position = dropped + (groups.firstIndex { Self.isSame($0, unit) } ?? 0)
    case .story: position = 0
    }
    return SearchCursor(
      question: question,
      position: position,
      unit: unit.key,
      kind: unit.kind,
      offset: offset
    )
  }

  /// Drops the groups that lie wholly before a cursor.
  mutating func drop(before cursor: SearchCursor) {
    dropped = start(at: cursor)
    groups.removeFirst(dropped)
  }

  private func start(at cursor: SearchCursor) -> Int {
    let last = cursor.unit.chapter
    let start: Int?
    switch sort {
    case .story:
      start = groups.firstIndex { ($0.first?.key.chapter).map { $0 >= last } ?? false }
    case .relevance:
      start =
        groups.firstIndex { group in
          group.first.map { $0.key == cursor.unit && $0.kind == cursor.kind } ?? false
        } ?? min(cursor.position, groups.count)
    case .works:
      let rank = ranks[last.work] ?? cursor.position
      start = groups.firstIndex { group in
        guard let chapter = group.first?.key.chapter else { return false }
        if chapter.work == last.work { return chapter >= last }
        return (ranks[chapter.work] ?? 0) >= rank
      }
    }
    return start ?? groups.count
  }

  /// Whether the cursor lies in a group, so that its lines up to the cursor's were shown.
  func holds(_ cursor: SearchCursor, _ group: [FoundUnit]) -> Bool {
    guard let first = group.first else { return false }
    guard sort == .relevance else { return first.key.chapter == cursor.unit.chapter }
    return first.key == cursor.unit && first.kind == cursor.kind
  }

  private static func isSame(_ group: [FoundUnit], _ unit: FoundUnit) -> Bool {
    group.first.map { $0.key == unit.key && $0.kind == unit.kind } ?? false
  }

  private static func isMoreRelevant(_ left: FoundUnit, _ right: FoundUnit) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.key != right.key { return left.key < right.key }
    return left.kind.rawValue < right.kind.rawValue
  }
}
