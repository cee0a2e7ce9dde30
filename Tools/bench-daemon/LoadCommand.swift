import ArgumentParser
import BenchQueries
import NIOPosix

/// Asks a daemon from many connections at once.
struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Count the answers that many clients get at once.",
    discussion: """
      Each client keeps its connection and asks the queries in turn, each from another place on.
      """
  )

  @OptionGroup var options: QueryOptions
  @Option(help: "How many clients.") var clients = 16
  @Option(help: "For how long they ask.") var seconds = 4.0

  func run() async throws {
    let requests = try options.chosen().map(options.request)
    let pool = NIOThreadPool(numberOfThreads: max(1, clients))
    pool.start()
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    let times = try await withThrowingTaskGroup(of: [Double].self) { group in
      for client in 0..<max(1, clients) {
        group.addTask { [socket = options.socket] in
          try await pool.runIfActive {
            try Self.ask(requests, from: client * 9, socket: socket, until: end)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    try await pool.shutdownGracefully()
    let figures = Quantiles(times)
    print(
      """
      {"clients":\(max(1, clients)),"queries_per_second":\(Int(Double(times.count) / seconds)),\
      "p50":\(figures.p50),"p99":\(figures.p99)}
      """
    )
  }

  private static func ask(
    _ requests: [[UInt8]],
    from start: Int,
    socket: String,
    until end: ContinuousClock.Instant
  ) throws -> [Double] {
    var connection = try KeptConnection(socket)
    var times: [Double] = []
    var place = start
    var now = ContinuousClock.now
    while now < end {
      place += 1
      _ = try connection.ask(requests[place % requests.count])
      let then = ContinuousClock.now
      times.append(now.duration(to: then).microseconds)
      now = then
    }
    return times
  }
}
