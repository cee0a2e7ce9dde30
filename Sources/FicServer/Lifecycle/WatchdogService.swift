import NIOCore
import ServiceLifecycle

/// Tells the service manager that the daemon is alive, and that it stops.
///
/// It goes through every event loop each time, so that a daemon whose loops hang is started anew.
struct WatchdogService: Service {
  let group: any EventLoopGroup
  let interval: Duration?

  func run() async throws {
    await withGracefulShutdownHandler {
      guard let interval else {
        try? await gracefulShutdown()
        return
      }
      // sd_watchdog_enabled(3) advises half the interval.
      try? await cancelWhenGracefulShutdown {
        while true {
          for loop in group.makeIterator() { try await loop.submit {}.get() }
          ServiceManager.alive()
          try await Task.sleep(for: interval / 2)
        }
      }
    } onGracefulShutdown: {
      ServiceManager.stopping()
    }
  }
}
