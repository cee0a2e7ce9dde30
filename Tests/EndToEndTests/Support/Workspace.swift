import Foundation

/// A folder of its own with an archive, an index and a socket; gone when the value is.
final class Workspace: Sendable {
  let root: URL

  init() throws {
    // A socket's path may have 107 bytes, so it stays short.
    root = URL(filePath: "/tmp/fs-\(UInt32.random(in: 0..<UInt32.max))")
    try FileManager.default.createDirectory(
      at: root.appending(path: "archive"),
      withIntermediateDirectories: true
    )
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var archive: String { root.appending(path: "archive").path }
  var index: String { root.appending(path: "index.sqlite").path }
  var socket: String { root.appending(path: "s.sock").path }

  /// Writes a file of the archive.
  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Writes a file of the archive.
  func write(_ name: String, _ data: Data) throws {
    let file = root.appending(path: "archive/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }

  /// Copies the project's example archive.
  func copyExamples() throws {
    try FileManager.default.removeItem(atPath: archive)
    try FileManager.default.copyItem(
      at: Programs.checkout.appending(path: "Examples/archive"),
      to: root.appending(path: "archive")
    )
  }

  /// Indexes without a daemon.
  @discardableResult
  func ingest(_ arguments: [String] = []) throws -> Outcome {
    try Outcome.of(
      Programs.path("ficsearch-ingest"),
      ["index", "--archive", archive, "--index", index, "--progress", "json"] + arguments
    )
  }

  /// Runs the client against this workspace's socket.
  func ficsearch(_ arguments: String...) throws -> Outcome { try ficsearch(arguments) }

  /// Runs the client.
  func ficsearch(_ arguments: [String]) throws -> Outcome {
    try Outcome.of(
      Programs.path("ficsearch"),
      arguments,
      environment: ["FICSEARCH_SOCKET": socket, "COLUMNS": "80"]
    )
  }
}
