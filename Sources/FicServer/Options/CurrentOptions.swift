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

  /// Puts other options in force.
  ///
  /// What only a restart can change keeps its value: the index, the socket and the bounds on
  /// connections and queries. Returns the keys that want a restart.
  @discardableResult
  package func replace(with options: DaemonOptions) -> [String] {
    self.options.withLock { current in
      var merged = options
      let before = current
      var kept: [String] = []
      func keep(_ path: WritableKeyPath<DaemonOptions, some Equatable>, _ key: String) {
        if merged[keyPath: path] != before[keyPath: path] { kept.append(key) }
        merged[keyPath: path] = before[keyPath: path]
      }
      keep(\.index, "index.path")
      keep(\.socket, "server.socket")
      keep(\.maximumConnections, "server.maxConnections")
      keep(\.concurrentQueries, "server.concurrentQueries")
      keep(\.queuedQueries, "server.queuedQueries")
      keep(\.requestLineBytes, "server.requestLineBytes")
      current = merged
      return kept
    }
  }
}
