import CSystemd

/// Speaks to the service manager, sd_notify(3); without one nothing happens.
package enum ServiceManager {
  /// Says that the daemon answers.
  package static func ready(_ status: String) { notify("READY=1\nSTATUS=\(status)") }

  /// Says that the configuration is read anew; `ready` ends that.
  package static func reloading() { notify("RELOADING=1") }

  /// Says that the daemon stops.
  package static func stopping() { notify("STOPPING=1") }

  /// Says that the daemon is alive.
  package static func alive() { notify("WATCHDOG=1") }

  /// How often the manager wants to hear that the daemon is alive; nil where it does not.
  package static var watchdogInterval: Duration? {
    var microseconds: UInt64 = 0
    guard unsafe sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
    return .microseconds(Int64(clamping: microseconds))
  }

  private static func notify(_ state: String) {
    // A manager that cannot be told has gone; the daemon works without.
    _ = unsafe sd_notify(0, state)
  }
}
