import FicModel
import FicWire
import FoundationEssentials
import Logging
import ServiceLifecycle
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct JobQueueTests {
  private let folder: TemporaryFolder
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let summary =
    #"{"type":"summary","files":1,"unchanged":0,"failed":0,"#
    + #""added":1,"changed":0,"removed":0,"bytes":5,"elapsedMilliseconds":6}"#

  /// Runs a shell script as the worker.
  private func outcome(
    of script: String,
    silence: Duration = .seconds(60),
    grace: Duration = .seconds(5),
    report: @escaping @Sendable (IngestEvent) -> Void = { _ in }
  ) async throws -> WorkerOutcome {
    let worker = Worker(
      executable: try folder.script(script),
      arguments: ["index", "--", "/a b/c'd"],
      silence: silence,
      grace: grace,
      logger: logger
    )
    return await worker.run(report)
  }

  @Test func `a worker that does its work`() async throws {
    let script = """
      [ "$1" = index ] && [ "$3" = "/a b/c'd" ] || exit 3
      echo '\(Self.summary)'
      """
    guard case .succeeded(let summary) = try await outcome(of: script) else {
      Issue.record("it did not succeed")
      return
    }
    #expect(summary.added == 1)
  }

  @Test func `a worker that fails says why`() async throws {
    let said = try await outcome(of: "echo reading >&2; echo 'no space left' >&2; echo >&2; exit 7")
    guard case .failed(let problem) = said else {
      Issue.record("it did not fail")
      return
    }
    #expect(problem.code == "worker_failed")
    #expect(problem.detail.contains("status 7"))
    #expect(problem.detail.contains("no space left"))
  }

  @Test func `a worker's own problem is handed on`() async throws {
    let script = #"""
      echo '{"type":"failure","code":"index_disk_full","status":500,"detail":"the disk is full"}'
      exit 2
      """#
    #expect(
      try await outcome(of: script)
        == .failed(Problem(code: "index_disk_full", status: 500, detail: "the disk is full"))
    )
  }

  @Test(arguments: [("SEGV", "signal 11"), ("KILL", "signal 9"), ("ABRT", "signal 6")])
  func `a worker that crashes or is killed is reported with its signal`(
    name: String,
    text: String
  ) async throws {
    guard case .failed(let problem) = try await outcome(of: "echo last words >&2; kill -\(name) $$")
    else {
      Issue.record("it did not fail")
      return
    }
    #expect(problem.detail.contains(text))
    #expect(problem.detail.contains("last words"))
  }

  @Test func `a worker that prints garbage does not disturb`() async throws {
    let script = """
      head -c 600000 /dev/zero | tr '\\0' 'x'
      echo
      printf '\\377\\376\\n{"type":"surprise"}\\n[1,2\\n\\n'
      echo '\(Self.summary)'
      """
    guard case .succeeded = try await outcome(of: script) else {
      Issue.record("it did not succeed")
      return
    }
  }

  @Test(arguments: ["true", "echo hello", "echo '{}'"])
  func `a worker that ends well but says nothing has failed`(script: String) async throws {
    guard case .failed(let problem) = try await outcome(of: script) else {
      Issue.record("it did not fail")
      return
    }
    #expect(problem.code == "worker_failed")
  }

  @Test func `a worker that finds the index busy says so`() async throws {
    #expect(try await outcome(of: "exit 75") == .busy)
  }

  @Test(arguments: ["/no/such/worker", "/etc/passwd", "/tmp"])
  func `a worker that cannot be started`(path: String) async {
    let worker = Worker(executable: path, arguments: [], logger: logger)
    guard case .failed(let problem) = await worker.run({ _ in }) else {
      Issue.record("it did not fail")
      return
    }
    #expect(problem.code == "worker_not_started")
    #expect(problem.detail.contains(path))
  }

  @Test func `a worker that hangs in silence is ended`() async throws {
    let hung = try await outcome(
      of: "trap '' TERM; while :; do sleep 1; done",
      silence: .milliseconds(200),
      grace: .milliseconds(100)
    )
    guard case .failed(let problem) = hung else {
      Issue.record("it did not fail")
      return
    }
    #expect(problem.code == "worker_hung")
  }

  @Test func `a worker that is cancelled is told so and may end in peace`() async throws {
    let mark = folder.file("ended")
    let script = "trap 'echo yes > \(mark); exit 0' TERM; while :; do sleep 0.05; done"
    let outcome = try await withThrowingTaskGroup(of: WorkerOutcome.self) { group in
      group.addTask { try await self.outcome(of: script) }
      try await Task.sleep(for: .milliseconds(300))
      group.cancelAll()
      return try await group.next()
    }
    #expect(outcome == .cancelled)
    #expect(FileManager.default.fileExists(atPath: mark))
  }

  @Test func `a worker that is cancelled and does not listen is killed`() async throws {
    let outcome = try await withThrowingTaskGroup(of: WorkerOutcome.self) { group in
      group.addTask {
        try await self.outcome(
          of: "trap '' TERM; while :; do sleep 1; done",
          grace: .milliseconds(100)
        )
      }
      try await Task.sleep(for: .milliseconds(300))
      group.cancelAll()
      return try await group.next()
    }
    #expect(outcome == .cancelled)
  }

  @Test func `events come in order`() async throws {
    let events = Collected<IngestEvent>()
    let progress = IngestEvent.Progress(filesDone: 1, filesTotal: 2)
    let line = String(decoding: progress.jsonBytes, as: UTF8.self)
    let script = "echo '\(line)'; printf '%s' '\(Self.summary)'"
    _ = try await outcome(of: script) { events.append($0) }
    #expect(events.values.count == 2)
    #expect(events.values.first == .progress(progress))
  }

  @Test func `the next job carries on after one that crashed`() async throws {
    let scopes = Collected<ReindexScope>()
    let queue = JobQueue(prefix: "t", logger: logger) { scope, _ in
      scopes.append(scope)
      return scopes.values.count == 1
        ? .failed(Problem(code: "worker_failed", status: 500, detail: "signal 9"))
        : .succeeded(IngestEvent.Summary())
    }
    try await run(queue) {
      let job = try #require(queue.enqueue(ReindexScope(paths: ["/a"]), trigger: .watch))
      #expect(try await eventually { queue.ended[.succeeded] == 1 })
      #expect(queue.report(of: job.id)?.state == .failed)
      #expect(scopes.values == [ReindexScope(paths: ["/a"]), ReindexScope(paths: ["/a"])])
      queue.enqueue(ReindexScope(paths: ["/b"]), trigger: .watch)
      #expect(try await eventually { queue.ended[.succeeded] == 2 })
    }
  }

  @Test func `jobs run one at a time`() async throws {
    let running = Collected<Int>()
    let queue = JobQueue(prefix: "t", logger: logger) { _, _ in
      running.append(1)
      let atOnce = running.values.reduce(0, +)
      try? await Task.sleep(for: .milliseconds(30))
      running.append(-1)
      return atOnce == 1
        ? .succeeded(IngestEvent.Summary())
        : .failed(Problem(code: "two_at_once", status: 500, detail: ""))
    }
    try await run(queue) {
      for number in 0..<20 {
        queue.enqueue(ReindexScope(paths: ["/\(number)"]), trigger: .watch)
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(try await eventually { queue.present?.state == .succeeded })
      #expect(queue.ended[.failed] == nil)
    }
  }

  @Test func `the stop ends the worker and cancels what waits`() async throws {
    let queue = JobQueue(prefix: "t", logger: logger) { _, _ in
      do {
        try await Task.sleep(for: .seconds(60))
        return .succeeded(IngestEvent.Summary())
      } catch {
        return .cancelled
      }
    }
    var ids: [String] = []
    try await run(queue) {
      ids.append(try #require(queue.enqueue(ReindexScope(), trigger: .start)).id)
      #expect(try await eventually { queue.present?.state == .running })
      ids.append(try #require(queue.enqueue(ReindexScope(), trigger: .watch)).id)
    }
    #expect(ids.map { queue.report(of: $0)?.state } == [.cancelled, .cancelled])
    #expect(queue.enqueue(ReindexScope(), trigger: .request) == nil)
  }

  @Test func `the worker gets what the options say`() {
    var options = DaemonOptions()
    options.archive = ["/srv/a", "/srv/b c"]
    options.index = "/var/i.sqlite"
    options.worker = "/usr/lib/worker"
    options.keepsRemoved = true
    let scope = ReindexScope(paths: ["/srv/a/-x"], all: true, rebuild: true)
    let worker = Worker(options, scope, logger: logger)
    #expect(worker.executable == "/usr/lib/worker")
    #expect(
      worker.arguments == [
        "index", "--progress", "json", "--archive", "/srv/a", "--archive", "/srv/b c", "--index",
        "/var/i.sqlite", "--all", "--rebuild", "--max-file-bytes", "536870912", "--jobs", "0",
        "--keep-removed", "--", "/srv/a/-x",
      ]
    )
  }

  /// Runs the queue while `body` does, then stops it.
  private func run(_ queue: JobQueue, _ body: () async throws -> Void) async throws {
    let group = ServiceGroup(services: [queue], logger: logger)
    async let running: Void = group.run()
    do {
      try await body()
    } catch {
      await group.triggerGracefulShutdown()
      throw error
    }
    await group.triggerGracefulShutdown()
    try await running
  }
}
