package import FicModel
package import FicWire
package import Logging
import ServiceLifecycle
import Synchronization

/// Runs the ingest worker, one job at a time.
///
/// What is asked while one waits joins that one.
package final class JobQueue: Service {
  /// Starts the worker for a scope and hands over its events; a test may start something else.
  package typealias Runner =
    @Sendable (ReindexScope, @escaping @Sendable (IngestEvent) -> Void) async -> WorkerOutcome

  /// How long a job waits between two tries while another process writes to the index, and how
  /// often it tries: five minutes in all.
  private static let busyPause = Duration.seconds(2)
  private static let busyTries = 150

  private let book: Mutex<JobBook>
  private let wakeUps: AsyncStream<Void>
  private let wakeUp: AsyncStream<Void>.Continuation
  private let runner: Runner
  private let jobEnded: @Sendable (JobReport) -> Void
  private let logger: Logger

  /// Creates a queue; `jobEnded` is called after each job.
  package init(
    prefix: String,
    logger: Logger,
    jobEnded: @escaping @Sendable (JobReport) -> Void = { _ in },
    runner: @escaping Runner
  ) {
    book = Mutex(JobBook(prefix: prefix))
    (wakeUps, wakeUp) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.runner = runner
    self.jobEnded = jobEnded
    self.logger = logger
  }

  /// Queues a job, or widens the one that waits.
  ///
  /// Returns the job; nil when the daemon stops.
  @discardableResult
  package func enqueue(_ scope: ReindexScope, trigger: JobReport.Trigger) -> JobReport? {
    let report = book.withLock { $0.enqueue(scope, trigger: trigger) }
    wakeUp.yield()
    return report
  }

  /// A job as it stands; nil where it is not known any more.
  package func report(of id: String) -> JobReport? { book.withLock { $0.report(of: id) } }

  /// What the job failed of that ended last, whatever runs now; nil where it did not fail.
  var lastFailure: Problem? { book.withLock { $0.lastFailure } }

  /// The job that runs, else the one that ended last, else the one that waits.
  package var present: JobReport? { book.withLock { $0.present } }

  /// How many jobs ended in which state.
  package var ended: [JobReport.State: Int] { book.withLock { $0.ended } }

  /// The records of a job until it ends; nil where it is not known any more.
  package func records(of id: String) -> AsyncStream<JobRecord>? {
    book.withLock { $0.records(of: id) }
  }

  /// Waits for the end of a job.
  ///
  /// - Throws: `Problem` where it did not succeed.
  func wait(for job: JobReport) async throws {
    guard let records = records(of: job.id) else { throw Problem.noSuchJob(job.id) }
    for await _ in records.cancelOnGracefulShutdown() {}
    if let report = report(of: job.id), let problem = JobRoute.problem(report) { throw problem }
  }

  /// Runs jobs until the daemon stops; the worker that runs then is ended.
  package func run() async {
    for await _ in wakeUps.cancelOnGracefulShutdown() {
      while !Task.isShuttingDownGracefully, !Task.isCancelled,
        let job = book.withLock({ $0.startNext() })
      {
        await perform(job)
      }
    }
    book.withLock { $0.close() }
  }

  private func perform(_ job: JobReport) async {
    let scope = ReindexScope(job)
    logger.info("job started", metadata: Self.metadata(job))
    let outcome = await cancelWhenGracefulShutdown { await self.attempt(scope, job.id) }
    let again = book.withLock { $0.finish(job.id, outcome) }
    if let report = report(of: job.id) {
      logEnd(of: report)
      jobEnded(report)
    }
    if let again {
      _ = book.withLock { $0.enqueue(again, trigger: job.trigger, isRetry: true) }
      wakeUp.yield()
    }
  }

  private func attempt(_ scope: ReindexScope, _ id: String) async -> WorkerOutcome {
    for _ in 0..<Self.busyTries {
      let outcome = await runner(scope) { event in self.record(event, id) }
      guard outcome == .busy else { return outcome }
      do {
        try await Task.sleep(for: Self.busyPause)
      } catch {
        return .cancelled
      }
    }
    return .busy
  }

  private func record(_ event: IngestEvent, _ id: String) {
    book.withLock { $0.record(event, job: id) }
    guard case .fileProblem(let problem) = event else { return }
    logger.warning(
      "file not searchable: \(problem.cause)",
      metadata: ["path": "\(problem.path)", "code": "\(problem.code)"]
    )
  }

  private func logEnd(of report: JobReport) {
    var metadata = Self.metadata(report)
    if let summary = report.summary {
      metadata["files"] = .stringConvertible(summary.files)
      metadata["changed"] = .stringConvertible(summary.added + summary.changed + summary.removed)
      metadata["failed"] = .stringConvertible(summary.failed)
      metadata["milliseconds"] = .stringConvertible(summary.elapsedMilliseconds)
    }
    if let failure = report.failure, report.state == .failed {
      logger.error("job failed: \(failure.detail)", metadata: metadata)
    } else {
      logger.info("job \(report.state.rawValue)", metadata: metadata)
    }
  }

  private static func metadata(_ job: JobReport) -> Logger.Metadata {
    [
      "job": "\(job.id)", "trigger": "\(job.trigger.rawValue)",
      "scope": job.paths.isEmpty ? "archive" : "\(job.paths.count) paths",
    ]
  }
}
