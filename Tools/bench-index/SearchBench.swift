import BenchQueries
import FicIndex
import FicIndexSQLite
import FicModel
import FicQuery
import FoundationEssentials

/// Runs queries against an index file and takes the time.
struct SearchBench {
  private let index: SQLiteSearchIndex
  private let queries: [BenchQuery]
  private let repetitions: Int
  private let isExact: Bool

  /// Opens the index and reads the queries.
  init(index: String, queries: String, repetitions: Int, isExact: Bool) throws {
    self.index = SQLiteSearchIndex(path: index, readers: 1)
    self.repetitions = max(1, repetitions)
    self.isExact = isExact
    let text = try String(contentsOfFile: queries, encoding: .utf8)
    self.queries = BenchQuery.queries(in: text)
  }

  /// The times of all queries, which run one after the other, all of them in each round.
  func run(_ part: SearchCommand.Part) async throws -> [Timing] {
    var times = [[Double]](repeating: [], count: queries.count)
    var found = [Int](repeating: 0, count: queries.count)
    let clock = ContinuousClock()
    for _ in 0..<repetitions {
      for (place, query) in queries.enumerated() {
        let start = clock.now
        found[place] = try await ask(query, part)
        times[place].append(start.duration(to: clock.now).microseconds)
      }
    }
    return queries.indices.map { place in
      let sorted = times[place].sorted()
      let median = (sorted[sorted.count / 2] * 10).rounded() / 10
      return Timing(query: queries[place], microseconds: median, found: found[place])
    }
  }

  private func ask(_ query: BenchQuery, _ part: SearchCommand.Part) async throws -> Int {
    switch part {
    case .tally:
      let planned = try Planner(isExact: isExact).plan(try QueryParser.parse(query.text))
      return try await index.snapshot("measure a search", deadline: .never) { snapshot in
        let finder = InflectionFinder(snapshot)
        let plan = try finder.completed(planned)
        let weights = try snapshot.weights(of: plan)
        _ = try snapshot.closest(plan, weights, limit: 10)
        return try snapshot.tally(plan, weights).totals.matches
      }
    case .search, .count:
      let request = SearchRequest(
        query: query.text,
        limit: 10,
        view: part == .count ? .count : .lines,
        isExact: isExact
      )
      let answer = try await SearchEngine(index: index).search(request)
      return answer.end.totals.matches
    }
  }
}
