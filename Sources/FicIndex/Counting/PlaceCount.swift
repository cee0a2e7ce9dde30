import FicModel

/// Counts by where lines stand: in which chapter, scene or zone.
struct PlaceCount {
  let key: CountKey
  let cache: ChapterCache

  /// The parts in which something was found: chapters and scenes as read, zones with the most
  /// matches first; as many as `limit`, and how many more there are.
  ///
  /// - Throws: `IndexError`.
  func groups(
    _ found: MatchedWorks,
    _ ground: CountGround,
    limit: Int
  ) throws -> (shown: [CountGroup], more: Int) {
    if key == .zone { return (try zones(found, ground), 0) }
    var groups: [CountGroup] = []
    var more = 0
    for work in found.works {
      var order: [CountGround.Part] = []
      var sums: [CountGround.Part: CountSum] = [:]
      for line in try found.lines(of: work.work) {
        let part = CountGround.Part(
          work: work.work,
          chapter: line.key.chapter.chapter,
          stretch: key == .scene ? line.stretch : -1
        )
        if sums[part] == nil { order.append(part) }
        sums[part, default: CountSum()].add(line, matches: line.matches)
      }
      for part in order {
        guard let sum = sums[part] else { continue }
        // What a part is called is read from its chapter: only of those that are shown.
        guard groups.count < limit else {
          more += 1
          continue
        }
        groups.append(try group(sum, words: ground.words(of: part)))
      }
    }
    return (groups, more)
  }

  private func zones(_ found: MatchedWorks, _ ground: CountGround) throws -> [CountGroup] {
    var sums: [ZoneKind: CountSum] = [:]
    for work in found.works {
      for line in try found.lines(of: work.work) {
        sums[line.zone, default: CountSum()].add(line, matches: line.matches)
      }
    }
    return ZoneKind.allCases.compactMap { zone in
      sums[zone].map {
        CountGroup(
          by: .zone,
          name: zone.rawValue,
          totals: $0.totals,
          words: ground.words(in: zone)
        )
      }
    }.sorted { $0.totals.matches > $1.totals.matches }
  }

  private func group(_ sum: CountSum, words: Int) throws -> CountGroup {
    guard let line = sum.first, let entry = try cache.chapter(line.chapter),
      entry.lines.lines.indices.contains(line.line)
    else { return CountGroup(by: key, name: "", totals: sum.totals, words: words) }
    let label = ChapterLabel(entry.records)
    let start = entry.lines.lines[line.line].span.start
    let name = label.title.map { "\(label.number). \($0)" } ?? "chapter \(label.number)"
    var group = CountGroup(
      by: key,
      name: name,
      work: try cache.label(of: line.chapter.work),
      chapter: label,
      ref: entry.records.reference(to: start).description,
      totals: sum.totals,
      words: words
    )
    if key == .scene { group.scene = entry.records.chapter.sceneNumber(at: start) }
    return group
  }
}
