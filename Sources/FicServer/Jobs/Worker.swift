package import FicModel
import Glibc
package import Logging
import Subprocess
import SystemPackage

/// The ingest worker: a process of its own, started for each job.
package struct Worker: Sendable {
  /// `EX_TEMPFAIL` of sysexits.h: the worker's status when another process writes to the index.
  private static let busyStatus: CInt = 75

  /// The executable's path.
  package var executable: String

  /// Its arguments.
  package var arguments: [String]

  /// A worker that says nothing for so long is taken to hang and is ended.
  ///
  /// It reports several times a second while it reads; tidying up a large index takes longer.
  package var silence: Duration

  /// How long it may take to end after SIGTERM, before SIGKILL.
  package var grace: Duration

  private let logger: Logger

  /// Creates a worker that is not started yet.
  package init(
    executable: String,
    arguments: [String],
    silence: Duration = .seconds(1800),
    grace: Duration = .seconds(10),
    logger: Logger
  ) {
    self.executable = executable
    self.arguments = arguments
    self.silence = silence
    self.grace = grace
    self.logger = logger
  }

  /// Starts the worker, hands its events to `report`, and returns how it ended.
  ///
  /// Ends it when the task is cancelled.
  package func run(_ report: @escaping @Sendable (IngestEvent) -> Void) async -> WorkerOutcome {
    guard unsafe access(executable, X_OK) == 0 else {
      return .failed(.workerNotStarted(executable, cause: Self.text(of: errno)))
    }
    let monitor = WorkerMonitor()
    return await withTaskCancellationHandler {
      // The run itself is kept from cancellation: Subprocess would kill the worker without the
      // grace that it needs to finish its chapter. `monitor` ends it.
      await Task { await runToEnd(monitor, report) }.value
    } onCancel: {
      monitor.cancel()
    }
  }

  private func runToEnd(
    _ monitor: WorkerMonitor,
    _ report: @escaping @Sendable (IngestEvent) -> Void
  ) async -> WorkerOutcome {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(executable)),
        arguments: Arguments(arguments),
        environment: .inherit.updating(["NOTIFY_SOCKET": nil, "WATCHDOG_USEC": nil]),
        platformOptions: platformOptions,
        input: .none,
        output: .sequence,
        error: .sequence
      ) { execution in
        try await listen(to: execution, monitor, report)
      }
      switch monitor.stop {
      case .cancelled: return .cancelled
      case .hung: return .failed(.workerHung(silence: silence))
      case nil: return outcome(of: result.terminationStatus, monitor.transcript)
      }
    } catch {
      if monitor.stop == .cancelled { return .cancelled }
      return .failed(.workerNotStarted(executable, cause: "\(error)"))
    }
  }

  /// Returns when the worker has closed both its outputs.
  private func listen(
    to execution: Execution<NoInput, SequenceOutput, SequenceOutput>,
    _ monitor: WorkerMonitor,
    _ report: @escaping @Sendable (IngestEvent) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try? await end(execution, monitor)
        // Not to be counted among the two that the worker ends.
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(60)) }
      }
      group.addTask { try await readOutput(execution.standardOutput, monitor, report) }
      group.addTask { try await readErrors(execution.standardError, monitor) }
      try await group.next()
      try await group.next()
      group.cancelAll()
    }
  }

  /// Asks the worker to end once it has to, and makes it end when it does not.
  private func end(
    _ execution: Execution<NoInput, SequenceOutput, SequenceOutput>,
    _ monitor: WorkerMonitor
  ) async throws {
    try await monitor.waitForStop(silence: silence)
    try execution.send(signal: .terminate, toProcessGroup: true)
    try await Task.sleep(for: grace)
    try execution.send(signal: .kill, toProcessGroup: true)
  }

  private func outcome(
    of status: TerminationStatus,
    _ transcript: WorkerTranscript
  )
    -> WorkerOutcome
  {
    if transcript.garbage > 0 {
      logger.warning(
        "the worker wrote lines that are no records",
        metadata: ["lines": .stringConvertible(transcript.garbage)]
      )
    }
    switch status {
    case .exited(0):
      if let summary = transcript.summary { return .succeeded(summary) }
      return .failed(.workerSaidNothing(executable))
    case .exited(Self.busyStatus): return .busy
    case .exited(let code):
      if let failure = transcript.failure { return .failed(failure) }
      return .failed(.workerFailed("status \(code)", transcript.lastErrorLine))
    case .signaled(let number):
      return .failed(.workerFailed(Self.signalText(number), transcript.lastErrorLine))
    }
  }

  private func readOutput(
    _ output: SubprocessOutputSequence,
    _ monitor: WorkerMonitor,
    _ report: @Sendable (IngestEvent) -> Void
  ) async throws {
    var lines = LineAccumulator()
    for try await buffer in output {
      monitor.hear()
      for line in lines.append(Self.bytes(of: buffer)) {
        if let event = monitor.readOutput(line) { report(event) }
      }
    }
    if let line = lines.finish(), let event = monitor.readOutput(line) { report(event) }
  }

  private func readErrors(
    _ errors: SubprocessOutputSequence,
    _ monitor: WorkerMonitor
  )
    async throws
  {
    var lines = LineAccumulator()
    for try await buffer in errors {
      monitor.hear()
      for line in lines.append(Self.bytes(of: buffer)) { log(line, monitor) }
    }
    if let line = lines.finish() { log(line, monitor) }
  }

  private func log(_ line: [UInt8], _ monitor: WorkerMonitor) {
    guard let text = monitor.readError(line) else { return }
    logger.info("worker: \(text)")
  }

  private static func bytes(of buffer: SubprocessOutputSequence.Buffer) -> [UInt8] {
    unsafe buffer.withUnsafeBytes { unsafe Array($0) }
  }

  /// A session of its own, so that whatever the worker starts ends with it.
  private var platformOptions: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    return options
  }

  private static func text(of number: CInt) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }

  private static func signalText(_ number: CInt) -> String {
    let name = unsafe strsignal(number).map { unsafe String(cString: $0) }
    return "signal \(number)" + (name.map { " (\($0))" } ?? "")
  }
}
