package import Logging
import Synchronization

/// The least level that is logged, for all loggers at once; a reload may change it.
package final class LogThreshold: Sendable {
  private let level: Mutex<Logger.Level>

  /// Starts at a level.
  package init(_ level: Logger.Level) {
    self.level = Mutex(level)
  }

  /// The level.
  package var value: Logger.Level {
    get { level.withLock { $0 } }
    set { level.withLock { $0 = newValue } }
  }
}
