import Foundation
import Glibc
import Testing

/// A running ficsearchd; killed when the value is gone.
final class Daemon {
  let process = Process()
  let workspace: Workspace
  private let log: URL

  /// Starts the daemon and waits until it answers.
  init(
    _ workspace: Workspace,
    arguments: [String] = [],
    environment: [String: String] = [:],
    waits: Bool = true
  ) throws {
    self.workspace = workspace
    log = workspace.root.appending(path: "daemon.log")
    if !FileManager.default.fileExists(atPath: log.path) {
      _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    }
    process.executableURL = URL(filePath: Programs.path("ficsearchd"))
    process.arguments =
      [
        "--archive", workspace.archive, "--index", workspace.index, "--socket", workspace.socket,
        "--ingest", Programs.path("ficsearch-ingest"),
      ] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let handle = try FileHandle(forWritingTo: log)
    try handle.seekToEnd()
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if waits { try waitUntilIdle() }
  }

  deinit { kill(SIGKILL) }

  /// What the daemon has logged.
  var logged: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// Sends a signal and waits for the end of a daemon that dies of it.
  func kill(_ signal: Int32) {
    guard process.isRunning else { return }
    Glibc.kill(process.processIdentifier, signal)
    if signal == SIGKILL || signal == SIGTERM { process.waitUntilExit() }
  }

  /// Waits until the daemon answers and no job runs.
  func waitUntilIdle() throws {
    try poll("the daemon answers and is idle") {
      guard process.isRunning else { return true }
      let status = try workspace.ficsearch("status", "--json")
      guard status.status == 0, let report = try status.records().first else { return false }
      let job = report["job"] as? [String: Any]
      let state = job?["state"] as? String ?? "succeeded"
      return state != "queued" && state != "running"
    }
    #expect(process.isRunning, "\(logged)")
  }
}

/// Waits until `condition` holds, at most 30 s; records an issue where it never does.
func poll(
  _ what: String,
  seconds: Double = 30,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () throws -> Bool
) rethrows {
  let end = ContinuousClock.now.advanced(by: .seconds(seconds))
  while ContinuousClock.now < end {
    if try condition() { return }
    usleep(20_000)
  }
  Issue.record("never: \(what)", sourceLocation: sourceLocation)
}
