import FicIndex
import FicModel

/// Answers a plan from posting lists: figures by work, and the best units.
struct PostingTally {
  /// The plan.
  let plan: CandidatePlan

  /// The lists of the last merge.
  let stored: StoredPostings

  /// What is known of the units, and what has changed.
  let snapshot: PostingSnapshot

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
    if let tally = try summarised(in: selection, best: best) { return tally }
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
    let ranking = ranking(of: leaves, frequencies: frequencies)
    let tallied = try tallied(clause, old, snapshot.names, ranking, best: best)
    var tally = total(tallied)
    if snapshot.changed.directory.units > 0 {
      let tallied = try self.tallied(clause, new, snapshot.changedNames, ranking, best: best)
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
    let ranking = ranking(of: leaves, frequencies: frequencies)
    let norms = snapshot.norms
    var old = RowTallier(
      snapshot.directory,
      names: snapshot.names,
      leaves: leaves,
      ranking: ranking,
      norms: norms,
      best: best
    )
    var new = RowTallier(
      snapshot.changed.directory,
      names: snapshot.changedNames,
      leaves: leaves,
      ranking: ranking,
      norms: norms,
      best: best
    )
    let hasChanges = !snapshot.changes.isEmpty
    for (place, row) in rows.rowids.enumerated() {
      let chapter = RowKey.chapter(ofUnit: row, .scene)
      if hasChanges, snapshot.changes[chapter] != nil {
        try new.add(rows, at: place, in: chapter)
      } else {
        try old.add(rows, at: place, in: chapter)
      }
    }
    old.finish()
    new.finish()
    var tally = total(old.tallier)
    if snapshot.changed.directory.units > 0 { tally.merge(new.tallier, best: best) }
    tally.isExact = !rows.frequencies.contains(.max)
    return tally
  }

  /// How leaves score that have `frequencies` over the whole index.
  func ranking(of leaves: [TermClause], frequencies: [Int]) -> BM25 {
    BM25(
      leaves: leaves,
      frequencies: frequencies,
      units: statistics.units,
      words: statistics.words
    )
  }

  /// The figures of all works, and the best units.
  func total(_ tallied: UnitTallier) -> UnitTally {
    UnitTally(works: ordered(tallied), best: tallied.best.sorted)
  }

  /// The works of the directory in which something was found, by their ids.
  private func ordered(_ tallied: UnitTallier) -> [WorkTally] {
    let (works, indexes) = (tallied.works, tallied.workIndexes)
    guard works.count > snapshot.names.count / 8 else {
      return works.sorted { $0.work < $1.work }
    }
    var places = [Int32](repeating: -1, count: snapshot.names.count)
    for (place, index) in indexes.enumerated() {
      places[Int(snapshot.merged.ranks[Int(index)])] = Int32(truncatingIfNeeded: place)
    }
    return places.compactMap { $0 < 0 ? nil : works[Int($0)] }
  }

  private func tallied<Source: PostingSource>(
    _ clause: TermClause,
    _ search: PostingSearch<Source>,
    _ names: [WorkID],
    _ ranking: BM25,
    best: Int
  ) throws -> UnitTallier {
    let directory = search.source.directory
    var tallier = UnitTallier(directory, names: names, best: best)
    let leaves = clause.countedLeaves
    let weights = leaves.indices.map(ranking.weight(ofLeaf:))
    if clause.isLeaf {
      guard let list = search.lists[clause] else { return tallier }
      let scoring = UnitTallier.Scoring(
        weight: weights[0],
        countsText: leaves[0].column == .text,
        norms: snapshot.norms
      )
      tallier.add(list, in: search.ranges, scoring)
    } else if let lists = search.conjunction(of: clause) {
      if !lists.isEmpty {
        tallier.add(
          CommonUnits(of: lists, in: search.ranges),
          weights: weights,
          isCounted: leaves.map { $0.column == .text },
          norms: snapshot.norms
        )
      }
    } else {
      let (lengths, norms, places) = (directory.lengths, snapshot.norms, directory.places)
      let counter = MatchCounter(leaves)
      let rows = try search.rows(clause)
      var sums = tallier.sums
      for (place, unit) in rows.rowids.enumerated() {
        let norm = norms[Int(lengths[unit])]
        var score = 0.0
        for leaf in weights.indices {
          let frequency = Double(rows.frequencies[place * rows.leaves + leaf])
          score += BM25.score(weight: weights[leaf], frequency: frequency, norm: norm)
        }
        let matches = counter.matches(rows.frequencies(at: place))
        if unit >= sums.end { sums = tallier.turn(to: unit, sums) }
        if sums.add(unit, score: score, matches: matches, places.span) {
          sums.threshold = tallier.tell(unit, score: score, work: sums.work)
        }
      }
      tallier.take(sums)
    }
    return tallier
  }
}

extension PostingSearch {
  /// How many units hold a leaf, those in the ranges `without` left out.
  fileprivate func units(holding leaf: TermClause, without: [Range<Int>]) -> Int {
    guard let list = lists[leaf] else { return 0 }
    return without.reduce(list.count) { $0 - list.count(in: $1) }
  }
}

extension UnitTally {
  /// Adds what was found in changed chapters, and orders works and best units anew.
  mutating func merge(_ other: UnitTallier, best limit: Int) {
    let changed = other.works.filter { $0.units > 0 }.sorted { $0.work < $1.work }
    var merged: [WorkTally] = []
    merged.reserveCapacity(works.count + changed.count)
    var place = 0
    for var work in works {
      while place < changed.count, changed[place].work < work.work {
        merged.append(changed[place])
        place += 1
      }
      if place < changed.count, changed[place].work == work.work {
        work.add(changed[place])
        place += 1
      }
      merged.append(work)
    }
    merged += changed[place...]
    works = merged
    best = Array((best + other.best.sorted).sorted { $0.precedes($1) }.prefix(limit))
  }
}
