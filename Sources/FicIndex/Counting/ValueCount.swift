import FicModel

/// Counts by what is known of works; a work of two fandoms counts in both.
struct ValueCount {
  /// So many works are read at once.
  private static let page = 500

  let snapshot: any IndexSnapshot
  let key: CountKey

  /// The parts in which something was found: years in order, else those with the most matches
  /// first.
  ///
  /// - Throws: `IndexError`.
  func groups(_ matched: MatchedWorks, _ ground: CountGround) throws -> [CountGroup] {
    let found = Dictionary(matched.works.map { ($0.work, $0) }, uniquingKeysWith: { one, _ in one })
    let looked = Set(ground.works).union(found.keys).sorted()
    var sums: [String: CountSum] = [:]
    var words: [String: Int] = [:]
    for start in stride(from: 0, to: looked.count, by: Self.page) {
      let ids = Array(looked[start..<min(looked.count, start + Self.page)])
      for work in try snapshot.works(ids) {
        for value in values(of: work) {
          if let own = found[work.id] { sums[value, default: CountSum()].add(own) }
          words[value, default: 0] += ground.words(of: .init(work: work.id))
        }
      }
    }
    return sums.map { value, sum in
      CountGroup(by: key, name: value, totals: sum.totals, words: words[value] ?? 0)
    }.sorted { one, other in
      if key == .year { return one.name < other.name }
      return (other.totals.matches, one.name) < (one.totals.matches, other.name)
    }
  }

  private func values(of work: StoredWork) -> [String] {
    let facts = WorkFacts(work.metadata)
    let values: [String]
    switch key {
    case .author: values = WorkLabel(work).authors
    case .fandom: values = facts.fandoms
    default: values = [facts.published ?? facts.updated].compactMap { $0.map { "\($0.year)" } }
    }
    var seen: Set<String> = []
    let distinct = values.filter { seen.insert($0).inserted }
    return distinct.isEmpty ? ["unknown"] : distinct
  }
}
