import ArgumentParser
import CMalloc
import FicIndexSQLite
import FicModel
import FicServer
import FoundationEssentials
import Glibc
import Logging
import NIOPosix

/// The query daemon.
@main
struct Ficsearchd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ficsearchd",
    abstract: "Answer queries on a fiction archive, over a Unix socket.",
    discussion: """
      Settings come from flags, else from FICSEARCH_… variables, else from the configuration file.
      SIGTERM answers what has begun and ends; SIGHUP reads the configuration anew.
      Exit status: 0 told to stop, 1 stopped by an error, 2 could not start, 75 another daemon has \
      the socket.
      """,
    version: "ficsearchd \(ProductVersion.text)"
  )

  @OptionGroup var flags: DaemonFlags

  /// The daemon could not start: a flag, a setting, the socket or the machine is at fault.
  private static let notStarted = ExitCode(2)

  /// Runs the command line and ends the process with the status that the manual page names.
  static func main() async {
    do {
      let command = try parse()
      try await command.run()
    } catch  where exitCode(for: error) == .validationFailure {
      let text = Array((fullMessage(for: error) + "\n").utf8)
      _ = unsafe text.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      Glibc.exit(notStarted.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  func run() async throws {
    // A client that has gone is an error of its connection, not the end of the daemon.
    signal(SIGPIPE, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    let loader = OptionsLoader(
      flags: flags.settings,
      file: flags.config,
      environment: environment,
      isRoot: geteuid() == 0,
      program: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "",
      workingFolder: FileManager.default.currentDirectoryPath
    )
    let threshold = LogThreshold(.info)
    let logger = Logger(label: "ficsearchd") { _ in
      JournalLogHandler(threshold: threshold, journalStream: environment["JOURNAL_STREAM"])
    }
    let options = try load(loader, logger)
    threshold.value = Logger.Level(rawValue: options.logLevel) ?? .info
    try checkEngine(logger)
    let index = SQLiteSearchIndex(
      path: options.index,
      readers: ProcessInfo.processInfo.activeProcessorCount
    )
    let daemon = Daemon(
      version: ProductVersion.text,
      options: CurrentOptions(options),
      index: index,
      load: loader.load,
      reloaded: { threshold.value = Logger.Level(rawValue: $0.logLevel) ?? .info },
      release: {
        index.releaseMemory()
        // What searches leave lies between what stays, so the C library does not give it back by
        // itself.
        malloc_trim(0)
      },
      group: MultiThreadedEventLoopGroup.singleton,
      logger: logger
    )
    try await run(daemon, logger)
  }

  private func checkEngine(_ logger: Logger) throws {
    do {
      try FullTextEngine.check()
    } catch {
      logger.critical("\(error)")
      throw Self.notStarted
    }
  }

  private func load(_ loader: OptionsLoader, _ logger: Logger) throws -> DaemonOptions {
    do {
      let options = try loader.load()
      if options.archive.isEmpty {
        logger.warning("no archive is configured; set archive.paths, or pass --archive")
      }
      return options
    } catch {
      logger.critical("\(error)")
      throw Self.notStarted
    }
  }

  private func run(_ daemon: Daemon, _ logger: Logger) async throws {
    do {
      try await daemon.run()
    } catch let error as SocketError {
      logger.critical("\(error)")
      throw error.isTemporary ? ExitCode(75) : Self.notStarted  // EX_TEMPFAIL of sysexits.h.
    } catch {
      logger.critical("stopped by an error: \(error)")
      throw ExitCode(1)
    }
  }
}
