import FicModel
import FicWire

/// The daemon's jobs: at most one runs and one waits; the last ones that ended are remembered.
struct JobBook: Sendable {
  /// A job with those who watch it.
  private struct Entry {
    var report: JobReport
    var isRetry: Bool
    var problems: [FileProblem] = []
    var watchers: [AsyncStream<JobRecord>.Continuation] = []
  }

  /// How many jobs are remembered.
  static let maximumJobs = 32

  /// A watcher that reads more slowly than this many records misses the oldest.
  private static let maximumUnread = 512

  /// How many jobs ended in which state.
  private(set) var ended: [JobReport.State: Int] = [:]

  private let prefix: String
  private var entries: [Entry] = []
  private var counter = 0
  private var isClosed = false

  /// Creates an empty book; `prefix` tells its jobs from those of another start of the daemon.
  init(prefix: String) {
    self.prefix = prefix
  }

  /// Adds a job, or widens the one that waits.
  ///
  /// Returns it; nil once the book is closed.
  mutating func enqueue(
    _ scope: ReindexScope,
    trigger: JobReport.Trigger,
    isRetry: Bool = false
  ) -> JobReport? {
    if isClosed { return nil }
    if let waiting = entries.indices.last(where: { entries[$0].report.state == .queued }) {
      let merged = ReindexScope(entries[waiting].report).union(scope)
      entries[waiting].report.paths = merged.paths
      entries[waiting].report.all = merged.all
      entries[waiting].report.rebuild = merged.rebuild
      entries[waiting].report.gone = merged.gone
      entries[waiting].report.forgets = merged.forgets
      return entries[waiting].report
    }
    counter += 1
    let report = JobReport(
      id: "\(prefix)-\(counter)",
      state: .queued,
      trigger: trigger,
      paths: scope.paths,
      all: scope.all,
      rebuild: scope.rebuild,
      gone: scope.gone,
      forgets: scope.forgets
    )
    entries.append(Entry(report: report, isRetry: isRetry))
    if entries.count > Self.maximumJobs { entries.removeFirst() }
    return report
  }

  /// Starts the job that waits; nil where none does or one runs.
  mutating func startNext() -> JobReport? {
    guard !entries.contains(where: { $0.report.state == .running }),
      let next = entries.indices.first(where: { entries[$0].report.state == .queued })
    else { return nil }
    entries[next].report.state = .running
    publish(.job(entries[next].report), at: next)
    return entries[next].report
  }

  /// Notes what the worker reported, and passes it on.
  mutating func record(_ event: IngestEvent, job id: String) {
    guard let index = index(of: id) else { return }
    switch event {
    case .progress(let progress): entries[index].report.progress = progress
    case .fileProblem(let problem):
      if entries[index].problems.count < StatusReport.maximumProblems {
        entries[index].problems.append(problem)
      }
    case .summary, .failure: break
    }
    publish(.event(event), at: index)
  }

  /// Ends a job.
  ///
  /// Returns what has to be tried once more: the scope of a job whose worker ran and failed, unless
  /// it was a second try itself.
  mutating func finish(_ id: String, _ outcome: WorkerOutcome) -> ReindexScope? {
    guard let index = index(of: id), !entries[index].report.state.isFinal else { return nil }
    var report = entries[index].report
    report.progress = nil
    switch outcome {
    case .succeeded(let summary):
      report.state = .succeeded
      report.summary = summary
    case .failed(let problem):
      report.state = .failed
      report.failure = problem
    case .busy:
      report.state = .failed
      report.failure = .indexBusy
    case .cancelled:
      report.state = .cancelled
      report.failure = .stopping
    }
    entries[index].report = report
    ended[report.state, default: 0] += 1
    publish(.job(report), at: index)
    for watcher in entries[index].watchers { watcher.finish() }
    entries[index].watchers = []
    guard report.state == .failed, !entries[index].isRetry, !isClosed,
      report.failure?.code != Problem.workerNotStartedCode
    else { return nil }
    return ReindexScope(report)
  }

  /// Takes no more jobs and cancels the one that waits.
  mutating func close() {
    isClosed = true
    for entry in entries where entry.report.state == .queued {
      _ = finish(entry.report.id, .cancelled)
    }
  }

  /// A job as it stands.
  func report(of id: String) -> JobReport? { index(of: id).map { entries[$0].report } }

  /// The job that runs, else the one that ended last, else the one that waits.
  var present: JobReport? {
    let reports = entries.map(\.report)
    return reports.last { $0.state == .running } ?? reports.last { $0.state.isFinal }
      ?? reports.last
  }

  /// What the job failed of that ended last; nil where it did not fail.
  var lastFailure: Problem? { entries.map(\.report).last { $0.state.isFinal }?.failure }

  /// The job as it stands, the problems that it has met, then every record until it ends.
  mutating func records(of id: String) -> AsyncStream<JobRecord>? {
    guard let index = index(of: id) else { return nil }
    let (stream, continuation) = AsyncStream.makeStream(
      of: JobRecord.self,
      bufferingPolicy: .bufferingNewest(Self.maximumUnread)
    )
    continuation.yield(.job(entries[index].report))
    for problem in entries[index].problems { continuation.yield(.event(.fileProblem(problem))) }
    if entries[index].report.state.isFinal {
      continuation.finish()
    } else {
      entries[index].watchers.append(continuation)
    }
    return stream
  }

  private func index(of id: String) -> Int? { entries.firstIndex { $0.report.id == id } }

  private mutating func publish(_ record: JobRecord, at index: Int) {
    entries[index].watchers.removeAll { watcher in
      if case .terminated = watcher.yield(record) { return true }
      return false
    }
  }
}
