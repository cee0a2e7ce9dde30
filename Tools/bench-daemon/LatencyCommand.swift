import ArgumentParser
import BenchQueries
import FicIndex
import FicIndexSQLite

/// Compares searches over the socket with the same searches in process.
struct LatencyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency",
    abstract: "Compare answers over the socket with the same answers in process.",
    discussion: """
      In each repetition all queries are asked in process and then all over the socket; a query's time \
      is the median of the repetitions, to the last byte of the answer. 'above' is what the socket adds \
      to each query.
      """
  )

  @OptionGroup var options: QueryOptions
  @Option(help: "The index file that the daemon reads.") var index: String
  @Option(help: "How often each query is asked.") var repetitions = 7

  func run() async throws {
    let queries = try options.chosen()
    let engine = SearchEngine(index: SQLiteSearchIndex(path: index, readers: 1))
    var connection = try KeptConnection(options.socket)
    var inProcess = [[Double]](repeating: [], count: queries.count)
    var overSocket = inProcess
    let clock = ContinuousClock()
    for _ in 0..<max(1, repetitions) {
      for (place, query) in queries.enumerated() {
        let start = clock.now
        _ = try await engine.search(SearchRequest(query: query.text, limit: options.limit)).records
        inProcess[place].append(start.duration(to: clock.now).microseconds)
      }
      for (place, query) in queries.enumerated() {
        let request = options.request(query)
        let start = clock.now
        _ = try connection.ask(request)
        overSocket[place].append(start.duration(to: clock.now).microseconds)
      }
    }
    let own = inProcess.map { Quantiles($0).p50 }
    let its = overSocket.map { Quantiles($0).p50 }
    var seen: Set<String> = []
    for group in queries.map(\.group).filter({ seen.insert($0).inserted }) {
      let places = queries.indices.filter { queries[$0].group == group }
      print(Self.line(group, places.map { own[$0] }, places.map { its[$0] }))
    }
    print(Self.line("all", own, its))
  }

  private static func line(_ name: String, _ own: [Double], _ its: [Double]) -> String {
    let above = Quantiles(zip(own, its).map { $1 - $0 })
    let (own, its) = (Quantiles(own), Quantiles(its))
    return """
      {"class":"\(name)","in_process":{"p50":\(own.p50),"p99":\(own.p99)},\
      "socket":{"p50":\(its.p50),"p99":\(its.p99)},"above":{"p50":\(above.p50),"p99":\(above.p99)}}
      """
  }
}
