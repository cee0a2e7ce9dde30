import Synchronization

/// The options in force; a reload replaces them while the daemon runs.
package final class CurrentOptions: Sendable {
  private let options: Mutex<DaemonOptions>

  /// Starts with `options`.
  package init(_ options: DaemonOptions) {
    self.options = Mutex(options)
  }

  /// The options in force.
  package var value: DaemonOptions { options.withLock { $0 } }

  /// Puts other options in force; what only a restart can change keeps its value.
  ///
  /// Returns the keys that want a restart.
  @discardableResult
  package func replace(with options: DaemonOptions) -> [String] {
    self.options.withLock { current in
      var merged = options
      let kept = Setting.all.filter { $0.needsRestart && $0.copy(from: current, to: &merged) }
      current = merged
      return kept.map(\.key)
    }
  }
}
