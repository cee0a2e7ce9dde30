import FicIndex
import FicModel
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
  let started: ContinuousClock.Instant
  let options: CurrentOptions
  let index: any SearchIndex
  let jobs: JobQueue
  let watch: @Sendable () -> WatchReport

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    .json(await report(request))
  }

  private func report(_ request: Request) async -> StatusReport {
    let options = options.value
    let deadline = Deadline.after(Self.patience)
    var report = StatusReport(
      version: version,
      process: Int(getpid()),
      uptimeSeconds: Int(started.duration(to: .now).components.seconds),
      archive: options.archive,
      index: IndexReport(path: options.index),
      watch: watch(),
      job: jobs.present
    )
    report.index.describe(index.capabilities)
    do {
      let (statistics, problems) = try await index.snapshot(
        "read the status of the index",
        deadline: deadline
      ) { snapshot in
        let most = StatusReport.maximumProblems
        let failed = try snapshot.fileProblems(withOtherForms: false, limit: most)
        let others = try snapshot.fileProblems(withOtherForms: true, limit: most)
          .filter(\.isHarmless)
        return (try snapshot.statistics(), failed + others.prefix(most - failed.count))
      }
      report.index.generation = statistics.generation
      report.index.counts = statistics.counts
      report.failedFiles = statistics.failedFiles
      report.problems = problems
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
