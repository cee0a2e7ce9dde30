import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the configuration anew at SIGHUP.
///
/// A faulty one is reported and changes nothing.
struct ReloadService: Service {
  let options: CurrentOptions
  let load: @Sendable () async throws -> DaemonOptions
  let applied: @Sendable (DaemonOptions) -> Void
  let logger: Logger

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      ServiceManager.reloading()
      do {
        let kept = options.replace(with: try await load())
        applied(options.value)
        logger.notice("configuration read anew")
        if !kept.isEmpty {
          logger.warning("these settings want a restart: \(kept.joined(separator: ", "))")
        }
      } catch {
        logger.error("configuration not read, the old one stays: \(error)")
      }
      ServiceManager.ready("Answering queries")
    }
  }
}
