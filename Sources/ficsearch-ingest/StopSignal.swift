import Glibc
import Synchronization

/// Whether the worker was told to end: SIGTERM, SIGINT, or nobody reads its reports.
enum StopSignal {
  private static let isRaised = Atomic<Bool>(false)

  /// Starts to listen for the signals.
  static func install() {
    signal(SIGTERM) { _ in StopSignal.raise() }
    signal(SIGINT) { _ in StopSignal.raise() }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Asks the run to end after the chapter at hand.
  static func raise() { isRaised.store(true, ordering: .relaxed) }

  /// Whether the run shall end.
  static var hasCome: Bool { isRaised.load(ordering: .relaxed) }
}
