import Foundation
import Glibc
import Testing

/// A daemon on an index that it cannot use, or can only read.
@Suite(.serialized) struct BrokenIndexTests {
  /// An indexed archive of several chapters; nothing runs.
  private func indexed() throws -> Workspace {
    let workspace = try Workspace()
    for number in 1...40 {
      let words = (0..<400).map { "word\(number)x\($0)" }.joined(separator: " ")
      try workspace.write(
        "tale \(number).txt",
        "Chapter 1\n\n“The lamps are out,” said Smith.\n\n\(words)\n"
      )
    }
    try workspace.ingest()
    return workspace
  }

  private func change(_ workspace: Workspace, _ body: (inout Data) -> Void) throws {
    let file = URL(filePath: workspace.index)
    var data = try Data(contentsOf: file)
    body(&data)
    try data.write(to: file)
  }

  /// The problem that a daemon answers a search with, over its socket, and what it shows.
  private func failure(_ workspace: Workspace) throws -> (code: String, text: String) {
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let answer = try Outcome.of(
      "/usr/bin/curl",
      [
        "-s", "-i", "--unix-socket", workspace.socket, "http://x/v1/search?q=lamps%20OR%20word3*",
      ]
    )
    #expect(answer.output.hasPrefix("HTTP/1.1 503"), "\(answer.output)")
    let client = try workspace.ficsearch("lamps OR word3*")
    #expect(client.status == 2, "\(client.output) \(client.errors)")
    #expect(client.errors.contains("hint: "), "\(client.errors)")
    let status = try workspace.ficsearch("status")
    #expect(status.status == 0)
    #expect(status.output.contains("The index "), "\(status.output)")
    #expect(daemon.process.isRunning)
    let shown = answer.output + client.errors + status.output
    for words in ["SQLITE", "SQLite ", "malformed", "disk image", "not a database", "unable to"] {
      #expect(!shown.contains(words), "\(shown)")
    }
    let code = answer.output.split(separator: "\"code\":\"").last?.split(separator: "\"").first
    return (code.map(String.init) ?? "", shown)
  }

  @Test func `another file in the index's place is a 503 that says what to do`() throws {
    let workspace = try indexed()
    try Data("Dear diary".utf8).write(to: URL(filePath: workspace.index))
    let (code, text) = try failure(workspace)
    #expect(code == "index_not_an_index")
    #expect(text.contains("ficsearch reindex --all"))
  }

  @Test func `an index with zeros in its middle is a 503 that says what to do`() throws {
    let workspace = try indexed()
    try change(workspace) { data in
      let range = data.count / 6..<data.count * 5 / 6
      data.replaceSubrange(range, with: Data(count: range.count))
    }
    let (code, text) = try failure(workspace)
    #expect(code == "index_corrupt")
    #expect(text.contains("ficsearch reindex --all"))
  }

  @Test func `an index that is cut short is a 503 that says what to do`() throws {
    let workspace = try indexed()
    try change(workspace) { $0 = $0.prefix($0.count / 3) }
    #expect(try failure(workspace).code == "index_corrupt")
  }

  @Test func `an index of a newer version is a 503 that says what to do`() throws {
    let workspace = try indexed()
    let outcome = try Outcome.of(
      "/usr/bin/sqlite3",
      [workspace.index, "PRAGMA user_version = 9999"]
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try failure(workspace).code == "index_newer_schema")
  }

  @Test func `a folder in the index's place is a 503 that says what to do`() throws {
    let workspace = try indexed()
    try FileManager.default.removeItem(atPath: workspace.index)
    try FileManager.default.createDirectory(
      atPath: workspace.index + "/in",
      withIntermediateDirectories: true
    )
    #expect(try failure(workspace).code == "index_unavailable")
  }

  @Test func `the hint of a damaged index mends it while the daemon runs`() throws {
    let workspace = try indexed()
    try Data("Dear diary".utf8).write(to: URL(filePath: workspace.index))
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let hint = try #require(
      try workspace.ficsearch("lamps").errors.split(separator: "archive: ").last
    )
    let outcome = try Outcome.of(
      "/bin/sh",
      ["-c", String(hint)],
      environment: [
        "FICSEARCH_SOCKET": workspace.socket,
        "PATH": Programs.folder.path + ":/usr/bin:/bin",
      ]
    )
    #expect(outcome.status == 0, "\(hint) \(outcome.errors)")
    #expect(try workspace.ficsearch("lamps").status == 0)
    let status = try workspace.ficsearch("status")
    #expect(!status.output.contains("The index "), "\(status.output)")
    withExtendedLifetime(daemon) {}
  }

  @Test func `an index on a disk that may only be read is served`() throws {
    guard getuid() == 0 else { return }
    let workspace = try indexed()
    let disk = workspace.root.appending(path: "disk?100%").path
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let index = disk + "/index.sqlite"
    try FileManager.default.copyItem(atPath: workspace.index, toPath: index)
    let mounted = try Outcome.of(
      "/bin/sh",
      ["-c", "mount --bind '\(disk)' '\(disk)' && mount -o remount,ro,bind '\(disk)'"]
    )
    // A machine that lets nobody mount cannot show this.
    guard mounted.status == 0 else { return }
    defer { _ = try? Outcome.of("/bin/umount", ["-l", disk]) }
    let daemon = try Daemon(workspace, arguments: ["--no-watch", "--index", index])
    #expect(try workspace.ficsearch("lamps", "--count").output.hasPrefix("40 matches"))
    let status = try workspace.ficsearch("status")
    #expect(status.output.contains("it cannot be updated"), "\(status.output)")
    #expect(status.output.contains("40 chapters"))
    withExtendedLifetime(daemon) {}
  }
}
