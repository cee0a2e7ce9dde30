import FicModel
import FicPrinter
import FicWire
import Logging
import ServiceLifecycle
import Subprocess
import SystemPackage

/// Runs the command of `watches.command` after each run that brought new lines to watched queries.
///
/// A command that fails or takes too long is told the same lines once more after the next run.
struct WatchCommandService: Service {
  /// How long a command may take; then it and what it started are ended.
  static let patience = Duration.seconds(60)

  /// How long it may take to end after SIGTERM, before SIGKILL.
  private static let grace = Duration.seconds(5)

  let book: QueryBook
  let options: CurrentOptions
  let logger: Logger

  /// Yields after each run that changed something.
  let changes: AsyncStream<Void>

  func run() async {
    for await _ in changes.cancelOnGracefulShutdown() {
      let command = options.value.watchCommand
      guard !command.isEmpty else { continue }
      await cancelWhenGracefulShutdown { await tell(command) }
    }
  }

  /// Runs the command where there are new lines.
  private func tell(_ command: String) async {
    do {
      let new = try await book.newLines(nil, for: .command)
      guard let records = new.records, !new.hits.isEmpty else { return }
      let printed = AnswerContents.search(records, SearchParameters(query: ""))
        .printed(as: FormParameters(form: .jsonl))
      let status = try await start(command, printed.bytes, new)
      guard status.isSuccess else {
        logger.warning("watches.command failed", metadata: ["status": "\(status)"])
        return
      }
      try book.remember(new, for: .command)
      logger.info("watches.command was told", metadata: ["lines": "\(new.hits.count)"])
    } catch let problem as Problem {
      logger.warning("watches.command was not run: \(problem.detail)")
    } catch {
      logger.warning("watches.command was not run: \(error)")
    }
  }

  /// Starts the command; what it prints goes to the journal with the daemon's own words.
  private func start(
    _ command: String,
    _ lines: [UInt8],
    _ new: NewLines
  ) async throws -> TerminationStatus {
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: Self.grace)
    ]
    let run = Task { [platform] in
      try await Subprocess.run(
        .path("/bin/sh"),
        arguments: ["-c", command],
        environment: .inherit.updating([
          "NOTIFY_SOCKET": nil, "WATCHDOG_USEC": nil,
          "FICSEARCH_NEW_LINES": "\(new.hits.count)",
          "FICSEARCH_WATCHES": new.names.joined(separator: " "),
        ]),
        platformOptions: platform,
        input: .array(lines),
        output: .currentStandardError,
        error: .currentStandardError
      ).terminationStatus
    }
    let timer = Task {
      try await Task.sleep(for: Self.patience)
      run.cancel()
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await run.value
    } onCancel: {
      run.cancel()
    }
  }
}
