import FicModel

/// Counts what a run has done and says so now and then.
struct ProgressMeter {
  /// Ten times a second is smooth and costs nothing.
  private static let interval = Duration.milliseconds(100)

  private let started = ContinuousClock.now
  private var reported: ContinuousClock.Instant?

  /// How far the run is.
  var progress = IngestEvent.Progress()

  /// What it did.
  var summary = IngestEvent.Summary()

  /// Since the run began, in milliseconds.
  var elapsedMilliseconds: Int {
    let elapsed = started.duration(to: .now).components
    return Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
  }

  /// The progress to report, if it is time to.
  mutating func due() -> IngestEvent.Progress? {
    let now = ContinuousClock.now
    if let reported, reported.duration(to: now) < Self.interval { return nil }
    reported = now
    progress.elapsedMilliseconds = elapsedMilliseconds
    return progress
  }

  /// The summary at the end.
  mutating func finished() -> IngestEvent.Summary {
    summary.elapsedMilliseconds = elapsedMilliseconds
    return summary
  }
}
