import FicIndex
import FicModel
import FicPrinter
import FicWire
import Glibc
import Hummingbird

/// `GET /v1/status`: what the daemon has, does and misses.
///
/// It answers whatever is broken.
struct StatusRoute: Sendable {
  /// How long the index may take to say how much it holds.
  private static let patience = Duration.seconds(2)

  let version: String
  let socket: String
  let started: ContinuousClock.Instant
  let options: CurrentOptions
  let index: any SearchIndex
  let jobs: JobQueue
  let watch: @Sendable () -> WatchReport

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    let (items, form) = try request.question()
    try items.requireOnly(["files"])
    let report = await report(request, listsFiles: try items.flag("files") ?? false)
    return .answer(.status(report), as: form)
  }

  /// The state of the daemon and its index.
  func report(_ request: Request, listsFiles: Bool) async -> StatusReport {
    let options = options.value
    let deadline = Deadline.after(Self.patience)
    var report = StatusReport(
      version: version,
      process: Int(getpid()),
      user: UserName.name(of: geteuid()) ?? String(geteuid()),
      socket: socket,
      uptimeSeconds: Int(started.duration(to: .now).components.seconds),
      archive: options.archive,
      index: IndexReport(path: options.index),
      watch: watch(),
      job: jobs.present
    )
    report.index.describe(index.capabilities)
    report.index.isReadOnly = index.isReadOnly
    do {
      let found = try await index.snapshot(
        "read the status of the index",
        deadline: deadline
      ) { snapshot in
        let counts = try snapshot.fileProblemCounts()
        let problems =
          listsFiles
          ? try snapshot.fileProblems(code: nil, limit: StatusReport.maximumProblems)
          : try counts.flatMap {
            try snapshot.fileProblems(code: $0.code, limit: StatusReport.examples)
          }
        return (try snapshot.statistics(), try snapshot.shownCounts(), counts, problems)
      }
      report.index.generation = found.0.generation
      report.index.counts = found.1
      report.failedFiles = found.0.failedFiles
      report.problemCounts = found.2
      report.problems = found.3
      report.index.failure = index.damage?.problem
    } catch {
      report.index.failure = Problem(describing: error, request: request) ?? .unexpected
    }
    return report
  }
}

extension IndexReport {
  /// Takes over what the engine can do.
  fileprivate mutating func describe(_ found: IndexCapabilities) {
    engine = found.name
    capabilities = Capabilities(
      near: found.near,
      exactTotals: found.exactTotals,
      suggestions: found.suggestions
    )
  }
}
