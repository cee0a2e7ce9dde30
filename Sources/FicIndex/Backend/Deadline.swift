/// When a call must have ended.
package struct Deadline: Hashable, Sendable {
  /// The time; nil for never.
  package var instant: ContinuousClock.Instant?

  /// Creates a deadline.
  package init(_ instant: ContinuousClock.Instant?) {
    self.instant = instant
  }

  /// No deadline.
  package static let never = Deadline(nil)

  /// A deadline that is `duration` away.
  package static func after(_ duration: Duration) -> Deadline {
    Deadline(ContinuousClock.now.advanced(by: duration))
  }

  /// Whether it has come.
  package var hasPassed: Bool { instant.map { $0 <= .now } ?? false }
}
