import FicModel

/// Hits that are chosen from all that a query finds: drawn by lot, or a concordance in the order of
/// the words beside its matches.
struct HitCollection {
  /// A hit that may be chosen.
  private struct Candidate {
    /// Its place among all.
    var number: Int
    var line: MatchedLine
    /// Which of the places in its line it is.
    var place: Int
  }

  /// The most hits that are put in order.
  ///
  /// A judgement: nobody reads so many, and to read their chapters takes about a second.
  private static let mostSorted = 20_000

  let snapshot: any IndexSnapshot
  let request: SearchRequest
  let plan: QueryPlan
  let weights: LeafWeights
  let question: UInt32
  let cache: ChapterCache

  /// Whether a request wants such hits.
  static func isWanted(by request: SearchRequest) -> Bool {
    request.sort == .left || request.sort == .right || request.sample != nil
  }

  /// A page of the hits.
  ///
  /// - Parameters:
  ///   - works: The works in which they are looked for, in order.
  ///   - cursor: Where the page before ended; nil for the first.
  /// - Returns: The hits, where the next page begins, and how many were not looked at because too
  ///   many were found.
  /// - Throws: `IndexError`.
  func page(
    of works: [WorkTally],
    after cursor: SearchCursor?
  ) throws -> (hits: [Hit], next: SearchCursor?, left: Int) {
    let (candidates, left) = try candidates(in: works)
    let matcher = LineMatcher(plan)
    var lines: [LineKey: LineHits] = [:]
    func hits(of line: MatchedLine) throws -> LineHits? {
      if let known = lines[line.key] { return known }
      lines.removeAll(keepingCapacity: true)
      let read = try LineHits(line.key, line.leaves, request, matcher, cache)
      lines[line.key] = read
      return read
    }
    var found: [(hit: Hit, key: LineKey, offset: Int)] = []
    for candidate in candidates {
      guard let own = try hits(of: candidate.line), own.places.indices.contains(candidate.place)
      else { continue }
      let offset = own.offset(of: candidate.place)
      found.append((own.hit(of: candidate.place), candidate.line.key, offset))
    }
    if request.sort == .left || request.sort == .right {
      let order = found.map { ConcordanceKey($0.hit, isLeft: request.sort == .left) }
      found = found.indices.sorted { order[$0] != order[$1] ? order[$0] < order[$1] : $0 < $1 }
        .map { found[$0] }
    }
    // What came or went since the page before does not move a hit that is still there.
    let last = cursor.flatMap { cursor in
      found.firstIndex { $0.key.chapter == cursor.chapter && $0.offset == cursor.offset }
    }
    let start = min(last.map { $0 + 1 } ?? cursor?.position ?? 0, found.count)
    let page = found[start...].prefix(max(1, request.limit))
    guard page.endIndex < found.count, let last = page.last else {
      return (page.map(\.hit), nil, left)
    }
    let next = SearchCursor(
      question: question,
      section: .chosen,
      position: page.endIndex,
      chapter: last.key.chapter,
      offset: last.offset
    )
    return (page.map(\.hit), next, left)
  }

  /// The hits that are drawn, or the first of all, in the order of works; and how many others there
  /// are that had to be left.
  private func candidates(in works: [WorkTally]) throws -> (chosen: [Candidate], left: Int) {
    var lot = Lot(seed: request.seed)
    var chosen: [Candidate] = []
    var count = 0
    for work in works {
      let lines = try snapshot.lines(plan, weights, of: work.work, after: nil, limit: .max)
      for line in lines {
        for place in 0..<(request.view == .kwic ? max(1, line.matches) : 1) {
          defer { count += 1 }
          let candidate = Candidate(number: count, line: line, place: place)
          guard let sample = request.sample else {
            if count < Self.mostSorted { chosen.append(candidate) }
            continue
          }
          // Each of those that came has the same chance (Vitter's algorithm R, 1985).
          if count < sample {
            chosen.append(candidate)
          } else {
            let drawn = lot.number(below: count + 1)
            if drawn < sample { chosen[drawn] = candidate }
          }
        }
      }
    }
    chosen.sort { $0.number < $1.number }
    return (chosen, request.sample == nil ? count - chosen.count : 0)
  }
}

/// What a line of a concordance is sorted by: the words on one side, from the match outwards, then
/// those on the other.
private struct ConcordanceKey: Comparable {
  private let words: [[UInt8]]

  init(_ hit: Hit, isLeft: Bool) {
    let analyzer = Analyzer()
    let left = analyzer.terms(of: hit.keyword?.left ?? "").reversed().map(\.bytes)
    let right = analyzer.terms(of: hit.keyword?.right ?? "").map(\.bytes)
    words = isLeft ? left + right : right + left
  }

  static func < (one: ConcordanceKey, other: ConcordanceKey) -> Bool {
    one.words.lexicographicallyPrecedes(other.words) { $0.lexicographicallyPrecedes($1) }
  }
}
