import FicModel
import FicWire
import FoundationEssentials
import Logging
import ServiceLifecycle
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct ArchiveWatcherTests {
  private struct Order: Equatable {
    var scope: ReindexScope
    var trigger: JobReport.Trigger
  }

  private let folder: TemporaryFolder
  private let archive: String
  private let options: CurrentOptions

  init() throws {
    folder = try TemporaryFolder()
    archive = try folder.makeFolder("archive")
    try folder.makeFolder("archive/tale")
    try folder.makeFolder("archive/.hidden")
    var options = DaemonOptions()
    options.archive = [archive]
    options.settleMilliseconds = 50
    self.options = CurrentOptions(options)
  }

  /// Runs a watcher; `body` gets it and the paths that it asked for, without the order at the
  /// start.
  private func watch(
    _ body: @Sendable (ArchiveWatcher, @escaping @Sendable () -> Set<String>) async throws -> Void
  ) async throws {
    let orders = Collected<Order>()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let watcher = ArchiveWatcher(options: options, logger: logger) { scope, trigger in
      orders.append(Order(scope: scope, trigger: trigger))
    }
    let group = ServiceGroup(services: [watcher], logger: logger)
    async let running: Void = group.run()
    do {
      try #require(try await eventually { !orders.values.isEmpty })
      #expect(orders.values.first == Order(scope: ReindexScope(), trigger: .start))
      try await body(watcher) {
        Set(
          orders.values.dropFirst().flatMap { order in
            order.scope.paths.isEmpty ? ["\(order.trigger)"] : order.scope.paths
          }
        )
      }
    } catch {
      await group.triggerGracefulShutdown()
      throw error
    }
    await group.triggerGracefulShutdown()
    try await running
  }

  @Test func `a file that is written, changed, moved or removed is noticed`() async throws {
    try folder.write("old", to: "archive/tale/old.txt")
    try await watch { watcher, paths in
      #expect(watcher.report == WatchReport(enabled: true, folders: 2))
      try folder.write("new", to: "archive/tale/new.txt")
      #expect(try await eventually { paths().contains(archive + "/tale/new.txt") })
      try FileManager.default.moveItem(
        atPath: archive + "/tale/new.txt",
        toPath: archive + "/moved.txt"
      )
      #expect(try await eventually { paths().contains(archive + "/moved.txt") })
      try FileManager.default.removeItem(atPath: archive + "/tale/old.txt")
      #expect(try await eventually { paths().contains(archive + "/tale/old.txt") })
    }
  }

  @Test func `new folders are watched, with what is below them`() async throws {
    try await watch { watcher, paths in
      try folder.makeFolder("archive/series/book/part")
      #expect(try await eventually { watcher.report.folders == 5 })
      #expect(try await eventually { paths().contains(archive + "/series") })
      try folder.write("deep", to: "archive/series/book/part/1.txt")
      #expect(
        try await eventually {
          paths().contains { (archive + "/series/book/part/1.txt").hasPrefix($0) }
        }
      )
    }
  }

  @Test func `a folder that moves away takes its watches along`() async throws {
    try folder.makeFolder("archive/series/book")
    try await watch { watcher, paths in
      #expect(watcher.report.folders == 4)
      try FileManager.default.moveItem(atPath: archive + "/series", toPath: folder.file("away"))
      #expect(try await eventually { watcher.report.folders == 2 })
      #expect(try await eventually { paths().contains(archive + "/series") })
      try folder.write("x", to: "away/book/1.txt")
      try await Task.sleep(for: .milliseconds(300))
      #expect(!paths().contains { $0.contains("1.txt") })
    }
  }

  @Test func `hidden files and folders are not looked at`() async throws {
    try await watch { _, paths in
      try folder.write("x", to: "archive/tale/.1.txt.swp")
      try folder.write("x", to: "archive/.hidden/1.txt")
      try folder.write("x", to: "archive/tale/2.txt")
      #expect(try await eventually { paths().contains(archive + "/tale/2.txt") })
      #expect(paths() == [archive + "/tale/2.txt"])
    }
  }

  @Test func `links are not followed`() async throws {
    try folder.makeFolder("outside")
    try FileManager.default.createSymbolicLink(
      atPath: archive + "/loop",
      withDestinationPath: archive
    )
    try FileManager.default.createSymbolicLink(
      atPath: archive + "/out",
      withDestinationPath: folder.file("outside")
    )
    try await watch { watcher, paths in
      #expect(watcher.report.folders == 2)
      try folder.write("x", to: "outside/1.txt")
      try await Task.sleep(for: .milliseconds(300))
      #expect(paths().isEmpty)
    }
  }

  @Test func `a missing archive folder is reported, and found when it comes`() async throws {
    let missing = folder.file("later")
    var changed = options.value
    changed.archive = [missing]
    options.replace(with: changed)
    try await watch { watcher, _ in
      #expect(watcher.report.failure?.code == "no_archive_folder")
      #expect(watcher.report.failure?.detail.contains(missing) == true)
      try folder.makeFolder("later")
      #expect(try await eventually { watcher.report.failure == nil })
      #expect(watcher.report.folders == 1)
    }
  }

  @Test func `other options are taken up while it runs`() async throws {
    try await watch { watcher, paths in
      var changed = options.value
      changed.watchesArchive = false
      options.replace(with: changed)
      watcher.optionsChanged()
      let isOff = try await eventually { !watcher.report.enabled }
      #expect(isOff)
      changed.watchesArchive = true
      changed.archive = [archive + "/tale"]
      options.replace(with: changed)
      watcher.optionsChanged()
      #expect(try await eventually { watcher.report == WatchReport(enabled: true, folders: 1) })
      #expect(paths() == ["start"])
    }
  }
}
