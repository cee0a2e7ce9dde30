package import FicIndex
import FicModel
import FicWire
import Glibc
import Hummingbird
package import Logging
package import NIOCore
import ServiceLifecycle
import UnixSignals

/// The daemon: its services, put together and run until SIGTERM.
package struct Daemon: Sendable {
  /// How long answers in flight and the worker may take to end; the units allow 30 s.
  private static let drainTime = Duration.seconds(25)

  /// The daemon's version, for `status`.
  package var version: String

  /// The options in force.
  package var options: CurrentOptions

  /// The index.
  package var index: any SearchIndex

  /// Reads the configuration anew, for SIGHUP.
  package var load: @Sendable () async throws -> DaemonOptions

  /// Called with the options that a reload has put in force.
  package var reloaded: @Sendable (DaemonOptions) -> Void

  /// Gives back memory that only makes the next search faster; called when nobody has asked for a
  /// while.
  package var release: @Sendable () -> Void

  /// Runs the connections.
  package var group: any EventLoopGroup

  /// Logs.
  package var logger: Logger

  /// Creates a daemon that does not run yet.
  package init(
    version: String,
    options: CurrentOptions,
    index: any SearchIndex,
    load: @escaping @Sendable () async throws -> DaemonOptions,
    reloaded: @escaping @Sendable (DaemonOptions) -> Void,
    release: @escaping @Sendable () -> Void,
    group: any EventLoopGroup,
    logger: Logger
  ) {
    self.version = version
    self.options = options
    self.index = index
    self.load = load
    self.reloaded = reloaded
    self.release = release
    self.group = group
    self.logger = logger
  }

  /// Runs until SIGTERM or SIGINT: then it takes no more connections, answers what has begun, ends
  /// the worker and returns.
  ///
  /// Throws: `SocketError` where it cannot listen; what a service throws.
  package func run() async throws {
    // What the daemon and its worker make is for their user; the socket gets its mode when it is
    // ready.
    umask(0o077)
    let socket = try ListeningSocket.inherited() ?? .path(options.value.socket)
    // Before anything else is begun: a second daemon on the socket must not touch the index.
    try await socket.prepare(group)
    let (changes, change) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let jobs = jobs { report in
      guard report.state == .succeeded, let summary = report.summary else { return }
      if summary.added + summary.changed > 0 { change.yield() }
    }
    let watcher = ArchiveWatcher(options: options, logger: logger) { scope, trigger in
      jobs.enqueue(scope, trigger: trigger)
    }
    let router = APIRouter(
      version: version,
      socket: socket.address,
      options: options,
      index: index,
      isIndexed: await isIndexed(),
      answers: QueryAnswers(SearchEngine(index: index)),
      jobs: jobs,
      watch: { watcher.report }
    )
    let connections = connections(on: socket, router.responder())
    let reload = ReloadService(
      options: options,
      load: load,
      applied: { [reloaded] options in
        reloaded(options)
        watcher.optionsChanged()
      },
      logger: logger
    )
    let watchdog = WatchdogService(group: group, interval: ServiceManager.watchdogInterval)
    let watches = WatchCommandService(
      book: router.book,
      options: options,
      logger: logger,
      changes: changes
    )
    let idle = IdleService(questions: { router.questions }, release: release)
    // They stop in the opposite order: last the worker, when nobody asks for it any more.
    let services: [any Service] = [
      watches, jobs, watcher, connections, reload, watchdog, idle,
    ]
    var configuration = ServiceGroupConfiguration(
      services: services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) },
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger
    )
    configuration.maximumGracefulShutdownDuration = Self.drainTime
    try await ServiceGroup(configuration: configuration).run()
    logger.notice("stopped")
  }

  /// Whether the index holds anything; one that cannot be read is none to wait for.
  private func isIndexed() async -> Bool {
    do {
      let deadline = Deadline.after(.milliseconds(options.value.queryMilliseconds))
      return try await index.snapshot("read the size of the index", deadline: deadline) {
        try $0.statistics().generation
      } > 0
    } catch let error as IndexError {
      return error.code != .notIndexed
    } catch {
      return true
    }
  }

  private func jobs(_ ended: @escaping @Sendable (JobReport) -> Void) -> JobQueue {
    // Tells the jobs of this start from those of another.
    let prefix = String(UInt32.random(in: .min ... .max), radix: 36)
    return JobQueue(prefix: prefix, logger: logger, jobEnded: ended) {
      [logger, options] scope, report in
      await Worker(options.value, scope, logger: logger).run(report)
    }
  }

  private func connections<Responder: HTTPResponder>(
    on socket: ListeningSocket,
    _ responder: Responder
  ) -> any Service where Responder.Context == ServerContext {
    let place: String
    switch socket {
    case .inherited: place = "the service manager's socket"
    case .path(let path): place = path
    }
    return ConnectionService(
      socket: socket,
      responder: responder,
      options: options.value,
      limits: ConnectionState.Limits(),
      group: group,
      logger: logger
    ) { [logger] in
      logger.notice("listening on \(place)")
      ServiceManager.ready("Answering queries")
    }
  }
}
