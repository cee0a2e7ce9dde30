import FicModel

/// Says how evenly matches lie in the chapters of each work.
struct DispersionMaker {
  let snapshot: any IndexSnapshot
  let plan: QueryPlan
  let showsCopies: Bool

  /// The works with the most matches, at most `limit`, and how many more there are.
  ///
  /// - Throws: `IndexError`.
  func dispersions(limit: Int) throws -> (works: [Dispersion], more: Int) {
    let found = try MatchedWorks(snapshot, plan, showsCopies: showsCopies)
    let shown = found.works.prefix(limit)
    let cache = ChapterCache(snapshot, border: plan.border)
    let works = try shown.map { work in
      var matches: [Int: Int] = [:]
      for line in try found.lines(of: work.work) {
        matches[line.key.chapter.chapter, default: 0] += line.matches
      }
      var words: [Int: Int] = [:]
      try snapshot.forEachPart(of: plan.ground.narrowed(to: [work.work])) {
        words[$0.chapter.chapter, default: 0] += $0.words
      }
      let chapters = Set(words.keys).union(matches.keys).sorted()
      let parts = try chapters.compactMap { number in
        try cache.chapter(ChapterKey(work: work.work, chapter: number)).map { entry in
          Dispersion.Part(
            chapter: ChapterLabel(entry.records),
            ref: entry.records.reference(to: 0).description,
            matches: matches[number] ?? 0,
            words: words[number] ?? 0
          )
        }
      }
      return Dispersion(work: try cache.label(of: work.work), parts: parts)
    }
    return (works, found.works.count - shown.count)
  }
}
