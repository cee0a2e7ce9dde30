import FicModel

/// Makes one page of hits, from units in order, some at a time.
struct HitPager {
  let request: SearchRequest
  let plans: [SearchPlan]
  let matchers: [ClauseMatcher?]
  let question: UInt32

  /// The hits so far, at most the limit.
  private(set) var hits: [Hit] = []

  /// Where the next page begins; nil while the page is not full, or where nothing follows.
  private(set) var next: SearchCursor?

  private var last: Place?

  /// Prepares an empty page.
  init(
    request: SearchRequest,
    plans: [SearchPlan],
    matchers: [ClauseMatcher?],
    question: UInt32
  ) {
    self.request = request
    self.plans = plans
    self.matchers = matchers
    self.question = question
  }

  /// Adds the hits of more units, those after the cursor, until the page is full and one hit more was
  /// seen: then `next` is set.
  mutating func add(
    _ order: HitOrder,
    after cursor: SearchCursor?,
    chapters cache: inout ChapterCache
  ) async throws {
    let limit = min(SearchRequest.maximumLimit, max(1, request.limit))
    var order = order
    if let cursor { order.drop(before: cursor) }
    var start = 0
    while start < order.groups.count {
      let batch = batch(of: order.groups[start...], limit: limit)
      let chapters = try await cache.chapters(batch.compactMap(\.first?.key.chapter))
      for group in batch {
        guard let key = group.first?.key.chapter, let records = chapters[key] else { continue }
        let reader = ChapterReader(records, plans: plans, matchers: matchers)
        let builder = HitBuilder(
          reader,
          work: cache.label(of: key.work),
          contextLines: request.contextLines
        )
        let shown = cursor.flatMap { order.holds($0, group) ? $0.offset : nil }
        for place in places(in: group, reader: reader) where place.offset > shown ?? -1 {
          if hits.count == limit {
            next = last.map {
              order.cursor(for: $0.line.unit, offset: $0.offset, question: question)
            }
            return
          }
          hits.append(builder.hit(place.line, occurrence: place.occurrence))
          last = place
        }
      }
      start += batch.count
    }
  }

  /// The chapters that are read next: no more than are likely to fill the page and show what follows.
  private func batch(
    of groups: ArraySlice<[FoundUnit]>,
    limit: Int
  ) -> ArraySlice<[FoundUnit]> {
    var expected = hits.count
    let needed = groups.prefix(ChapterCache.batch).prefix { group in
      guard expected <= limit else { return false }
      expected += group.reduce(0) { $0 + max(1, $1.matches) }
      return true
    }
    return groups.prefix(max(1, needed.count))
  }

  /// A place that makes a hit.
  private struct Place {
    var line: FoundLine
    var occurrence: [TextSpan]?
    var offset: Int
  }

  private func places(in group: [FoundUnit], reader: ChapterReader) -> [Place] {
    let lines = merged(group.flatMap(reader.foundLines))
    guard request.view == .kwic else {
      return lines.map { Place(line: $0, occurrence: nil, offset: $0.span.start) }
    }
    return lines.flatMap { line in
      line.occurrences.isEmpty
        ? [Place(line: line, occurrence: nil, offset: line.span.start)]
        : Self.placesByStart(line)
    }
  }

  /// A place for each occurrence; of two that begin at one word, the longer.
  private static func placesByStart(_ line: FoundLine) -> [Place] {
    var places: [Place] = []
    for occurrence in line.occurrences {
      let place = Place(line: line, occurrence: occurrence, offset: occurrence[0].start)
      if places.last?.offset == place.offset { places.removeLast() }
      places.append(place)
    }
    return places
  }

  /// The lines in reading order, those that several units have put together.
  private func merged(_ lines: [FoundLine]) -> [FoundLine] {
    var result: [FoundLine] = []
    for line in lines.sorted(by: { $0.span < $1.span }) {
      guard let last = result.indices.last, result[last].span.start == line.span.start else {
        result.append(line)
        continue
      }
      let known = Set(result[last].occurrences)
      result[last].occurrences += line.occurrences.filter { !known.contains($0) }
      result[last].occurrences.sort { ($0[0], $0[$0.count - 1]) < ($1[0], $1[$1.count - 1]) }
      if line.span.end > result[last].span.end { result[last].span = line.span }
    }
    return result
  }
}
