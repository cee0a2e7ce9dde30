import FicIndex
import FicModel

/// Answers a plan from posting lists: figures by work, and the best units.
struct PostingTally {
  private let plan: CandidatePlan
  private let stored: StoredPostings
  private let snapshot: PostingSnapshot
  private let statistics: UnitStatistics
  private let watch: DeadlineWatch

  /// The number of all scene units and their words.
  struct UnitStatistics {
    /// The units.
    var units: Int

    /// Their words.
    var words: Int
  }

  /// Whether posting lists can answer a plan.
  static func answers(_ plan: CandidatePlan) -> Bool {
    guard plan.unit == .scene, let clause = plan.clause, clause.hasPostings else { return false }
    let leaves = clause.countedLeaves
    return Set(leaves).count == leaves.count
  }

  /// Prepares an answer.
  init(
    _ plan: CandidatePlan,
    stored: StoredPostings,
    snapshot: PostingSnapshot,
    statistics: UnitStatistics,
    watch: DeadlineWatch
  ) {
    self.plan = plan
    self.stored = stored
    self.snapshot = snapshot
    self.statistics = statistics
    self.watch = watch
  }

  /// The figures; `selection` are the works and chapters of the plan.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func tally(in selection: WorkSelection, best: Int) throws -> UnitTally {
    guard let clause = plan.clause else { return UnitTally() }
    let leaves = clause.countedLeaves
    let old = PostingSearch(
      source: stored,
      lists: try PostingLists(of: clause, in: stored),
      ranges: snapshot.directory.ranges(of: selection, without: snapshot.dead),
      watch: watch
    )
    let new = PostingSearch(
      source: snapshot.changed,
      lists: try PostingLists(of: clause, in: snapshot.changed),
      ranges: snapshot.changed.directory.ranges(of: selection, without: []),
      watch: watch
    )
    let dead = snapshot.dead.map(snapshot.directory.units(ofChapterAt:))
    let frequencies = BM25.weighedLeaves(leaves).map { leaf in
      old.units(holding: leaves[leaf], without: dead)
        + new.units(holding: leaves[leaf], without: [])
    }
    let ranking = BM25(
      leaves: leaves,
      frequencies: frequencies,
      units: statistics.units,
      words: statistics.words
    )
    let tallied = try tallied(clause, old, snapshot.works, ranking, best: best)
    var tally = total(tallied, best: best)
    if snapshot.changed.directory.units > 0 {
      let tallied = try self.tallied(clause, new, snapshot.changedWorks, ranking, best: best)
      tally.merge(tallied, best: best)
    }
    return tally
  }

  /// The figures of rows that were found otherwise, whose counted leaves have `frequencies` units over
  /// the whole index.
  ///
  /// - Throws: `DamagedRecord` for a row that no directory has.
  func tally(_ rows: CandidateRows, frequencies: [Int], best: Int) throws -> UnitTally {
    let leaves = plan.clause?.countedLeaves ?? []
    let ranking = BM25(
      leaves: leaves,
      frequencies: frequencies,
      units: statistics.units,
      words: statistics.words
    )
    var old = RowTallier(snapshot.directory, works: snapshot.works, best: best)
    var new = RowTallier(snapshot.changed.directory, works: snapshot.changedWorks, best: best)
    let counter = MatchCounter(leaves)
    var isExact = true
    for (place, row) in rows.rowids.enumerated() {
      let frequencies = rows.frequencies(at: place)
      if frequencies.contains(.max) { isExact = false }
      let chapter = RowKey.chapter(ofUnit: row, .scene)
      let matches = counter.matches(frequencies)
      if snapshot.changes[chapter] == nil {
        try old.add(row, in: chapter, frequencies, ranking, matches: matches)
      } else {
        try new.add(row, in: chapter, frequencies, ranking, matches: matches)
      }
    }
    old.finish()
    new.finish()
    var tally = total(old.tallier, best: best)
    if snapshot.changed.directory.units > 0 { tally.merge(new.tallier, best: best) }
    tally.isExact = isExact
    return tally
  }

  private func total(_ tallied: UnitTallier, best: Int) -> UnitTally {
    var tally = UnitTally(best: tallied.best.sorted)
    tally.works = snapshot.worksByID.compactMap { work in
      tallied.works[work].units > 0 ? tallied.works[work] : nil
    }
    return tally
  }

  private func tallied<Source: PostingSource>(
    _ clause: TermClause,
    _ search: PostingSearch<Source>,
    _ works: [WorkTally],
    _ ranking: BM25,
    best: Int
  ) throws -> UnitTallier {
    let (directory, norms) = (search.source.directory, snapshot.norms)
    let (lengths, chapters) = (directory.lengths, directory.chapterOfUnit)
    var tallier = UnitTallier(directory, works: works, best: best)
    let leaves = clause.countedLeaves
    let counter = MatchCounter(leaves)
    let isCounted = leaves.map { $0.column == .text }
    let countsText = isCounted.contains(true)
    let weights = leaves.indices.map(ranking.weight(ofLeaf:))
    if clause.isLeaf {
      guard let list = search.lists[clause] else { return tallier }
      let scoring = UnitTallier.Scoring(
        weight: weights[0],
        countsText: countsText,
        norms: norms
      )
      tallier.add(list, in: search.ranges, scoring)
      return tallier
    }
    var sums = tallier.sums
    if let lists = search.conjunction(of: clause) {
      search.forEachUnit(ofAll: lists) { unit, frequencies in
        let norm = norms[Int(lengths[unit])]
        var score = 0.0
        var matches = 0
        for leaf in frequencies.indices {
          let frequency = Int(frequencies[leaf])
          score += BM25.score(weight: weights[leaf], frequency: Double(frequency), norm: norm)
          if isCounted[leaf] { matches += frequency }
        }
        if unit >= sums.end { sums = tallier.turn(to: unit, sums) }
        if sums.add(score: score, matches: countsText ? matches : 1, chapter: chapters[unit]) {
          sums.threshold = tallier.tell(unit, score: score, sums)
        }
      }
    } else {
      let rows = try search.rows(clause)
      for (place, unit) in rows.rowids.enumerated() {
        let frequencies = rows.frequencies(at: place)
        let score = ranking.score(frequencies, length: Int(lengths[unit]))
        if unit >= sums.end { sums = tallier.turn(to: unit, sums) }
        if sums.add(score: score, matches: counter.matches(frequencies), chapter: chapters[unit]) {
          sums.threshold = tallier.tell(unit, score: score, sums)
        }
      }
    }
    tallier.finish(sums)
    return tallier
  }
}

extension PostingSearch {
  /// How many units hold a leaf, those in the ranges `without` left out.
  fileprivate func units(holding leaf: TermClause, without: [Range<Int>]) -> Int {
    guard let list = lists[leaf] else { return 0 }
    var count = list.count
    for range in without { list.forEach(in: range) { _, _ in count -= 1 } }
    return count
  }
}

extension UnitTally {
  /// Adds what was found in changed chapters, and orders works and best units anew.
  fileprivate mutating func merge(_ other: UnitTallier, best limit: Int) {
    var merged: [WorkID: WorkTally] = [:]
    for work in works + other.works where work.units > 0 {
      merged[work.work, default: WorkTally(work: work.work)].add(work)
    }
    works = merged.values.sorted { $0.work < $1.work }
    best = Array((best + other.best.sorted).sorted { $0.precedes($1) }.prefix(limit))
  }
}
