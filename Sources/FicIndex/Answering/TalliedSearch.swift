import FicModel

/// A search whose figures are added up by the index: only the units of the page that is shown are
/// looked at one by one, however many there are.
struct TalliedSearch {
  /// How many units beyond the page are ranked where the order is flat: some may have no line.
  private static let spare = 32

  /// The least number of units that are fetched together, where there are so many.
  private static let leastUnits = 8

  /// A work with so many times the units that the page needs is read some chapters at a time.
  private static let abundance = 3

  /// How many chapters of such a work are read first; then four times more, then the rest.
  private static let firstChapters = 4

  /// What was found and is shown, added up.
  ///
  /// Its best units are those of copies too: how many there are tells whether more must be ranked.
  private(set) var tally: UnitTally

  /// The copies that are left out.
  let folding: CopyFolding

  /// How many units were found, those of copies with them.
  private let unitsInAll: Int

  private let plan: SearchPlan
  private let finder: UnitFinder
  private let sort: SearchRequest.Sort

  /// Asks the index; nil where the query's plan cannot be added up.
  init?(
    _ query: QueryPlan,
    finder: UnitFinder,
    request: SearchRequest,
    holders: [WorkID: WorkID],
    at cursor: SearchCursor?
  ) async throws {
    guard query.plans.count == 1, !query.needsReading, let plan = query.plans.first else {
      return nil
    }
    let isFlat = request.sort == .relevance && request.view != .count
    let shown = min(SearchRequest.maximumLimit, max(1, request.limit)) + Self.spare
    let best = isFlat ? shown + min(cursor?.position ?? 0, Int(Int32.max)) : 0
    guard var tally = try await finder.tally(of: plan, best: best) else { return nil }
    folding = CopyFolding(tally, holders)
    unitsInAll = tally.units
    tally.works = folding.shown(tally.works)
    self.tally = tally
    self.plan = plan
    self.finder = finder
    sort = request.sort
  }

  /// Fills a page.
  func fill(
    _ pager: inout HitPager,
    after cursor: SearchCursor?,
    chapters cache: inout ChapterCache
  ) async throws {
    if sort == .relevance {
      try await fillFlat(&pager, after: cursor, chapters: &cache)
    } else {
      try await fillByWork(&pager, after: cursor, chapters: &cache)
    }
  }

  private func fillFlat(
    _ pager: inout HitPager,
    after cursor: SearchCursor?,
    chapters cache: inout ChapterCache
  ) async throws {
    var best = tally.best
    let empty = pager
    while true {
      let units = folding.shown(best).map { unit in
        // Figures are the tally's; the page needs place and score only.
        FoundUnit(
          plan: 0,
          kind: plan.candidates.unit,
          key: unit.key,
          score: unit.score,
          matches: 0,
          scene: -1
        )
      }
      pager = empty
      try await pager.add(HitOrder(units, by: sort, ranks: [:]), after: cursor, chapters: &cache)
      guard pager.next == nil, best.count < unitsInAll else { return }
      let more = try await finder.tally(of: plan, best: best.count * 4)
      guard let more, more.best.count > best.count else { return }
      best = more.best
    }
  }

  private func fillByWork(
    _ pager: inout HitPager,
    after cursor: SearchCursor?,
    chapters cache: inout ChapterCache
  ) async throws {
    let works = sort == .works ? tally.works.sorted(by: Self.isMoreRelevant) : tally.works
    var place = start(at: cursor, in: works)
    var ranks: [WorkID: Int] = [:]
    let limit = min(SearchRequest.maximumLimit, max(1, pager.request.limit))
    while place < works.count, pager.next == nil {
      let needed = max(Self.leastUnits, limit + 1 - pager.hits.count)
      if works[place].units > needed * Self.abundance {
        let work = works[place]
        try await fill(&pager, from: work, at: place, after: cursor, chapters: &cache)
        place += 1
        continue
      }
      var batch: [WorkID] = []
      var units = 0
      while place < works.count, units < needed {
        batch.append(works[place].work)
        ranks[works[place].work] = place
        units += works[place].units
        place += 1
      }
      let found = try await finder.units(of: plan, number: 0, in: batch)
      let order = HitOrder(found.units, by: sort, ranks: ranks)
      try await pager.add(order, after: cursor, chapters: &cache)
    }
  }

  /// Fills a page from one work, some chapters at a time: the page ends in the first ones.
  private func fill(
    _ pager: inout HitPager,
    from work: WorkTally,
    at rank: Int,
    after cursor: SearchCursor?,
    chapters cache: inout ChapterCache
  ) async throws {
    var first = 0
    var width = Self.firstChapters
    if let cursor, cursor.unit.chapter.work == work.work { first = cursor.unit.chapter.chapter }
    for _ in 0..<3 where pager.next == nil {
      let last = width > 4 * Self.firstChapters ? Int.max : first + width - 1
      let units = try await finder.units(
        of: plan,
        number: 0,
        in: [work.work],
        chapters: first...last
      ).units
      let order = HitOrder(units, by: sort, ranks: [work.work: rank])
      try await pager.add(order, after: cursor, chapters: &cache)
      first += width
      width *= 4
    }
  }

  private func start(at cursor: SearchCursor?, in works: [WorkTally]) -> Int {
    guard let cursor else { return 0 }
    let work = cursor.unit.chapter.work
    if let place = works.firstIndex(where: { $0.work == work }) { return place }
    guard sort == .story else { return min(cursor.position, works.count) }
    return works.firstIndex { $0.work > work } ?? works.count
  }

  private static func isMoreRelevant(_ left: WorkTally, _ right: WorkTally) -> Bool {
    let (a, b) = (left.relevance, right.relevance)
    return a != b ? a > b : left.work < right.work
  }
}
