import FicIndex
import FicModel
import FicWire

/// Lets the first questions to a daemon without an index wait a moment for its first run.
///
/// So the very first search finds what a small archive has. Later questions, and those to a large
/// archive, are answered from what is there.
struct FirstRun: Sendable {
  /// How long a question waits at most; a few hundred chapters are read in it.
  private static let patience = Duration.seconds(5)

  /// How long the run may take to be queued after the daemon's start.
  private static let beginning = Duration.seconds(1)

  /// Whether there was no index when the daemon began.
  let isAwaited: Bool

  /// When the daemon began.
  let started: ContinuousClock.Instant

  /// The jobs; the first of them is the run.
  let jobs: JobQueue

  /// Waits until the run has ended, or for as long as a question can.
  ///
  /// - Throws: `CancellationError` where the question is taken back.
  func wait() async throws {
    let end = ContinuousClock.now.advanced(by: Self.patience)
    while isUnderway && ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Whether the run is awaited and has not ended.
  var isUnderway: Bool {
    guard isAwaited, jobs.ended.isEmpty else { return false }
    return jobs.present?.state.isFinal == false
      || started.duration(to: .now) < Self.beginning
  }

  /// Why nothing is indexed: what the first run failed of, where it did.
  func problem(_ error: IndexError) -> Problem {
    var problem = error.problem
    if let failure = jobs.lastFailure {
      problem.detail += ": \(failure.detail)"
      problem.hint = failure.hint
    }
    return problem
  }
}
