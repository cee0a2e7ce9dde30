/// Paths that have changed and are left to rest before they are read.
///
/// Does no I/O.
struct SettlingPaths {
  /// More paths than this at a time become the whole archive.
  static let maximumPaths = 10_000

  /// A path that never comes to rest is read after this many times the settling time.
  static let patience = 10

  private struct Change {
    var first: ContinuousClock.Instant
    var last: ContinuousClock.Instant
  }

  private let settle: Duration
  private var changes: [String: Change] = [:]
  private var whole: Change?

  /// Creates an empty set whose paths rest for `settle`.
  init(settle: Duration) {
    self.settle = settle
  }

  /// Notes that a path has changed.
  mutating func note(_ path: String, now: ContinuousClock.Instant) {
    guard changes[path] != nil || changes.count < Self.maximumPaths else {
      noteWholeArchive(now: now)
      return
    }
    changes[path] = Change(first: changes[path]?.first ?? now, last: now)
  }

  /// Notes that something has changed and nobody knows what.
  mutating func noteWholeArchive(now: ContinuousClock.Instant) {
    whole = Change(first: whole?.first ?? now, last: now)
    changes = [:]
  }

  /// When the next paths have rested; nil where none are left.
  var nextDue: ContinuousClock.Instant? {
    let all = changes.values.map(due) + (whole.map { [due($0)] } ?? [])
    return all.min()
  }

  /// Takes out what has rested until `now`; nil where nothing has.
  mutating func takeDue(now: ContinuousClock.Instant) -> ReindexScope? {
    if let change = whole {
      guard due(change) <= now else { return nil }
      whole = nil
      changes = [:]
      return ReindexScope()
    }
    let rested = changes.filter { due($0.value) <= now }.map(\.key)
    if rested.isEmpty { return nil }
    for path in rested { changes[path] = nil }
    return ReindexScope(paths: rested)
  }

  private func due(_ change: Change) -> ContinuousClock.Instant {
    min(
      change.last.advanced(by: settle),
      change.first.advanced(by: settle * Double(Self.patience))
    )
  }
}
