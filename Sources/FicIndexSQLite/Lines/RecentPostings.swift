import FicIndex

/// The postings of the chapters that came since the last merge, in memory: by term.
struct RecentPostings: Sendable {
  private var runs: [[UInt8]: LineRun] = [:]

  /// Creates no postings.
  init() {}

  /// Adds the lines of a chapter, whose first row is behind all others.
  mutating func add(_ lines: LineStreams, first: Int) {
    for index in 0..<lines.count {
      var counts: [ArraySlice<UInt8>: UInt16] = [:]
      lines.forEachTerm(ofLine: index) { term in
        let count = counts[term] ?? 0
        counts[term] = count < .max ? count + 1 : count
      }
      for (term, count) in counts {
        runs[Array(term), default: LineRun()]
          .append(Int32(truncatingIfNeeded: first + index), count)
      }
    }
  }

  /// The postings of a term.
  func run(of term: [UInt8]) -> LineRun? { runs[term] }

  /// The terms that start with a prefix.
  ///
  /// Complexity: linear in all terms.
  func terms(startingWith prefix: [UInt8]) -> [[UInt8]] {
    runs.keys.filter { $0.starts(with: prefix) }
  }
}
