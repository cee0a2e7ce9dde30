import FicIndex
import FicModel
import FicWire
import Logging
import NIOPosix
import ServiceLifecycle

@testable import FicServer

/// A server on a socket of its own, with everything behind its routes under the test's hand.
struct TestServer: Sendable {
  let folder: TemporaryFolder
  let options: CurrentOptions

  /// Longer than other tests may keep one from going on.
  var limits = ConnectionState.Limits(request: .seconds(300), stall: .seconds(300))

  var answers = QueryAnswers.fixed
  var runner: JobQueue.Runner = { _, _ in .succeeded(IngestEvent.Summary()) }

  init(_ change: (inout DaemonOptions) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    var options = DaemonOptions()
    options.archive = [try folder.makeFolder("archive")]
    options.index = folder.file("index.sqlite")
    options.socket = folder.file("socket")
    change(&options)
    self.options = CurrentOptions(options)
  }

  /// What a test may do while the server runs.
  struct Running: Sendable {
    let socket: String
    let jobs: JobQueue
    let group: ServiceGroup

    /// Connects.
    func connect() async throws -> RawConnection { try await RawConnection(to: socket) }

    /// Sends a request over a connection of its own and reads the whole answer.
    func ask(
      _ target: String,
      method: String = "GET",
      headers: [String] = [],
      body: String = ""
    ) async throws -> Reply {
      let connection = try await connect()
      var lines =
        ["\(method) \(target) HTTP/1.1", "Host: localhost", "Connection: close"] + headers
      if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
      try await connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
      return try await connection.read()
    }
  }

  /// Runs the server while `body` does.
  func run(_ body: @Sendable (Running) async throws -> Void) async throws {
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let jobs = JobQueue(prefix: "t", logger: logger, runner: runner)
    let router = APIRouter(
      version: "0",
      socket: options.value.socket,
      options: options,
      index: BrokenIndex(),
      answers: answers,
      jobs: jobs,
      watch: { WatchReport(enabled: false) }
    )
    let socket = ListeningSocket.path(options.value.socket)
    try await socket.prepare(MultiThreadedEventLoopGroup.singleton)
    let (listening, isListening) = AsyncStream.makeStream(of: Void.self)
    let connections = ConnectionService(
      socket: socket,
      responder: router.responder(),
      options: options.value,
      limits: limits,
      group: MultiThreadedEventLoopGroup.singleton,
      logger: logger
    ) { isListening.finish() }
    let group = ServiceGroup(services: [jobs, connections], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { isListening.finish() }
        try await group.run()
      }
      for await _ in listening {}
      guard FileStatus(at: options.value.socket) != nil else {
        try await tasks.waitForAll()
        return
      }
      let running = Running(socket: options.value.socket, jobs: jobs, group: group)
      do {
        try await body(running)
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}

extension QueryAnswers {
  /// Answers every question with next to nothing.
  static var fixed: QueryAnswers {
    let begin: @Sendable (String) -> SearchBegin = { query in
      SearchBegin(query: query, understood: query, generation: 1, complete: true)
    }
    return
      QueryAnswers(
        version: { _ in IndexVersion(generation: 1) },
        search: { request, _ in
          [
            .begin(begin(request.query)),
            .end(SearchEnd(totals: SearchTotals())),
          ]
        },
        count: { request, _ in
          CountTable(
            begin: begin(request.search.query),
            by: request.key,
            groups: [],
            more: 0,
            totals: SearchTotals(),
            words: 0,
            copies: nil
          )
        },
        dispersion: { request, _ in
          CountAnswer(begin: begin(request.query), elements: [], more: 0)
        },
        collocates: { request, _, _, _ in
          CountAnswer(begin: begin(request.query), elements: [], more: 0)
        },
        cast: { _, _ in [] },
        called: { _, _ in [] },
        works: { _, _ in WorksAnswer(works: [], page: WorksPage(total: 0)) },
        worksCalled: { _, _, _ in [] },
        contents: { _, _, _ in [] },
        changes: { _, _, _ in [] },
        passage: { _, _, _, _, _ in throw Problem.unexpected },
        correctable: { _, _ in throw Problem.noSuchWork("") },
        completions: { prefix, _, _ in [prefix + "…"] },
        queryCompletions: { word, _, _, _, _, _ in [word + "…"] }
      )
  }
}
