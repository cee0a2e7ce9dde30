import FicModel

extension UnitTally {
  /// Adds up candidates, in one pass over their columns.
  ///
  /// `leaves` are the counted leaves of the clause that found them; `best` is how many of the best
  /// units to keep.
  package init(_ list: CandidateList, leaves: [TermClause], ranking: BM25, best: Int) {
    self.init(isExact: list.isComplete)
    let counter = MatchCounter(leaves)
    var heap = BestUnits(limit: best)
    var tally: WorkTally?
    var chapter = -1
    var scene: Int32 = -1
    for position in 0..<list.count {
      // Without a clause every unit is listed; one without a word would be an empty line.
      if leaves.isEmpty, list.lengths[position] == 0 { continue }
      let key = list.keys[position]
      if tally?.work != key.chapter.work {
        if let tally { works.append(tally) }
        tally = WorkTally(work: key.chapter.work)
        chapter = -1
      }
      let frequencies = list.frequencies(at: position)
      let score = ranking.score(frequencies, length: Int(list.lengths[position]))
      tally?.units += 1
      if key.chapter.chapter != chapter {
        chapter = key.chapter.chapter
        scene = -1
        tally?.chapters += 1
      }
      tally?.score += score
      if list.scenes[position] >= 0, list.scenes[position] != scene {
        scene = list.scenes[position]
        tally?.scenes += 1
      }
      tally?.matches += counter.matches(frequencies)
      if frequencies.contains(.max) { isExact = false }
      heap.add(ScoredUnit(key: key, score: score))
    }
    if let tally { works.append(tally) }
    self.best = heap.sorted
  }
}
