import FicModel

/// The figures of all units that answer.
struct FoundTotals {
  private struct SceneKey: Hashable {
    var chapter: ChapterKey
    var scene: Int
  }

  /// Over the whole archive.
  private(set) var totals: SearchTotals

  private var byWork: [WorkID: WorkTotals] = [:]

  /// Adds up units.
  init(_ units: [FoundUnit], isExact: Bool) {
    var chapters: Set<ChapterKey> = []
    var scenes: Set<SceneKey> = []
    var matches = 0
    for unit in units {
      let work = unit.key.chapter.work
      chapters.insert(unit.key.chapter)
      var own = byWork[work] ?? WorkTotals(id: work.description, scenes: 0, matches: 0)
      if unit.scene >= 0,
        scenes.insert(SceneKey(chapter: unit.key.chapter, scene: unit.scene)).inserted
      {
        own.scenes += 1
      }
      own.matches += unit.matches
      matches += unit.matches
      byWork[work] = own
    }
    totals = SearchTotals(
      works: byWork.count,
      chapters: chapters.count,
      scenes: scenes.count,
      matches: matches,
      exact: isExact
    )
  }

  /// Takes the figures of a tally.
  init(_ tally: UnitTally) {
    totals = tally.totals
    for work in tally.works {
      byWork[work.work] = WorkTotals(
        id: work.work.description,
        scenes: work.scenes,
        matches: work.matches
      )
    }
  }

  /// The totals of the works of `hits`, in the order in which they first appear.
  func works(of hits: [Hit], copies: [WorkID: Int]) -> [WorkTotals] {
    var seen: Set<String> = []
    let ids = hits.map(\.work.id).filter { seen.insert($0).inserted }
    return ids.compactMap { id in
      guard let id = WorkID(id), var totals = byWork[id] else { return nil }
      totals.copies = copies[id] ?? 0
      return totals
    }
  }
}
