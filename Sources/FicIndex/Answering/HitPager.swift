import FicModel

/// Makes one page of hits: the lines that come closest, then works with their lines as read.
struct HitPager {
  /// A place that makes a hit, or a line that has several.
  private struct Found {
    var section: SearchCursor.Section
    var position: Int
    var key: LineKey
    var leaves: LeafSet
    var score = 0.0
  }

  let snapshot: any IndexSnapshot
  let request: SearchRequest
  let plan: QueryPlan
  let weights: LeafWeights
  let question: UInt32
  let cache: ChapterCache

  /// The hits so far, at most the limit.
  private(set) var hits: [Hit] = []

  /// Where the next page begins; nil while the page is not full, or where nothing follows.
  private(set) var next: SearchCursor?

  private let limit: Int
  private let matcher: LineMatcher
  private var last: SearchCursor?

  /// Prepares an empty page.
  init(
    _ snapshot: any IndexSnapshot,
    _ request: SearchRequest,
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    question: UInt32,
    cache: ChapterCache
  ) {
    self.snapshot = snapshot
    self.request = request
    self.plan = plan
    self.weights = weights
    self.question = question
    self.cache = cache
    limit = min(SearchRequest.maximumLimit, max(1, request.limit))
    matcher = LineMatcher(plan)
  }

  /// Adds the lines that come closest, those after the cursor; the one where it stands may have
  /// more places.
  mutating func add(closest lines: [RankedLine], after cursor: SearchCursor?) throws {
    if cursor?.section == .works { return }
    let leaves = LeafSet(below: plan.leaves.count)
    let own = try cursor.map(line)
    // More lines are looked at for a later page, and the index may have changed.
    let start = lines.firstIndex { $0.key == own } ?? cursor?.position ?? 0
    for (position, line) in lines.enumerated().dropFirst(start) where next == nil {
      let found = Found(
        section: .closest,
        position: position + 1,
        key: line.key,
        leaves: leaves,
        score: line.score
      )
      try add(found, after: line.key == own ? cursor : nil)
    }
  }

  /// Adds the lines of works in order, but those that were shown as the closest, until the page is
  /// full and one hit more was seen.
  mutating func add(
    _ works: [WorkTally],
    except shown: Set<LineKey>,
    after cursor: SearchCursor?
  ) throws {
    let cursor = cursor?.section == .works ? cursor : nil
    let start = cursor.map { place(of: $0, in: works) } ?? 0
    for (position, work) in works.enumerated().dropFirst(start)
    where next == nil && work.lines > 0 {
      let own = cursor.flatMap { $0.chapter.work == work.work ? $0 : nil }
      let line = try own.map(line)
      var after = line.map { LineKey(chapter: $0.chapter, line: $0.line - 1) }
      while next == nil {
        let wanted = limit + 1 - hits.count + shown.count
        let lines = try snapshot.lines(plan, weights, of: work.work, after: after, limit: wanted)
        for match in lines where next == nil && !shown.contains(match.key) {
          let found = Found(
            section: .works,
            position: position,
            key: match.key,
            leaves: match.leaves
          )
          try add(found, after: match.key == line ? own : nil)
        }
        guard lines.count == wanted, let last = lines.last else { break }
        after = last.key
      }
    }
  }

  /// Where the works begin that come after a cursor, its own with them.
  private func place(of cursor: SearchCursor, in works: [WorkTally]) -> Int {
    works.firstIndex { $0.work == cursor.chapter.work } ?? min(cursor.position, works.count)
  }

  /// The line in which a cursor stands, whose later places are still to be shown; one behind all
  /// others of a chapter that has gone or is shorter now.
  private func line(_ cursor: SearchCursor) throws -> LineKey {
    let chapter = try cache.chapter(cursor.chapter)
    let index = chapter?.lines.index(at: cursor.offset) ?? chapter?.lines.lines.count
    return LineKey(chapter: cursor.chapter, line: index ?? .max)
  }

  private mutating func add(_ found: Found, after cursor: SearchCursor?) throws {
    guard let own = try LineHits(found.key, found.leaves, request, matcher, cache) else { return }
    for place in own.places.indices {
      let offset = own.offset(of: place)
      if let cursor, offset <= cursor.offset { continue }
      if hits.count == limit {
        next = last
        return
      }
      hits.append(own.hit(of: place, score: found.score))
      last = SearchCursor(
        question: question,
        section: found.section,
        position: found.position,
        chapter: found.key.chapter,
        offset: offset
      )
    }
  }
}
