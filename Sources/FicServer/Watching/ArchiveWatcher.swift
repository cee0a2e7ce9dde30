import FicModel
package import FicWire
import Glibc
package import Logging
import NIOPosix
import ServiceLifecycle
import Synchronization

/// Notices what changes in the archive and asks for a job once it has come to rest.
///
/// It asks for a job over the whole archive when it starts, after it has begun to watch, so that
/// nothing is missed in between; also where watching is off.
package final class ArchiveWatcher: Service {
  private struct State {
    var report = WatchReport(enabled: false)
    var isStopped = false
  }

  /// How often a missing archive folder is looked for.
  private static let rootInterval = Duration.seconds(5)

  private let options: CurrentOptions
  private let enqueue: @Sendable (ReindexScope, JobReport.Trigger) -> Void
  private let logger: Logger
  private let state = Mutex(State())
  private let wakeUp = WakeUp()

  /// Creates a watcher that hands scopes to `enqueue`.
  package init(
    options: CurrentOptions,
    logger: Logger,
    enqueue: @escaping @Sendable (ReindexScope, JobReport.Trigger) -> Void
  ) {
    self.options = options
    self.logger = logger
    self.enqueue = enqueue
  }

  /// What is watched.
  package var report: WatchReport { state.withLock { $0.report } }

  /// Makes the watcher look at the options again.
  package func optionsChanged() { wakeUp.signal() }

  /// Watches until the daemon stops, on a thread of its own: walking a large archive blocks.
  package func run() async throws {
    let thread = NIOThreadPool(numberOfThreads: 1)
    thread.start()
    await withTaskCancellationOrGracefulShutdownHandler {
      try? await thread.runIfActive { self.watchUntilStopped() }
    } onCancelOrGracefulShutdown: {
      self.state.withLock { $0.isStopped = true }
      self.wakeUp.signal()
    }
    try await thread.shutdownGracefully()
  }

  private func watchUntilStopped() {
    while !state.withLock({ $0.isStopped }) {
      let options = options.value
      if options.watchesArchive && !options.archive.isEmpty {
        watch(options)
      } else {
        set(WatchReport(enabled: false))
        enqueue(ReindexScope(), .start)
        repeat { wait(for: [wakeUp.descriptor], until: nil) } while mayGoOn(options)
      }
    }
  }

  /// Watches until the options that matter change or the daemon stops.
  private func watch(_ options: DaemonOptions) {
    guard var tree = WatchTree(roots: options.archive) else {
      set(WatchReport(enabled: true, failure: .cannotWatch(errno)))
      enqueue(ReindexScope(), .start)
      repeat { wait(for: [wakeUp.descriptor], until: nil) } while mayGoOn(options)
      return
    }
    var settling = SettlingPaths(settle: .milliseconds(options.settleMilliseconds))
    publish(tree)
    enqueue(ReindexScope(), .start)
    var missing = tree.missingRoots
    repeat {
      let nextLook = missing.isEmpty ? nil : ContinuousClock.now.advanced(by: Self.rootInterval)
      let next = [settling.nextDue, nextLook].compactMap(\.self).min()
      wait(for: [tree.descriptor, wakeUp.descriptor], until: next)
      if !missing.isEmpty, missing.contains(where: { FileStatus(at: $0)?.isFolder == true }) {
        return
      }
      note(tree.readChanges(), in: &settling)
      publish(tree)
      missing = tree.missingRoots
      if let scope = settling.takeDue(now: .now) { enqueue(scope, .watch) }
    } while mayGoOn(options)
  }

  private func note(_ changes: [WatchTree.Change], in settling: inout SettlingPaths) {
    for change in changes {
      switch change {
      case .path(let path): settling.note(path, now: .now)
      case .wholeArchive: settling.noteWholeArchive(now: .now)
      // The worker decides what becomes of its files.
      case .rootGone: settling.noteWholeArchive(now: .now)
      }
    }
  }

  private func publish(_ tree: borrowing WatchTree) {
    var failure: Problem?
    if let root = tree.missingRoots.first {
      failure = .noArchiveFolder(root)
    } else if let number = tree.failure {
      failure = .cannotWatch(number)
    }
    set(WatchReport(enabled: true, folders: tree.count, failure: failure))
  }

  private func set(_ report: WatchReport) {
    let isNews = state.withLock { state in
      defer { state.report = report }
      return state.report.failure != report.failure
    }
    if isNews, let failure = report.failure { logger.warning("\(failure.detail)") }
  }

  private func mayGoOn(_ options: DaemonOptions) -> Bool {
    if state.withLock({ $0.isStopped }) { return false }
    let now = self.options.value
    return now.archive == options.archive && now.watchesArchive == options.watchesArchive
      && now.settleMilliseconds == options.settleMilliseconds
  }

  private func wait(for descriptors: [CInt], until end: ContinuousClock.Instant?) {
    DescriptorWait.wait(for: descriptors, until: end)
    wakeUp.clear()
  }
}
