import FicModel

/// Counts what a run has done and says so now and then.
struct ProgressMeter {
  /// Ten times a second is smooth and costs nothing.
  private static let interval = Duration.milliseconds(100)

  /// What is read can be searched some seconds after a first run began, and again each time the run
  /// has lasted four times as long: to make that so takes a quarter of the time that reading took.
  private static let firstPreview = 6000
  private static let longerUntilNextPreview = 4

  /// Near its end a run does not make what is read so far searchable: not where less is left than
  /// this, or than half of the time that it has lasted.
  private static let leastRemainingForPreview = 5000

  private let started = ContinuousClock.now
  private var nextPreview = Self.firstPreview
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

  /// Whether it is time to let what is read so far be searched.
  mutating func previewIsDue() -> Bool {
    progress.elapsedMilliseconds = elapsedMilliseconds
    guard progress.elapsedMilliseconds >= nextPreview else { return false }
    nextPreview = progress.elapsedMilliseconds * Self.longerUntilNextPreview
    let remaining = progress.remainingMilliseconds ?? 0
    return remaining >= max(Self.leastRemainingForPreview, progress.elapsedMilliseconds / 2)
  }

  /// The summary at the end.
  mutating func finished() -> IngestEvent.Summary {
    summary.elapsedMilliseconds = elapsedMilliseconds
    return summary
  }
}
