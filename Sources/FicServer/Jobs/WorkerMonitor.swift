import FicModel
import Synchronization

/// What is known of a worker while it runs, shared by those who listen to it.
final class WorkerMonitor: Sendable {
  /// Why a worker has to end.
  enum Stop {
    /// It has been silent for too long.
    case hung
    /// The daemon stops.
    case cancelled
  }

  private struct State {
    var transcript = WorkerTranscript()
    var heard = ContinuousClock.now
    var stop: Stop?
  }

  /// How often is looked whether it has to end.
  private static let interval = Duration.milliseconds(100)

  private let state = Mutex(State())

  /// What the worker has said.
  var transcript: WorkerTranscript { state.withLock { $0.transcript } }

  /// Why it has to end; nil while it need not.
  var stop: Stop? { state.withLock { $0.stop } }

  /// Reads a line of standard output.
  ///
  /// Returns the event that it is; nil for anything else.
  func readOutput(_ line: [UInt8]) -> IngestEvent? {
    state.withLock { $0.transcript.readOutput(line) }
  }

  /// Reads a line of standard error.
  ///
  /// Returns its text; nil for a blank line.
  func readError(_ line: [UInt8]) -> String? { state.withLock { $0.transcript.readError(line) } }

  /// Notes that the worker has said something.
  func hear() { state.withLock { $0.heard = .now } }

  /// Notes that the daemon stops.
  func cancel() { state.withLock { $0.stop = $0.stop ?? .cancelled } }

  /// Returns when the worker has to end: because it has said nothing for `silence`, or was
  /// cancelled.
  ///
  /// Throws: `CancellationError` once nobody waits any more.
  func waitForStop(silence: Duration) async throws {
    while true {
      let isStopped = state.withLock { state in
        if state.heard.duration(to: .now) >= silence { state.stop = state.stop ?? .hung }
        return state.stop != nil
      }
      if isStopped { return }
      try await Task.sleep(for: Self.interval)
    }
  }
}
